import { LecternError } from '../../contract/failure.ts'
import { openPrintPage, type PagePlaces } from './chromium-pages.ts'
import { launchHeadless, type HeadlessOptions } from './headless-browser.ts'
import type { Printer } from './printer.ts'
import { withSecondTry } from './second-try.ts'

export interface ChromiumPrinterPlaces extends PagePlaces, HeadlessOptions {
  /** The program of an installed Chrome, Chromium or Edge. */
  readonly browserPath: string
}

/**
 * Prints by an installed browser, headless and off the network.
 * The printer rejects with a `LecternError`: `no-browser` if the browser does not start, `cancelled` if asked to stop,
 * `internal` with the page where it was if the browser dies, and dies again in the second try.
 */
export function chromiumPrinter(places: ChromiumPrinterPlaces): Printer {
  return withSecondTry(async (job, options = {}) => {
    const { signal, onProgress } = options
    const cancelled = (): LecternError =>
      new LecternError('cancelled', { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' })
    const isCancelled = (): boolean => signal?.aborted === true
    if (isCancelled()) throw cancelled()
    const browser = await launchHeadless(places.browserPath, places)
    const stop = (): void => void browser.close()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      // Starting the browser takes the longest, and most who change their mind do so meanwhile.
      if (isCancelled()) throw cancelled()
      const { layOut, pdf } = await openPrintPage(browser, places)
      await layOut(job, onProgress)
      return await pdf()
    } catch (error) {
      if (isCancelled()) throw cancelled()
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
      await browser.close()
    }
  })
}

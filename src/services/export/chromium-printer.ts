import { LecternError } from '../../contract/failure.ts'
import { launchHeadless, openPrintPage, type PagePlaces } from './chromium-pages.ts'
import type { Printer } from './printer.ts'

export interface ChromiumPrinterPlaces extends PagePlaces {
  /** The program of an installed Chrome, Chromium or Edge. */
  readonly browserPath: string
}

/**
 * Prints by an installed browser, headless and off the network.
 * The printer rejects with a `LecternError`: `no-browser` if the browser does not start, `cancelled` if asked to stop.
 */
export function chromiumPrinter(places: ChromiumPrinterPlaces): Printer {
  return async (job, options = {}) => {
    const { signal, onProgress } = options
    const cancelled = (): LecternError =>
      new LecternError('cancelled', { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' })
    const isCancelled = (): boolean => signal?.aborted === true
    if (isCancelled()) throw cancelled()
    const browser = await launchHeadless(places.browserPath)
    const stop = (): void => void browser.close()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      // Starting the browser takes the longest, and most who change their mind do so meanwhile.
      if (isCancelled()) throw cancelled()
      const { page, layOut } = await openPrintPage(browser, places)
      const pages = await layOut(job, onProgress)
      onProgress?.({ phase: 'printing', done: 0, total: pages })
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    } catch (error) {
      if (isCancelled()) throw cancelled()
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
      await browser.close()
    }
  }
}

import { chromium, type Browser, type Page, type Route } from 'playwright-core'
import type { PrintJob } from '../../contract/print.ts'
import { LecternError } from '../../contract/failure.ts'
import { serveCourseFile, serveFile } from '../static-files.ts'
import type { Printer, PrintOptions } from './printer.ts'

/** A name that no network can resolve: every request to it is answered here, every other one is refused. */
const origin = 'https://print.lectern.invalid'

export interface ChromiumPrinterPlaces {
  /** The program of an installed Chrome, Chromium or Edge. */
  readonly browserPath: string
  /** The folder with the built windows. */
  readonly rendererRoot: string
  /** The folder of the course, for its images. */
  readonly courseFolder: string
}

interface Asked {
  readonly name: string
  readonly payload: unknown
}

/** The shell of the print window: it knows its job and tells how far it is. */
const shellScript = `Object.defineProperty(window, 'shell', { value: Object.freeze({
  request: (name, payload) => window.__lecternAsk({ name, payload }),
  listen: () => () => undefined,
  pathOf: () => null,
}) })`

async function fulfil(route: Route, places: ChromiumPrinterPlaces): Promise<void> {
  const url = new URL(route.request().url())
  if (url.origin !== origin) return route.abort()
  const image = /^\/course\/[^/]+\/(.+)$/.exec(url.pathname)?.[1]
  const response =
    image === undefined
      ? await serveFile(places.rendererRoot, url.pathname)
      : await serveCourseFile(places.courseFolder, image)
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

async function open(
  browser: Browser,
  job: PrintJob,
  places: ChromiumPrinterPlaces,
  options: PrintOptions,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await context.route('**/*', (route) => fulfil(route, places))
  const page = await context.newPage()
  await page.exposeBinding('__lecternAsk', (_source, { name, payload }: Asked) => {
    if (name === 'print:read') return { value: job }
    if (name === 'print:progress') {
      options.onProgress?.({ phase: 'laying-out', ...(payload as { done: number; total: number }) })
      return { value: null }
    }
    return {
      failure: { code: 'refused', message: { ko: '인쇄 창에서는 쓸 수 없어요.', en: 'Not available while printing.' } },
    }
  })
  await page.addInitScript({ content: shellScript })
  await page.goto(`${origin}/print/index.html`)
  return page
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
    const browser = await chromium
      .launch({
        executablePath: places.browserPath,
        // Who prints decides what a signal means; the browser still ends with this process.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        args: [
          '--disable-quic',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ],
      })
      .catch((cause: unknown) => {
        throw new LecternError(
          'no-browser',
          {
            ko: `인쇄에 쓸 브라우저를 시작하지 못했어요: ${places.browserPath}`,
            en: `The browser for printing did not start: ${places.browserPath}`,
          },
          { cause },
        )
      })
    const stop = (): void => void browser.close()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      const page = await open(browser, job, places, options)
      const pages = await page.evaluate(() => (window as { printReady?: Promise<number> }).printReady)
      if (pages === undefined) throw new Error('the print window is not the one that lays out pages')
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

import { chromium, type Browser, type Page, type Route } from 'playwright-core'
import { LecternError } from '../../contract/failure.ts'
import type { PrintJob } from '../../contract/print.ts'
import { serveCourseFile, serveFile } from '../disk/static-files.ts'
import { answerPrint, type Printing } from './answer-print.ts'
import type { PrintOptions } from './printer.ts'

/** A name that no network can resolve: every request to it is answered here, every other one is refused. */
const origin = 'https://print.lectern.invalid'

export interface PagePlaces {
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
  ownBase: '/',
}) })`

/**
 * Starts an installed browser, headless and off the network.
 * Rejects with the `LecternError` `no-browser` if it does not start.
 */
export function launchHeadless(browserPath: string): Promise<Browser> {
  return chromium
    .launch({
      executablePath: browserPath,
      // Who prints decides what a signal means; the browser still ends with this process.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        '--disable-quic',
        // Where lines of a page break is the same whatever the screen of this machine makes of fonts.
        '--font-render-hinting=none',
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
          ko: `인쇄에 쓸 브라우저를 시작하지 못했어요: ${browserPath}`,
          en: `The browser for printing did not start: ${browserPath}`,
        },
        { cause },
      )
    })
}

async function fulfil(route: Route, places: PagePlaces): Promise<void> {
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

/** A page of a browser that lays out one job after the other. */
export interface PrintPage {
  readonly page: Page
  /**
   * Lays out the pages of a job, each 1280 × 720, in place of those of the job before.
   * @returns how many there are, once fonts are there and every frame is painted
   */
  readonly layOut: (job: PrintJob, onProgress?: PrintOptions['onProgress']) => Promise<number>
}

interface PrintWindow {
  readonly printReady?: Promise<number>
  readonly printNext: () => Promise<number>
}

/** Opens a page in a context of its own, for the jobs of one course. */
export async function openPrintPage(browser: Browser, places: PagePlaces): Promise<PrintPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await context.route('**/*', (route) => fulfil(route, places))
  const page = await context.newPage()
  let present: Printing | undefined
  // The page is opened once there is a job.
  await page.exposeBinding('__lecternAsk', (_source, { name, payload }: Asked) =>
    present === undefined ? null : answerPrint(present, name, payload),
  )
  await page.addInitScript({ content: shellScript })

  return {
    page,
    async layOut(job, onProgress) {
      const isFirst = present === undefined
      present = { job, ...(onProgress && { onProgress }) }
      if (!isFirst) return page.evaluate(() => (window as unknown as PrintWindow).printNext())
      await page.goto(`${origin}/print/index.html`)
      const pages = await page.evaluate(() => (window as unknown as PrintWindow).printReady)
      if (pages === undefined) throw new Error('the print window is not the one that lays out pages')
      return pages
    },
  }
}

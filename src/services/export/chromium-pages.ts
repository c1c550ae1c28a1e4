import type { Route } from 'playwright-core'
import type { PrintFindings, PrintJob } from '../../contract/print.ts'
import { serveCourseFile, serveFile } from '../disk/static-files.ts'
import { answerPrint, type Printing } from './answer-print.ts'
import type { HeadlessBrowser } from './headless-browser.ts'
import { findingsOf, pdfOfPages } from './pdf-of-pages.ts'
import type { Printed, PrintOptions } from './printer.ts'
import { BrowserStopped, type PrintPlace } from './stopped-at.ts'

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

/** What is asked of a video, at most so much at once: an answer here is held whole in memory, and a still needs little of it. */
const partBytes = 4_000_000
function partOf(range: string | undefined): Headers {
  const [, first] = /^bytes=(\d+)-$/.exec(range ?? '') ?? []
  if (first === undefined) return new Headers(range === undefined ? {} : { range })
  return new Headers({ range: `bytes=${first}-${Number(first) + partBytes - 1}` })
}

async function fulfil(route: Route, places: PagePlaces): Promise<void> {
  const url = new URL(route.request().url())
  if (url.origin !== origin) return route.abort()
  const image = /^\/course\/[^/]+\/(.+)$/.exec(url.pathname)?.[1]
  const response =
    image === undefined
      ? await serveFile(places.rendererRoot, url.pathname)
      : await serveCourseFile(places.courseFolder, image, partOf(route.request().headers()['range']))
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

/** A page of a browser that lays out one job after the other. */
export interface PrintPage {
  /**
   * Lays out the pages of a job, each 1280 × 720, in place of those of the job before.
   * @returns how many there are, once fonts are there and every frame is painted
   */
  readonly layOut: (job: PrintJob, onProgress?: PrintOptions['onProgress']) => Promise<number>
  /** The pages of the job that were laid out as a PDF. */
  readonly pdf: () => Promise<Printed>
  /** What they do not show as it was meant. */
  readonly findings: () => Promise<PrintFindings>
  readonly close: () => Promise<void>
}

/** Opens a page for the jobs of one course. Where the browser dies under it, it rejects with `BrowserStopped`. */
export async function openPrintPage({ context }: HeadlessBrowser, places: PagePlaces): Promise<PrintPage> {
  const page = await context.newPage()
  await page.route('**/*', (route) => fulfil(route, places))
  let present: Printing | undefined
  let place: PrintPlace = 'beginning'
  let isDead = false
  const died = (): void => {
    isDead = true
  }
  page.once('crash', died)
  page.once('close', died)
  // The page is opened once there is a job.
  await page.exposeBinding('__lecternAsk', (_source, { name, payload }: Asked) =>
    present === undefined ? null : answerPrint(present, name, payload),
  )
  await page.addInitScript({ content: shellScript })

  const alive = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw isDead ? new BrowserStopped(place, error) : error
    })
  const run = (expression: string): Promise<unknown> => alive(page.evaluate(expression))
  let pages = 0

  return {
    async layOut(job, onProgress) {
      const isFirst = present === undefined
      place = 'beginning'
      present = { job, onPage: (next) => (place = next), ...(onProgress && { onProgress }) }
      if (isFirst) await alive(page.goto(`${origin}/print/index.html`))
      const count = await run(isFirst ? 'window.printReady' : 'window.printNext()')
      // One that dies just as it answers says nothing.
      if (typeof count !== 'number')
        return alive(Promise.reject(new Error('the print window is not the one that lays out pages')))
      return (pages = count)
    },
    async pdf() {
      if (present === undefined) throw new Error('there is no job yet')
      const pdf = (): Promise<Uint8Array> =>
        alive(page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }))
      return pdfOfPages({ pages, run, pdf }, present, () => (place = 'pdf'))
    },
    findings: () => findingsOf(run),
    close: () => page.close(),
  }
}

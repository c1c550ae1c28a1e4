import type { Deck, Problem } from '../../contract/deck.ts'
import type { PrintJob } from '../../contract/print.ts'
import { openPrintPage } from './chromium-pages.ts'
import { launchHeadless, type HeadlessOptions } from './headless-browser.ts'
import { overflowProblems, type Overflow } from './overflows.ts'
import { BrowserStopped } from './stopped-at.ts'

export interface LayoutPlaces extends HeadlessOptions {
  /** The program of an installed Chrome, Chromium or Edge. */
  readonly browserPath: string
  /** The folder with the built windows. */
  readonly rendererRoot: string
}

/** What a page lays out: a deck and the folder of its course. */
export interface LaidOutDeck {
  readonly deck: Deck
  readonly courseFolder: string
}

/**
 * Lays out every slide of decks at every step, as it is printed, and tells what does not fit. Where the browser dies, a new
 * one goes on, a page at a time.
 * Rejects with the `LecternError` `no-browser` if the browser does not start, `internal` with the page where it was if it
 * dies again.
 */
export async function layoutProblems(decks: readonly LaidOutDeck[], places: LayoutPlaces): Promise<Problem[]> {
  const ofDecks = new Map<LaidOutDeck, Problem[]>()
  const layOutRest = async (pace: Pick<PrintJob, 'isCareful'>): Promise<void> => {
    const browser = await launchHeadless(places.browserPath, places)
    try {
      const left = decks.filter((one) => !ofDecks.has(one))
      for (const [courseFolder, ofCourse] of Map.groupBy(left, (one) => one.courseFolder)) {
        const page = await openPrintPage(browser, { rendererRoot: places.rendererRoot, courseFolder })
        for (const one of ofCourse) {
          const { deck } = one
          await page.layOut({ ...pace, deck, glossary: [], options: { theme: 'light', steps: 'all', glossary: false } })
          ofDecks.set(one, overflowProblems(deck, await page.measure(overflows)))
        }
        await page.close()
      }
    } finally {
      await browser.close()
    }
  }
  try {
    await layOutRest({})
  } catch (error) {
    if (!(error instanceof BrowserStopped)) throw error
    await layOutRest({ isCareful: true })
  }
  return [...ofDecks.values()].flat()
}

/** Measures all pages; runs in the browser, so it knows nothing from out here. */
function overflows(): Overflow[] {
  // Layout rounds to whole pixels.
  const slack = 1
  const excess = (element: Element): number => {
    const inner = Array.from(element.querySelectorAll('pre'))
    const by = [element, ...inner].flatMap((one) => [
      one.scrollHeight - one.clientHeight,
      one.scrollWidth - one.clientWidth,
    ])
    return Math.max(...by)
  }
  const rooms = [
    ['top', '.kicker'],
    ['title', '.title'],
    ['body', '.body'],
    ['question', '.asks'],
    ['caption', '.caption'],
    ['foot', 'footer > span'],
  ] as const
  return Array.from(document.querySelectorAll<HTMLElement>('.page')).flatMap((sheet) => {
    const { slide = '', step = '1' } = sheet.dataset
    const told = (part: Overflow['part'], selector: string): Overflow[] => {
      const room = sheet.querySelector(selector)
      const by = room === null ? 0 : excess(room)
      return by > slack ? [{ slide, step: Number(step), part, by }] : []
    }
    const parts = rooms.flatMap(([part, selector]) => told(part, selector))
    // What leaves the slide is mostly one of its parts, and then that is what to say.
    return parts.length > 0 ? parts : told('slide', '.slide')
  })
}

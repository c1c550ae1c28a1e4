import type { Deck, Problem } from '../../contract/deck.ts'
import type { PrintJob } from '../../contract/print.ts'
import { openPrintPage } from './chromium-pages.ts'
import { launchHeadless, type HeadlessOptions } from './headless-browser.ts'
import { foundProblems } from './found-problems.ts'
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
  // Nothing of it is printed.
  const options = { theme: 'light', steps: 'all', glossary: false, fullSize: true } as const
  const layOutRest = async (pace: Pick<PrintJob, 'isCareful'>): Promise<void> => {
    const browser = await launchHeadless(places.browserPath, places)
    try {
      const left = decks.filter((one) => !ofDecks.has(one))
      for (const [courseFolder, ofCourse] of Map.groupBy(left, (one) => one.courseFolder)) {
        const page = await openPrintPage(browser, { rendererRoot: places.rendererRoot, courseFolder })
        for (const one of ofCourse) {
          const { deck } = one
          await page.layOut({ ...pace, deck, glossary: [], options })
          ofDecks.set(one, foundProblems(deck, await page.findings()))
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

import type { Page } from 'playwright-core'
import type { Deck, Problem } from '../../contract/deck.ts'
import { openPrintPage } from './chromium-pages.ts'
import { launchHeadless, type HeadlessOptions } from './headless-browser.ts'
import { overflowProblems, type Overflow } from './overflows.ts'

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
 * Lays out every slide of decks at every step, as it is printed, and tells what does not fit.
 * Rejects with the `LecternError` `no-browser` if the browser does not start, `internal` if it dies.
 */
export async function layoutProblems(decks: readonly LaidOutDeck[], places: LayoutPlaces): Promise<Problem[]> {
  const browser = await launchHeadless(places.browserPath, places)
  try {
    const problems: Problem[] = []
    for (const [courseFolder, ofCourse] of Map.groupBy(decks, (one) => one.courseFolder)) {
      const { page, layOut } = await openPrintPage(browser, { rendererRoot: places.rendererRoot, courseFolder })
      for (const { deck } of ofCourse) {
        await layOut({ deck, glossary: [], options: { theme: 'light', steps: 'all', glossary: false } })
        problems.push(...overflowProblems(deck, await overflowsOn(page)))
      }
      await page.close()
    }
    return problems
  } finally {
    await browser.close()
  }
}

/** Measures all pages; runs in the browser, so it knows nothing from out here. */
const overflowsOn = (page: Page): Promise<Overflow[]> =>
  page.evaluate(() => {
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
  })

import type { Deck, Problem, Slide } from '../../contract/deck.ts'
import type { PrintFindings } from '../../contract/print.ts'
import { problem, problemsInOrder } from '../../core/deck/problem-report.ts'
import { overflowProblems } from './overflows.ts'

/** What the pages of a deck do not show as it was meant, each once, at the line where its slide begins. */
export function foundProblems(deck: Deck, { overflows, unloaded, notDrawn }: PrintFindings): Problem[] {
  const once = <T extends { readonly slide: string }>(all: readonly T[], said: (one: T, slide: Slide) => Problem) => {
    const distinct = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
    return distinct.flatMap((one) => {
      const slide = deck.slides.find(({ id }) => id === one.slide)
      return slide === undefined ? [] : [said(one, slide)]
    })
  }
  const at = ({ line }: Slide) => ({ line, column: 1 })
  return problemsInOrder([
    ...overflowProblems(deck, overflows),
    ...once(unloaded, ({ path }, slide) => problem(deck.file, at(slide), 'unloaded-image', slide.id, path)),
    ...once(notDrawn, ({ characters }, slide) => problem(deck.file, at(slide), 'not-drawn', slide.id, characters)),
  ])
}

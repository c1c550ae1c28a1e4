import type { Deck, Slide } from '../../contract/deck.ts'
import type { ExportOptions } from '../../contract/library.ts'
import { askedSteps } from './asks.ts'

/** One page of the print: a slide at a step. */
export interface Page {
  readonly slide: Slide
  readonly step: number
  /** The question before the step's answer. */
  readonly asking: boolean
  /** The first page of its slide: links and bookmarks lead here. */
  readonly first: boolean
  /** The last page of its slide: a screen reader hears the slide's content here, complete. */
  readonly last: boolean
}

/**
 * The pages of a deck in order: one a step, and where a picture asks first the question on a page before its answer; or
 * with `final` one a slide at its last step, and one for each screen of what one page does not hold.
 */
export function pagesOf(deck: Deck, steps: ExportOptions['steps']): Page[] {
  return deck.slides.flatMap((slide) => {
    const all =
      steps === 'final' ? [...(slide.screens ?? []), slide.steps] : Array.from({ length: slide.steps }, (_, i) => i + 1)
    const asks = steps === 'final' || !slide.scene ? [] : askedSteps(slide.scene)
    const shown = all.flatMap((step) => [
      ...(asks.includes(step) ? [{ step, asking: true }] : []),
      { step, asking: false },
    ])
    return shown.map((page, i) => ({ slide, ...page, first: i === 0, last: i === shown.length - 1 }))
  })
}

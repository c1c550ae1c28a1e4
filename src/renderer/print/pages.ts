import type { Deck, Slide } from '../../contract/deck.ts'
import type { ExportOptions } from '../../contract/library.ts'

/** One page of the print: a slide at a step. */
export interface Page {
  readonly slide: Slide
  readonly step: number
  /** The first page of its slide: links and bookmarks lead here. */
  readonly first: boolean
  /** The last page of its slide: a screen reader hears the slide's content here, complete. */
  readonly last: boolean
}

/** The pages of a deck in order: one a step, or with `final` one a slide at its last step. */
export function pagesOf(deck: Deck, steps: ExportOptions['steps']): Page[] {
  return deck.slides.flatMap((slide) => {
    const from = steps === 'final' ? slide.steps : 1
    return Array.from({ length: slide.steps - from + 1 }, (_, i) => ({
      slide,
      step: from + i,
      first: i === 0,
      last: from + i === slide.steps,
    }))
  })
}

/**
 * The heading level of each slide, by its index: 1 for the title slide, 2 for sections, and below a section 3.
 * Chromium makes the bookmarks of the PDF from these.
 */
export function headingLevels(slides: readonly Slide[]): number[] {
  let inSection = false
  return slides.map((slide, i) => {
    if (slide.layout === 'title' && i === 0) return 1
    if (slide.layout === 'section') {
      inSection = true
      return 2
    }
    return inSection ? 3 : 2
  })
}

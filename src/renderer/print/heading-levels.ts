import type { Slide } from '../../contract/deck.ts'

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

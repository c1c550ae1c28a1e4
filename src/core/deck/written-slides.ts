import type { Slide } from '../../contract/deck.ts'

/** The slides that somebody wrote: all but a cover that was made. */
export const writtenSlides = <S extends Pick<Slide, 'isMade'>>(slides: readonly S[]): readonly S[] =>
  slides.filter(({ isMade }) => isMade !== true)

/** The number of a slide, by its place in the deck: from 1 at the first that was written, and 0 of a made cover. */
export const slideNumber = (slides: readonly Pick<Slide, 'isMade'>[], index: number): number =>
  index + (slides[0]?.isMade === true ? 0 : 1)

import type { Slide } from '../../contract/deck.ts'
import { askedSteps } from '../../core/scenes/asks.ts'

/** The slides that a talk can be at: of those with the same id (a mistake that the deck reports) only the first. */
export function reachable(slides: readonly Slide[]): ReadonlyMap<string, Slide> {
  const byId = new Map<string, Slide>()
  for (const slide of slides) if (!byId.has(slide.id)) byId.set(slide.id, slide)
  return byId
}

/** A slide on the stage: the one shown or one of its neighbours, at the step it shows when it is come to. */
export interface NearSlide {
  readonly slide: Slide
  readonly step: number
  /** Its picture asks first. */
  readonly asking: boolean
  readonly isShown: boolean
}

/**
 * The slides to keep on the stage: the shown one and its neighbours, so that a deck of thousands costs what a deck of
 * three costs. The one before stands at its last step and the one after at its first, as they are come to.
 */
export function nearSlides(slides: readonly Slide[], index: number, step: number, asking: boolean): NearSlide[] {
  return [index - 1, index, index + 1].flatMap((at) => {
    const slide = slides[at]
    if (!slide) return []
    if (at === index) return { slide, step, asking, isShown: true }
    if (at < index) return { slide, step: slide.steps, asking: false, isShown: false }
    const asksFirst = slide.scene !== null && askedSteps(slide.scene).includes(1)
    return { slide, step: 1, asking: asksFirst, isShown: false }
  })
}

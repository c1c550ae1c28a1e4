import type { Slide } from '../../contract/deck.ts'

/** Whole minutes, as people plan; null where no slide says how long it takes. */
export function plannedMinutes(slides: readonly Pick<Slide, 'seconds'>[]): number | null {
  const seconds = slides.reduce((sum, slide) => sum + (slide.seconds ?? 0), 0)
  return seconds === 0 ? null : Math.max(1, Math.round(seconds / 60))
}

import type { Deck } from '../../contract/deck.ts'
import type { Place } from '../../contract/talk.ts'
import { nearest } from '../deck/nearest.ts'
import { askedSteps } from '../scenes/asks.ts'

interface OutlineSlide {
  readonly id: string
  readonly steps: number
  /** Steps whose picture asks before it answers. */
  readonly asks?: readonly number[]
}

/** All that a talk knows of its deck: the slides in order and how many steps each takes (at least 1). */
export interface Outline {
  readonly slides: readonly OutlineSlide[]
}

export type Direction = 'forward' | 'backward'

/**
 * The outline of a deck. Of slides with the same id (a mistake that the deck reports) only the first counts: a place
 * names a slide by its id, and with two of them a talk would walk in circles.
 */
export function outlineOf(deck: Pick<Deck, 'slides'>): Outline {
  const known = new Map<string, OutlineSlide>()
  for (const { id, steps, scene } of deck.slides) {
    if (known.has(id)) continue
    const asks = scene ? askedSteps(scene) : []
    known.set(id, asks.length > 0 ? { id, steps, asks } : { id, steps })
  }
  return { slides: [...known.values()] }
}

export function samePlace(a: Place, b: Place): boolean {
  return a.slide === b.slide && a.step === b.step && a.asking === b.asking
}

/** Whether the picture asks before it shows the step. */
export const asksAt = (outline: Outline, { slide, step }: Place): boolean =>
  outline.slides[indexOf(outline, slide)]?.asks?.includes(step) ?? false

/** A step of a slide as it is come to: where the picture asks, the question comes first. */
const arrive = ({ id, asks = [] }: OutlineSlide, step: number): Place =>
  asks.includes(step) ? { slide: id, step, asking: true } : { slide: id, step }

const indexOf = (outline: Outline, slide: string): number => outline.slides.findIndex(({ id }) => id === slide)

/** The place with its step brought into the slide's range, or null where there is no such slide. */
export function settle(outline: Outline, place: Place): Place | null {
  const slide = outline.slides[indexOf(outline, place.slide)]
  if (!slide) return null
  const step = Math.min(Math.max(place.step, 1), slide.steps)
  return place.asking ? arrive(slide, step) : { slide: slide.id, step }
}

/** The first step of the first slide, or null for an empty outline. */
export function firstPlace(outline: Outline): Place | null {
  const slide = outline.slides[0]
  return slide ? arrive(slide, 1) : null
}

/** The last step of the last slide, or null for an empty outline. */
export function lastPlace(outline: Outline): Place | null {
  const slide = outline.slides.at(-1)
  return slide ? { slide: slide.id, step: slide.steps } : null
}

/**
 * One step on or back: over the end to the next slide's first step, over the start to the previous slide's last. A step
 * that asks takes two presses forward, question and answer, and one back.
 */
export function stepFrom(outline: Outline, place: Place, direction: Direction): Place | null {
  const index = indexOf(outline, place.slide)
  const slide = outline.slides[index]
  if (!slide) return null
  if (direction === 'forward') {
    if (place.asking) return { slide: slide.id, step: place.step }
    if (place.step < slide.steps) return arrive(slide, place.step + 1)
    const next = outline.slides[index + 1]
    return next ? arrive(next, 1) : null
  }
  if (place.step > 1) return { slide: slide.id, step: place.step - 1 }
  const previous = index > 0 ? outline.slides[index - 1] : undefined
  return previous ? { slide: previous.id, step: previous.steps } : null
}

/** A whole slide on or back, always to its first step. */
export function slideFrom(outline: Outline, place: Place, direction: Direction): Place | null {
  const index = indexOf(outline, place.slide) + (direction === 'forward' ? 1 : -1)
  const slide = index >= 0 ? outline.slides[index] : undefined
  if (!slide) return null
  return direction === 'forward' ? arrive(slide, 1) : { slide: slide.id, step: 1 }
}

/**
 * What a slide that is gone is called now, if its name alone has changed: among the new slides that stand between the
 * neighbours it had, the one at its place where as many came as went, else the one whose name is like its own.
 */
function renamed(slide: string, old: Outline, next: Outline): string | null {
  const index = indexOf(old, slide)
  if (index < 0) return null
  const places = new Map(next.slides.map(({ id }, at) => [id, at]))
  const isGone = (at: number): boolean => {
    const id = old.slides[at]?.id
    return id !== undefined && !places.has(id)
  }
  let [from, to] = [index, index + 1]
  while (isGone(from - 1)) from -= 1
  while (isGone(to)) to += 1
  const before = old.slides[from - 1]
  const after = old.slides[to]
  const known = new Set(old.slides.map(({ id }) => id))
  const between = next.slides
    .slice(before ? (places.get(before.id) ?? 0) + 1 : 0, after ? places.get(after.id) : undefined)
    .map(({ id }) => id)
    .filter((id) => !known.has(id))
  return between.length === to - from ? (between[index - from] ?? null) : nearest(slide, between)
}

/**
 * The place in `next` that stands for a place in `old`: the same slide with its step in range, also under a new name; where
 * that slide is gone, the nearest slide by the old order that is still there (the following one if two are equally near);
 * where none is left, the slide that is now at the same position.
 * @returns null only for an empty `next`
 */
export function carry(place: Place, old: Outline, next: Outline): Place | null {
  const stayed = settle(next, place)
  if (stayed) return stayed
  const name = renamed(place.slide, old, next)
  if (name !== null) return settle(next, { ...place, slide: name })
  const steps = new Map(next.slides.map((slide) => [slide.id, slide.steps]))
  const index = indexOf(old, place.slide)
  for (let distance = 1; distance <= old.slides.length; distance += 1) {
    const following = old.slides[index + distance]
    if (following && steps.has(following.id)) return { slide: following.id, step: 1 }
    const before = index >= distance ? old.slides[index - distance] : undefined
    const last = before && steps.get(before.id)
    if (before && last !== undefined) return { slide: before.id, step: last }
  }
  const replaced = next.slides[Math.min(Math.max(index, 0), next.slides.length - 1)]
  return replaced ? { slide: replaced.id, step: 1 } : null
}

import type { Point } from './lines.ts'

/** Slides as another file names them: a whole deck, one slide of it, or a range of its slides. */
export interface SlideReference {
  /** The deck's name, composed as the names of decks are. */
  readonly deck: string
  /** Null for the whole deck. */
  readonly range: { readonly first: string; readonly last: string } | null
  readonly at: Point
}

/** `DECK`, `DECK#slide` or `DECK#first..last`. */
export const referencePattern = /^[^#\s][^#]*(?:#[^#\s.]+(?:\.\.[^#\s.]+)?)?$/
/** `DECK#slide` alone. */
export const oneSlidePattern = /^[^#\s][^#]*#[^#\s.]+$/

/** Reads a reference that fits its pattern. */
export function slideReference(written: string, at: Point): SlideReference {
  const [deck = '', range] = written.split('#')
  const [first, last = first] = range?.split('..') ?? []
  const name = deck.trim().normalize('NFC')
  return { deck: name, range: first === undefined || last === undefined ? null : { first, last }, at }
}

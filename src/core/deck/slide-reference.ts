import type { Point } from './lines.ts'
import { nearest } from './nearest.ts'
import type { Report } from './problem-report.ts'

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

/** What a reference can name. */
export interface KnownDeck {
  readonly ref: { readonly name: string }
  readonly slides: readonly { readonly id: string }[]
}

/** Reports what a reference names and the course has in no language; says whether all of it is there. */
export function checkReference(
  { deck, range, at }: SlideReference,
  decks: readonly KnownDeck[],
  report: Report,
): boolean {
  const versions = decks.filter(({ ref }) => ref.name === deck)
  if (versions.length === 0) {
    const names = new Set(decks.map(({ ref }) => ref.name))
    report.add(at, 'unknown-deck', deck, nearest(deck, names))
    return false
  }
  const ids = new Set(versions.flatMap(({ slides }) => slides.map(({ id }) => id)))
  const unknown = [...new Set(range === null ? [] : [range.first, range.last])].filter((id) => !ids.has(id))
  for (const id of unknown) report.add(at, 'unknown-slide', deck, id, nearest(id, ids))
  return unknown.length === 0
}

/** Reads a reference that fits its pattern. */
export function slideReference(written: string, at: Point): SlideReference {
  const [deck = '', range] = written.split('#')
  const [first, last = first] = range?.split('..') ?? []
  const name = deck.trim().normalize('NFC')
  return { deck: name, range: first === undefined || last === undefined ? null : { first, last }, at }
}

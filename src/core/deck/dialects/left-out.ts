import type { LeftOutKind } from '../../../contract/deck.ts'

/** Something of another format that Lectern does not show, where it stands in the file. */
export interface Missed {
  readonly kind: LeftOutKind
  readonly line: number
  /** What stands there, as it is written. */
  readonly source: string
  /** The slide, from 0; null where it is about the whole deck. */
  readonly slide: number | null
}

/** Gathers what is left out. */
export interface Missing {
  readonly all: readonly Missed[]
  add(kind: LeftOutKind, line: number, source: string): void
  /** From here on it is about this slide. */
  turnTo(slide: number | null): void
}

/** So much of a source is told. */
const longest = 60

/** What stands somewhere, on one line, as far as it is told. */
export function told(source: string): string {
  const line = source.trim().replaceAll(/\s+/g, ' ')
  const characters = Array.from(line)
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`
}

export function createMissing(): Missing {
  const all: Missed[] = []
  let slide: number | null = null
  return {
    all,
    add: (kind, line, source) => void all.push({ kind, line, source: told(source), slide }),
    turnTo: (next) => void (slide = next),
  }
}

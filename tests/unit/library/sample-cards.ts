import type { LastPlace } from '../../../src/contract/library.ts'
import type { DeckCard } from '../../../src/renderer/library/shelf.ts'

/** A place in a deck of ten slides; where `atMs` is not said, of long ago. */
export const placeAt = (slideNumber: number, more: Partial<LastPlace> = {}): LastPlace => ({
  slide: `slide-${slideNumber}`,
  step: 1,
  slideNumber,
  atMs: 0,
  day: '2026-11-01',
  isEnd: false,
  ...more,
})

/** The card of a deck of ten slides. */
export const cardOf = (name: string, lastPlace: LastPlace | null = null, slides = 10): DeckCard => ({
  name,
  langs: ['ko'],
  deck: {
    ref: { course: 'c', name, lang: 'ko' },
    emblem: 'sheet',
    title: name,
    slides,
    pages: { all: slides, final: slides },
    minutes: null,
    problems: { errors: 0, warnings: 0, first: [] },
    lastPlace,
  },
})

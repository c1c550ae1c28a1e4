import type { Deck } from '../../../src/contract/deck.ts'

/** A deck of forty slides of one to four steps, with no more in them than a talk needs. */
export const longDeck: Deck = {
  ref: { course: 'docker', name: 'deck', lang: 'ko' },
  file: 'deck.ko.md',
  title: 'Deck',
  emblem: 'sheet',
  minutes: null,
  slides: Array.from(
    { length: 40 },
    (_, index) => ({ id: `slide-${index}`, steps: 1 + (index % 4) }) as Deck['slides'][number],
  ),
  problems: [],
}

import { expect, test } from 'vitest'
import type { Deck } from '../../../src/contract/deck.ts'
import { pagesOf } from '../../../src/core/scenes/printed-pages.ts'
import { headingLevels } from '../../../src/renderer/print/heading-levels.ts'

const slide = (id: string, steps: number, scene?: { id: string; steps: string[] }) => ({
  id,
  steps,
  scene: scene ?? null,
})
const deck = {
  slides: [slide('words', 2), slide('call', 2, { id: 'vm-vs-container', steps: ['VC-4', 'VC-5'] })],
} as unknown as Deck
const told = (steps: 'all' | 'final') =>
  pagesOf(deck, steps).map(
    ({ slide: { id }, step, asking, first, last }) =>
      `${id} ${step}${asking ? '?' : ''}${first ? ' first' : ''}${last ? ' last' : ''}`,
  )

test('a step that asks has its question on the page before its answer', () => {
  expect(told('all')).toEqual(['words 1 first', 'words 2 last', 'call 1 first', 'call 2?', 'call 2 last'])
})

test('where only final steps are printed nothing is asked', () => {
  expect(told('final')).toEqual(['words 2 first last', 'call 2 first last'])
})

test('bookmarks: the title slide is 1, sections are 2, and what follows a section is 3', () => {
  const levels = (...layouts: string[]) =>
    headingLevels(layouts.map((layout) => ({ layout })) as unknown as Deck['slides'])
  expect(levels('title', 'content', 'section', 'content', 'table', 'section', 'content')).toEqual([1, 2, 2, 3, 3, 2, 3])
  // Without sections everything is one level below the deck; a title slide further on is a slide like any other.
  expect(levels('content', 'title', 'content')).toEqual([2, 2, 2])
  expect(levels('title', 'section', 'title')).toEqual([1, 2, 3])
})

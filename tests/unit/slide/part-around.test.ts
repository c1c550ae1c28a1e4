import { expect, test } from 'vitest'
import type { Deck, Slide } from '../../../src/contract/deck.ts'
import { partAround } from '../../../src/renderer/slide/part-around.ts'

const slide = (id: string, asks: readonly string[] = []) =>
  ({ id, title: `title of ${id}`, layout: id.startsWith('cover') ? 'title' : 'content', asks }) as unknown as Slide
const deckOf = (slides: readonly Slide[], next?: string): Deck =>
  ({ slides, ...(next === undefined ? {} : { next }) }) as unknown as Deck

const path = [
  slide('before'),
  slide('cover 1'),
  slide('a', ['q-1', 'q-2']),
  slide('b', ['q-2']),
  slide('cover 2'),
  slide('c', ['q-1']),
]

test.each([
  ['before', ['before'], 0, 'title of cover 1'],
  ['cover 1', ['cover 1', 'a', 'b'], 2, 'title of cover 2'],
  ['a', ['cover 1', 'a', 'b'], 2, 'title of cover 2'],
  ['b', ['cover 1', 'a', 'b'], 2, 'title of cover 2'],
  ['cover 2', ['cover 2', 'c'], 1, 'another deck'],
  ['c', ['cover 2', 'c'], 1, 'another deck'],
])('the part around %s goes from its cover to the next', (id, slides, questions, next) => {
  const part = partAround(deckOf(path, 'another deck'), slide(id))
  expect([part.slides.map((each) => each.id), part.questions, part.next]).toEqual([slides, questions, next])
})

test('without covers it is the whole deck, and without a next deck nothing comes', () => {
  const part = partAround(deckOf([slide('a'), slide('b')]), slide('b'))
  expect([part.slides.map(({ id }) => id), part.next]).toEqual([['a', 'b'], undefined])
})

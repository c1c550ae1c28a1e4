import { expect, test } from 'vitest'
import type { Slide } from '../../../src/contract/deck.ts'
import { nearSlides, reachable } from '../../../src/renderer/stage/near-slides.ts'

const slide = (id: string, steps: number, played: readonly string[] = []) =>
  ({ id, steps, scene: played.length > 0 ? { id: 'vm-vs-container', steps: played } : null }) as unknown as Slide
const deck = [
  slide('cover', 1),
  slide('list', 3),
  slide('asks', 2, ['VC-5', 'VC-6']),
  slide('end', 2, ['VC-4', 'VC-5']),
]
const near = (index: number, step = 1, asking = false) =>
  nearSlides(deck, index, step, asking).map(
    (each) => `${each.slide.id} ${each.step}${each.asking ? '?' : ''}${each.isShown ? ' shown' : ''}`,
  )

test('beside the shown slide stand the one before at its end and the one after at its beginning', () => {
  expect(near(1, 2)).toEqual(['cover 1', 'list 2 shown', 'asks 1?'])
  expect(near(2, 1, true)).toEqual(['list 3', 'asks 1? shown', 'end 1'])
  expect(near(2, 1)).toEqual(['list 3', 'asks 1 shown', 'end 1'])
})

test('at the ends of the deck there is one neighbour, and of an empty deck nothing', () => {
  expect(near(0)).toEqual(['cover 1 shown', 'list 1'])
  expect(near(3, 2)).toEqual(['asks 2', 'end 2 shown'])
  expect(nearSlides([], 0, 1, false)).toEqual([])
})

test('of slides with the same id the first can be reached', () => {
  const twice = [slide('a', 1), slide('b', 1), slide('a', 4)]
  expect([...reachable(twice).values()]).toEqual(twice.slice(0, 2))
})

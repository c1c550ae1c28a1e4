import { describe, expect, test } from 'vitest'
import { canContinue, nextCard, slidesBehind } from '../../../src/renderer/library/next-deck.ts'
import { cardOf, placeAt } from './sample-cards.ts'

test.each([
  [null, false, 0],
  [placeAt(1), false, 0],
  [placeAt(1, { step: 2 }), true, 0],
  [placeAt(6), true, 5],
  [placeAt(10), true, 9],
  [placeAt(10, { isEnd: true }), false, 10],
])('of ten slides with the last place %o one goes on: %s, and so many lie behind: %i', (lastPlace, goesOn, behind) => {
  const { deck } = cardOf('a', lastPlace)
  expect([canContinue(deck), slidesBehind(deck)]).toEqual([goesOn, behind])
})

describe('what is presented next', () => {
  const end = (atMs: number) => placeAt(10, { isEnd: true, atMs })
  const next = (decks: Parameters<typeof nextCard>[0], paths: Parameters<typeof nextCard>[1] = []) =>
    nextCard(decks, paths)?.name ?? null

  test('is the first deck where none was ever shown', () => {
    expect(next([cardOf('a'), cardOf('b')])).toBe('a')
    expect(next([])).toBeNull()
  })

  test('is what was shown last as long as something of it is left, be it a deck or a path', () => {
    const decks = [cardOf('a', placeAt(9, { atMs: 1 })), cardOf('b', placeAt(2, { atMs: 3 })), cardOf('c')]
    expect(next(decks)).toBe('b')
    expect(next(decks, [cardOf('path:x', placeAt(2, { atMs: 4 }))])).toBe('path:x')
  })

  test('is the deck behind the one that was shown to its end', () => {
    expect(next([cardOf('a', end(1)), cardOf('b'), cardOf('c')])).toBe('b')
    expect(next([cardOf('a'), cardOf('b', end(1)), cardOf('c', end(2)), cardOf('d')])).toBe('d')
  })

  test('is one that was passed over where nothing is left behind', () => {
    expect(next([cardOf('a', end(1)), cardOf('b'), cardOf('c', end(2))])).toBe('b')
  })

  test('goes round where all were shown', () => {
    expect(next([cardOf('a', end(1)), cardOf('b', end(3)), cardOf('c', end(2))])).toBe('c')
    expect(next([cardOf('a', end(1)), cardOf('b', end(2))])).toBe('a')
  })

  test('after a path is the deck behind the one shown last', () => {
    expect(next([cardOf('a', end(1)), cardOf('b')], [cardOf('path:x', end(5))])).toBe('b')
  })

  test('is none that cannot be presented, unless there is no other', () => {
    expect(next([cardOf('a', null, 0), cardOf('b')])).toBe('b')
    expect(next([cardOf('a', placeAt(1, { atMs: 1 }), 0), cardOf('b')])).toBe('b')
    expect(next([cardOf('a', null, 0)])).toBe('a')
  })
})

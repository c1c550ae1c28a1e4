import { describe, expect, test } from 'vitest'
import type { Label, Mark } from '../../../src/core/diagram/mark.ts'
import { crossing, replacing, slides, stemOf } from '../../../src/core/diagram/motion/moving-words.ts'

/** Words about ten px wide and ten high, with their baseline at `y`. */
const words = (key: string, x: number, y: number, text = 'ab'): Label => ({
  ...{ kind: 'label', key, x, y, size: 10, leading: 20, anchor: 'start', opacity: 1, rise: 0 },
  lines: [[{ text, mono: true, weight: 400, ink: '#000000' }]],
})
const plate = (x: number, y: number, w = 200, h = 100): Mark => ({ kind: 'box', key: 'plate', x, y, w, h }) as Mark

describe('words slide', () => {
  test('up to 24 px by themselves, whichever way', () => {
    const [here, near, far] = [words('a', 0, 0), words('a', 14.4, 19.2), words('a', -14.4, -19.3)]
    expect([slides(here, near, []), slides(here, far, [])]).toEqual([true, false])
  })

  test.each<[string, readonly [number, number], readonly [number, number], Mark, boolean]>([
    ['at its left and upper edge', [20, 30], [320, 230], plate(300, 200), true],
    ['a little out of place', [20, 30], [323, 233], plate(300, 200), true],
    ['more than that to the right', [20, 30], [324, 230], plate(300, 200), false],
    ['more than that below', [20, 30], [320, 234], plate(300, 200), false],
    ['at the right edge of one that grew', [180, 30], [580, 230], plate(300, 200, 300), true],
    ['in the middle of one that grew', [100, 50], [450, 300], plate(300, 200, 300, 200), true],
    ['at the lower edge of one that grew', [20, 95], [320, 395], plate(300, 200, 200, 200), true],
    ['at no edge of one that grew', [60, 30], [390, 230], plate(300, 200, 300), false],
  ])('with the plate that they are on: %s', (_, from, to, now, does) => {
    expect(slides(words('a', ...from), words('a', ...to), [[plate(0, 0), now]])).toBe(does)
  })

  test('with no plate that they were beside, or are beside now', () => {
    const pair = [plate(0, 0), plate(300, 200)] as const
    expect(slides(words('a', -3, 50), words('a', 297, 250), [pair])).toBe(true)
    expect(slides(words('a', -4, 50), words('a', 296, 250), [pair])).toBe(false)
    expect(slides(words('a', 20, 104), words('a', 320, 304), [pair])).toBe(false)
    // A line is no plate.
    const line = {
      kind: 'arrow',
      key: 'plate',
      points: [[0, 0]],
      strokeWidth: 900,
      haloWidth: 0,
      head: 0,
    } as unknown as Mark
    expect(slides(words('a', 20, 30), words('a', 320, 230), [[line, line]])).toBe(false)
  })
})

describe('of words that would slide through others', () => {
  const pair = (key: string, from: readonly [number, number], to: readonly [number, number]) =>
    [words(key, ...from), words(key, ...to)] as const
  const out = (...kept: Parameters<typeof crossing>[0]): string[] => [...crossing(kept)]

  test('go those that go farther', () => {
    expect(out(pair('far', [0, 0], [0, 100]), pair('near', [0, 50], [4, 50]))).toEqual(['far'])
    expect(out(pair('near', [0, 50], [4, 50]), pair('far', [0, 0], [0, 100]))).toEqual(['far'])
    expect(out(pair('a', [0, 25], [0, 75]), pair('stands', [0, 50], [0, 50]))).toEqual(['a'])
  })

  test.each([25, 50, 75])('is looked at %i %% of the way', (y) => {
    expect(out(pair('far', [0, 0], [0, 100]), pair('stands', [0, y], [0, y]))).toEqual(['far'])
  })

  test('none go where they stand on each other before or after, pass beside each other, or hardly move', () => {
    expect(out(pair('far', [0, 0], [0, 100]), pair('stands', [0, 5], [0, 5]))).toEqual([])
    expect(out(pair('far', [0, 0], [0, 100]), pair('stands', [0, 95], [0, 95]))).toEqual([])
    expect(out(pair('far', [0, 0], [0, 100]), pair('stands', [10, 50], [10, 50]))).toEqual([])
    expect(out(pair('far', [0, 0], [0, 100]), pair('along', [20, 0], [20, 100]))).toEqual([])
    expect(out(pair('far', [0, 0], [0, 100]), [plate(0, 40), plate(0, 40)])).toEqual([])
    expect(out()).toEqual([])
  })
})

test('a key is the same without its words', () => {
  expect(['a/name"web 1', 'a/name', 'a"b"c\nd'].map(stemOf)).toEqual(['a/name', 'a/name', 'a'])
})

describe('words are replaced', () => {
  const old = words('name"web', 100, 100)
  const by = (...coming: readonly Mark[]): string | undefined => replacing(old, coming)?.key

  test('by those that say something else of the same, not far from there', () => {
    expect(by(words('other"db', 100, 100), words('name"db', 157, 100), words('name"x', 100, 100))).toBe('name"db')
    expect(by(words('name"db', 158, 100))).toBeUndefined()
    expect(by(words('name"db', 43, 100))).toBe('name"db')
    expect(by(words('name"db', 42, 100))).toBeUndefined()
    expect(by(words('name"db', 100, 157))).toBe('name"db')
    expect(by(words('name"db', 100, 158))).toBeUndefined()
    expect(by(words('name"db', 100, 43))).toBe('name"db')
    expect(by(words('name"db', 100, 42))).toBeUndefined()
  })

  test('by words alone, as nothing but words is', () => {
    const box = { ...plate(100, 90, 10, 10), key: 'name"db' } as Mark
    expect(by(box)).toBeUndefined()
    expect(replacing({ ...box, key: 'name"web' }, [box])).toBeUndefined()
  })
})

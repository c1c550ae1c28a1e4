import { describe, expect, test } from 'vitest'
import { likeness, plain, rematch, type CardPrints, type Fingerprint } from '../../../src/core/review/rematch.ts'

test.each([
  ['커널을  공유하나요?', '커널을 공유하나요'],
  ['  What IS a “layer”? ', 'what is a layer'],
  ['a-b_c', 'a b c'],
  ['1 + 1 = 2', '1 1 2'],
  ['\u1112\u1161\u11ab', '한'],
  ['…', ''],
])('“%s” is plainly “%s”', (text, expected) => expect(plain(text)).toBe(expected))

describe('likeness', () => {
  test.each([
    ['night', 'nacht', 0.25],
    ['aaa', 'aaa', 1],
    ['', '', 1],
    ['a', 'b', 0],
    ['a', 'ab', 0],
    ['ab', 'cd', 0],
    // A pair counts as often as it is in both.
    ['aaaa', 'aa', 0.5],
    ['aaaa', 'aaa', 0.8],
    // Spaces are no letters.
    ['a b c', 'abc', 1],
    // Nor are halves of one.
    ['🐳🐙', '🐳🐙🐚', 2 / 3],
  ])('of “%s” and “%s” is %d', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected, 12)
    expect(likeness(b, a)).toBeCloseTo(expected, 12)
  })
})

const print = (text: string, points: readonly string[] = [], path: readonly string[] = []): Fingerprint => ({
  text,
  points,
  path,
})
const ko = (card: string, ...of: Parameters<typeof print>): CardPrints => ({ card, prints: { ko: print(...of) } })
const en = (card: string, ...of: Parameters<typeof print>): CardPrints => ({ card, prints: { en: print(...of) } })
const moved = (known: readonly CardPrints[], present: readonly CardPrints[]): readonly string[] =>
  rematch(known, present).map(({ from, to }) => `${from} → ${to}`)

const points = ['alpha beta', 'gamma delta', 'epsilon zeta', 'eta theta', 'iota kappa'] as const
const firstOf = (count: number) => points.slice(0, count)

describe('a card that vanished', () => {
  test('is the new one with its text, in a language that both have', () => {
    expect(moved([ko('old', '같은 글')], [ko('new', '같은 글')])).toEqual(['old → new'])
    expect(moved([ko('old', '같은 글')], [en('new', '같은 글')])).toEqual([])
    expect(moved([ko('old', '같은 글')], [ko('new', '다른 글')])).toEqual([])
    const both: CardPrints = { card: 'old', prints: { ko: print('하나'), en: print('one') } }
    expect(moved([both], [en('new', 'one')])).toEqual(['old → new'])
  })

  test('is none that was there before, and one that is still there is no other', () => {
    expect(moved([ko('old', '글'), ko('there', '글')], [ko('there', '글')])).toEqual([])
    expect(moved([ko('there', '글')], [ko('there', '글'), ko('new', '글')])).toEqual([])
  })

  test('is not recognised by a text that is empty', () => {
    expect(moved([ko('old', '')], [ko('new', '')])).toEqual([])
  })

  test('is nothing where another could be it as well, on either side', () => {
    expect(moved([ko('old', '글')], [ko('a', '글'), ko('b', '글')])).toEqual([])
    expect(moved([ko('a', '글'), ko('b', '글')], [ko('new', '글')])).toEqual([])
  })

  test('is of several with its text that at its place, and then the one that is left', () => {
    const present = [ko('x', '글', [], ['둘째']), ko('y', '글', [], ['첫째', '안'])]
    expect(moved([ko('old', '글', [], ['첫째', '안'])], present)).toEqual(['old → y'])
    const known = [ko('old', '글', [], ['첫째', '안']), ko('other', '글', [], ['옛 곳'])]
    expect(moved(known, present)).toEqual(['old → y', 'other → x'])
    // A heading is not two.
    expect(moved([ko('old', '글', [], ['첫째 안'])], present)).toEqual([])
  })

  test.each([
    ['all of three', firstOf(3), firstOf(3), true],
    ['four of five', firstOf(5), [...firstOf(4), 'lambda mu'], true],
    ['three of four', firstOf(4), [...firstOf(3), 'lambda mu'], false],
    ['three, and one more', firstOf(3), firstOf(4), true],
    ['three, and two more', firstOf(3), firstOf(5), false],
    ['two, as so few say too little', firstOf(2), firstOf(2), false],
    ['two of three', firstOf(2), firstOf(3), false],
    ['in another order', firstOf(4), firstOf(4).toReversed(), true],
    ['each mended a little', firstOf(3), firstOf(3).map((point) => `${point}s`), true],
    ['one that is there once for each of three', firstOf(3), Array.from({ length: 3 }, () => points[0]), false],
  ])('is recognised by its points: %s', (_, before, after, isSame) => {
    expect(moved([en('old', 'this', before)], [en('new', 'that', after)])).toEqual(isSame ? ['old → new'] : [])
    expect(moved([en('old', 'this', after)], [en('new', 'that', before)])).toEqual(isSame ? ['old → new'] : [])
  })

  test('goes by its text before it goes by its points, and what is taken is taken', () => {
    const known = [en('a', 'text', firstOf(3)), en('b', 'else', firstOf(4))]
    const present = [en('x', 'text', ['one', 'two', 'three']), en('y', 'new', firstOf(4))]
    expect(moved(known, present)).toEqual(['a → x', 'b → y'])
  })
})

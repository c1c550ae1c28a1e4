import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { extentOf, meets } from '../../../src/core/diagram/motion/extent.ts'
import { pile } from '../../../src/core/diagram/motion/pile.ts'

const box = (key: string, x = 0, opacity = 1): Mark => ({ kind: 'box', key, x, y: 0, w: 10, h: 10, opacity }) as Mark
const frame = (marks: readonly Mark[]): Frame => ({ width: 1000, height: 500, marks }) as never
/** From the lowest to the uppermost: what leaves with a minus before its key. */
function order(from: readonly Mark[], to: readonly Mark[], flights: readonly Mark[] = []): readonly string[] {
  const going = new Map(from.filter(({ key }) => to.some((mark) => mark.key === key)).map((mark) => [mark.key, mark]))
  return pile(frame(from), frame(to), going, flights).order.map((one) =>
    'leaving' in one ? `-${one.key}` : one.staying.key,
  )
}
const boxes = (keys: string): Mark[] => Array.from(keys).map((key) => box(key))

describe('what leaves', () => {
  test('lies above what it lay on, and below what lay on it', () => {
    expect(order(boxes('axb'), boxes('ab'))).toEqual(['a', '-x', 'b'])
    expect(order(boxes('xab'), boxes('ab'))).toEqual(['-x', 'a', 'b'])
    expect(order(boxes('abx'), boxes('ab'))).toEqual(['a', 'b', '-x'])
    expect(order(boxes('axyb'), boxes('anb'))).toEqual(['a', 'n', '-x', '-y', 'b'])
  })

  test('has a key that nobody else has', () => {
    const from = [box('a'), box('x'), box('x~')]
    expect(order(from, [box('a')], [box('x')])).toEqual(['a', '-x~', '-x~~'])
  })

  test('is nothing that was not seen', () => {
    expect(order([box('a'), box('x', 0, 0)], [box('a')])).toEqual(['a'])
  })
})

describe('what would have to slip through others', () => {
  test('leaves and comes instead, as few as can be', () => {
    expect(order(boxes('abc'), boxes('bca'))).toEqual(['-a~', 'b', 'c', 'a'])
    expect(order(boxes('abc'), boxes('cab'))).toEqual(['c', 'a', 'b', '-c~'])
    expect(order(boxes('abcde'), boxes('acbed'))).toHaveLength(7)
  })

  test('goes on where nothing is in its way', () => {
    const apart = ['a', 'b', 'c'].map((key, n) => box(key, n * 20))
    expect(order(apart, [...apart].reverse())).toEqual(['c', 'b', 'a'])
  })
})

test('whatever two pictures hold, each is in the pile once, and no two that are on each other change places', () => {
  const marks = fc.uniqueArray(
    fc.record({ key: fc.constantFrom(...Array.from('abcdefgh')), x: fc.integer({ min: 0, max: 30 }) }),
    {
      selector: ({ key }) => key,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(marks, marks, (was, now) => {
      const old = was.map(({ key, x }) => box(key, x))
      // What goes on stays where it is; only who lies on whom may change.
      const next = now.map(({ key, x }) => old.find((mark) => mark.key === key) ?? box(key, x))
      const going = new Map(old.filter((mark) => next.includes(mark)).map((mark) => [mark.key, mark]))
      const made = pile(frame(old), frame(next), going, [])
      const staying = made.order.flatMap((one) => ('staying' in one ? [one.staying] : []))
      const leaving = made.order.flatMap((one) => ('leaving' in one ? [one.leaving] : []))
      expect(staying).toEqual(next)
      const keys = (some: readonly Mark[]): string[] => some.map(({ key }) => key).sort()
      expect(keys(leaving)).toEqual(keys(old.filter(({ key }) => !made.kept.has(key))))
      const shown = made.order.map((one) => ('leaving' in one ? one.leaving : one.staying))
      const at = (mark: Mark, isGone: boolean): number =>
        made.order.findIndex((one) =>
          'leaving' in one ? isGone && one.leaving === mark : !isGone && one.staying === mark,
        )
      expect(shown).toHaveLength(made.order.length)
      const places = old.map((mark) => at(mark, !made.kept.has(mark.key)))
      for (const [high, upper] of old.entries())
        for (const [low, lower] of old.slice(0, high).entries()) {
          const areKept = [upper, lower].some(({ key }) => made.kept.has(key))
          if (areKept && meets(extentOf(upper), extentOf(lower)))
            expect(places[high]).toBeGreaterThan(places[low] ?? Infinity)
        }
    }),
  )
})

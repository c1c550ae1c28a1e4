/** What is seen on the way from one picture to another, to the value. */
import { describe, expect, it } from 'vitest'
import { between, type Way } from '../../../src/core/diagram/between.ts'
import type { Mark } from '../../../src/core/diagram/mark.ts'
import { arrow, at, box, cue, frame, ground, label, meter, packet } from './made-marks.ts'

describe('on the way', () => {
  const rounded = (mark: Mark): unknown =>
    JSON.parse(JSON.stringify(mark), (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
    )
  /** What of a mark is so at some moments. */
  const seenAt = (way: Way, key: string, names: readonly string[], ...moments: readonly number[]): unknown[] =>
    moments.map((ms) => {
      const mark = rounded(at(way, ms, key)) as Record<string, unknown>
      return names.map((name) => mark[name])
    })
  const even = { timed: { after: 0, ms: 200 } }
  /** Lands on the left, between 120 and 320 ms. */
  const left = packet('f', 0, 100, even)
  const still = frame(ground)

  it('what is new begins unseen, undrawn, empty and where it rises from, and slows down to its place', () => {
    const marks = [...ground, arrow('line', 0), meter('bar', 0.8), box('plate', 0, 100, { rise: 8 })]
    const way = between(still, frame(marks))
    expect(seenAt(way, 'bar', ['opacity', 'share'], 0, 90, 210, 330)).toEqual([
      [0, 0],
      [0, 0],
      [0.75, 0.6],
      [1, 0.8],
    ])
    expect(seenAt(way, 'line', ['opacity', 'drawn'], 0, 90, 210, 330)).toEqual([
      [0, 0],
      [0, 0],
      [0.75, 0.75],
      [1, 1],
    ])
    // 9 ms later, for it stands lower.
    expect(seenAt(way, 'plate', ['opacity', 'y'], 99, 219, 339)).toEqual([
      [0, 108],
      [0.75, 102],
      [1, 100],
    ])
  })

  it('what is new rises from afar only where that is watched in full, and words not through others', () => {
    const yAt90 = (mark: Mark, flights: boolean, ...beside: readonly Mark[]): unknown[] =>
      seenAt(between(frame([...ground, ...beside]), frame([...ground, ...beside, mark]), flights), mark.key, ['y'], 90)
    expect([false, true].map((flights) => yAt90(box('new', 0, 0, { rise: 24 }), flights))).toEqual([[[24]], [[24]]])
    expect([false, true].map((flights) => yAt90(box('new', 0, 0, { rise: -25 }), flights))).toEqual([[[0]], [[-25]]])
    const words = label('new', 'ab', 0, 0, { rise: 20 })
    expect(yAt90(words, true)).toEqual([[20]])
    expect(yAt90(words, true, label('under', 'ab', 0, 30))).toEqual([[0]])
    expect(yAt90(words, true, label('away', 'ab', 0, 60))).toEqual([[20]])

    // Nor through words that come with them and may not rise themselves, in whatever order they are.
    const lower = label('lower', 'ab', 0, 30, { rise: 20 })
    for (const coming of [
      [words, lower],
      [lower, words],
    ]) {
      const both = between(
        frame([...ground, label('under', 'ab', 0, 60)]),
        frame([...ground, label('under', 'ab', 0, 60), ...coming]),
        true,
      )
      expect(['new', 'lower'].map((key) => seenAt(both, key, ['y'], 90))).toEqual([[[0]], [[30]]])
    }
  })

  it('what goes along grows with it, seen at once', () => {
    const bar = meter('bar', 0.8, { opacity: 0.6, ...cue('f', 'along', 10) })
    const way = between(still, frame([...ground, bar], [left]), true)
    expect(seenAt(way, 'bar', ['opacity', 'share'], 130, 170, 210, 230, 330)).toEqual([
      [0, 0],
      [0.3, 0.16],
      [0.6, 0.32],
      [0.6, 0.4],
      [0.6, 0.8],
    ])
    const moved = frame([...ground, box('plate', 0, 0, cue('f', 'along', 10))], [left])
    const kept = between(frame([...ground, box('plate', 100)]), moved, true)
    expect(seenAt(kept, 'plate', ['x'], 130, 230, 330)).toEqual([[100], [50], [0]])
  })

  it('what lies behind reaches as far as it has come', () => {
    for (const mark of [
      meter('bar', 0.8, cue('f', 'behind', 10)),
      box('bar', 0, 0, { w: 100, ...cue('f', 'behind', 10) }),
    ]) {
      const way = between(still, frame([...ground, mark], [left]), true)
      expect(seenAt(way, 'bar', ['opacity', 'w'], 0, 130, 180, 230, 330)).toEqual([
        [0, 0],
        [0, 0],
        [1, 25],
        [1, 50],
        [1, 100],
      ])
    }
  })

  it('a plate that is landed on has its strongest edge after half of that', () => {
    const plate = box('plate', 90, -5, { h: 10 })
    const way = between(frame([...ground, plate]), frame([...ground, plate], [left]), true)
    expect(seenAt(way, 'plate', ['strokeWidth'], 0, 320, 360, 440, 560)).toEqual([[1], [1], [1.9], [2.8], [1]])
  })

  it('what flies fades in before and out after its way', () => {
    const way = between(still, frame(ground, [left]), true)
    expect(seenAt(way, 'f', ['opacity', 'at'], 0, 60, 120, 170, 320, 380, 439)).toEqual([
      [0, 0],
      [0.5, 0],
      [1, 0],
      [1, 0.25],
      [1, 1],
      [0.5, 1],
      [0.0083, 1],
    ])
  })

  it('what moves gathers way and brakes, what leaves fades evenly, pages dissolve', () => {
    const way = between(frame([...ground, box('moves', 0), box('x', 0, 200)]), frame([...ground, box('moves', 100)]))
    expect(seenAt(way, 'moves', ['x'], 60, 146.25, 232.5, 318.75, 405)).toEqual([[0], [6.25], [50], [93.75], [100]])
    expect(seenAt(way, 'x', ['opacity'], 0, 50, 100, 200)).toEqual([[1], [0.75], [0.5], [0]])
    const page = between(still, frame([box('new', 0)]))
    expect(seenAt(page, 'new', ['opacity'], 0, 60, 135, 210, 360)).toEqual([[0], [0], [0.125], [0.5], [1]])
    expect(seenAt(page, 'a', ['opacity'], 0, 120, 240)).toEqual([[1], [0.5], [0]])
  })
})

import { describe, expect, test } from 'vitest'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { distanceTo, extentOf, hull, meets, travel } from '../../../src/core/diagram/motion/extent.ts'
import { kinship } from '../../../src/core/diagram/motion/kinship.ts'

const mark = (look: object): Mark => ({ key: 'a', opacity: 1, rise: 0, ...look }) as never
const box = (key: string, x: number, y = 0, w = 10, h = 10, look: object = {}): Mark =>
  mark({ kind: 'box', key, x, y, w, h, ...look })
const run = (text: string, mono = false) => ({ text, mono, weight: 400, ink: '#000000' })
const label = (anchor: string, ...lines: readonly (readonly object[])[]): Mark =>
  mark({ kind: 'label', x: 100, y: 50, lines, size: 10, leading: 20, anchor })

describe('what a mark takes of the stage', () => {
  test('is of words about as wide as their letters, from the first line to below the last', () => {
    const rounded = (words: Mark): number[] => {
      const { left, right, top, bottom } = extentOf(words)
      return [left, right, top, bottom].map((px) => Number(px.toFixed(3)))
    }
    expect(rounded(label('start', [run('ab')]))).toEqual([100, 111.2, 42, 52])
    expect(rounded(label('start', [run('가a')]))).toEqual([100, 114.4, 42, 52])
    expect(rounded(label('start', [run('가a', true)]))).toEqual([100, 115, 42, 52])
    expect(rounded(label('start', [run('a')], [run('ab'), run('cd', true)]))).toEqual([100, 121.2, 42, 72])
    expect(rounded(label('middle', [run('ab')]))).toEqual([94.4, 105.6, 42, 52])
    expect(rounded(label('end', [run('ab')]))).toEqual([88.8, 100, 42, 52])
  })

  test.each<[string, object, readonly number[]]>([
    [
      'a line with its halo',
      {
        kind: 'arrow',
        points: [
          [0, 1],
          [10, 20],
        ],
        strokeWidth: 2,
        haloWidth: 6,
        head: 4,
      },
      [-3, 13, -2, 23],
    ],
    [
      'a line with its head',
      {
        kind: 'arrow',
        points: [
          [0, 1],
          [10, 20],
        ],
        strokeWidth: 2,
        haloWidth: 0,
        head: 8,
      },
      [-4, 14, -3, 24],
    ],
    [
      'what flies',
      {
        kind: 'packet',
        points: [
          [0, 0],
          [100, 40],
        ],
        at: 0.25,
        w: 20,
        h: 8,
      },
      [15, 35, 6, 14],
    ],
    ['a badge', { kind: 'badge', shape: 'pill', x: 50, y: 60, w: 20, h: 10 }, [40, 60, 55, 65]],
    ['a flag', { kind: 'badge', shape: 'flag', x: 50, y: 60, w: 20, h: 10 }, [40, 60, 50, 70]],
    ['a plate', { kind: 'card', x: 5, y: 6, w: 20, h: 10 }, [5, 25, 6, 16]],
  ])('is of %s all of it', (_, look, [left, right, top, bottom]) => {
    expect(extentOf(mark(look))).toEqual({ left, right, top, bottom })
  })
})

const room = { left: 10, right: 20, top: 30, bottom: 50 }

test('two that are together take what either takes', () => {
  expect(hull(room, { left: 0, right: 15, top: 40, bottom: 60 })).toEqual({ left: 0, right: 20, top: 30, bottom: 60 })
  expect(hull(room, { left: 12, right: 40, top: 0, bottom: 31 })).toEqual({ left: 10, right: 40, top: 0, bottom: 50 })
})

test.each([
  ['over a corner', { left: 19, right: 30, top: 49, bottom: 60 }, true],
  ['within', { left: 11, right: 12, top: 31, bottom: 32 }, true],
  ['right beside it', { left: 20, right: 30, top: 30, bottom: 50 }, false],
  ['left beside it', { left: 0, right: 10, top: 30, bottom: 50 }, false],
  ['right above it', { left: 10, right: 20, top: 0, bottom: 30 }, false],
  ['right below it', { left: 10, right: 20, top: 50, bottom: 60 }, false],
])('one %s meets it: %s', (_, other, does) => {
  expect([meets(room, other), meets(other, room)]).toEqual([does, does])
})

test('a point is as far from a room as from its nearest edge or corner, and none within', () => {
  const far = ([x, y]: readonly [number, number]): number => distanceTo(room, [x, y])
  expect(
    (
      [
        [15, 40],
        [10, 30],
        [7, 40],
        [24, 40],
        [15, 26],
        [15, 55],
        [7, 26],
        [23, 54],
      ] as const
    ).map(far),
  ).toEqual([0, 0, 3, 4, 4, 5, 5, 5])
})

test('a mark goes as far as the farthest of its corners, words as far as they are moved', () => {
  expect(travel(box('a', 0), box('a', 3, 0, 10, 14))).toBe(5)
  expect(travel(box('a', 0), box('a', 0, 0, 40, 10))).toBe(30)
  expect(travel(label('start', [run('a')]), { ...label('end', [run('other')]), x: 103, y: 54 } as Mark)).toBe(5)
})

describe('of two pictures', () => {
  const frame = (...marks: readonly Mark[]): Frame => ({ width: 1000, height: 500, marks }) as never
  const kept = (from: Frame, to: Frame): readonly string[] | 'pages' => {
    const { isPage, kept: going } = kinship(from, to)
    return isPage ? 'pages' : [...going.keys()]
  }
  const others = (count: number, name: string): Mark[] => Array.from({ length: count }, (_, n) => box(`${name}${n}`, n))

  test('goes on what has its key, is of its kind and was seen', () => {
    const from = frame(
      box('a', 0),
      box('b', 0),
      box('c', 0, 0, 10, 10, { opacity: 0 }),
      mark({ ...box('d', 0), kind: 'meter' }),
    )
    expect(kept(from, frame(box('a', 5), box('c', 5), box('d', 5), box('e', 0)))).toEqual(['a'])
    expect(kinship(from, frame(box('a', 5))).kept.get('a')).toBe(from.marks[0])
  })

  test('one in eight must go on, else they are pages', () => {
    expect(kept(frame(box('a', 0), ...others(3, 'x')), frame(box('a', 0), ...others(3, 'y')))).toEqual(['a'])
    expect(kept(frame(box('a', 0), ...others(3, 'x')), frame(box('a', 0), ...others(4, 'y')))).toBe('pages')
    expect(kept(frame(), frame())).toEqual([])
  })

  test('nobody follows a mark farther than a fifth of the stage', () => {
    expect(kept(frame(box('a', 0)), frame(box('a', 199)))).toEqual(['a'])
    expect(kept(frame(box('a', 0)), frame(box('a', 200)))).toBe('pages')
  })
})

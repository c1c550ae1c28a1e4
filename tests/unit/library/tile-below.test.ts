import { describe, expect, test } from 'vitest'
import { tileBelow } from '../../../src/renderer/library/tile-below.ts'

/** Tiles as they wrap: each row's top, and how many tiles of which width stand in it. */
const rows = (...all: readonly (readonly [top: number, count: number, width: number])[]) =>
  all.flatMap(([top, count, width]) =>
    Array.from({ length: count }, (_, at) => ({ top, left: at * width, right: at * width + width - 10 })),
  )

describe('the tile below', () => {
  const grid = rows([0, 3, 100], [80.4, 3, 100], [160, 2, 100])

  test.each([
    [0, 1, 3],
    [1, 1, 4],
    [4, 1, 7],
    [7, -1, 4],
    [3, -1, 0],
  ] as const)('from %i by %i is %i', (from, way, to) => expect(tileBelow(grid, from, way)).toBe(to))

  test('is the nearest one where none stands right below', () => expect(tileBelow(grid, 5, 1)).toBe(7))

  test('is none beyond the last row and the first', () => {
    expect([tileBelow(grid, 6, 1), tileBelow(grid, 2, -1), tileBelow([], 0, 1)]).toEqual([null, null, null])
  })

  test('is in the next grid, whose tiles are of another width', () => {
    const two = rows([0, 4, 100], [90, 2, 200])
    expect([0, 1, 2, 3].map((from) => tileBelow(two, from, 1))).toEqual([4, 4, 5, 5])
    expect([4, 5].map((from) => tileBelow(two, from, -1))).toEqual([0, 2])
  })

  test('half a pixel makes no row', () => {
    const uneven = [...rows([0, 1, 100]), { top: 0.6, left: 100, right: 190 }, ...rows([50, 1, 100])]
    expect(tileBelow(uneven, 0, 1)).toBe(2)
  })
})

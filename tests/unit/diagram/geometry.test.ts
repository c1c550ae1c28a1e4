import { describe, expect, test } from 'vitest'
import { along, drawnLine, polyline } from '../../../src/core/diagram/geometry.ts'

/** Ten to the right, then twenty down. */
const corner = [
  [0, 0],
  [10, 0],
  [10, 20],
] as const

describe('a share of the way along a line', () => {
  test.each([
    [0, { tip: [0, 0], angle: 0, passed: [[0, 0]] }],
    [1 / 6, { tip: [5, 0], angle: 0, passed: [[0, 0]] }],
    [1 / 3, { tip: [10, 0], angle: 0, passed: [[0, 0]] }],
    [
      2 / 3,
      {
        tip: [10, 10],
        angle: 90,
        passed: [
          [0, 0],
          [10, 0],
        ],
      },
    ],
    [
      1,
      {
        tip: [10, 20],
        angle: 90,
        passed: [
          [0, 0],
          [10, 0],
        ],
      },
    ],
  ])('of %d is a point, a heading and the corners before it', (share, there) => {
    expect(along(corner, share)).toEqual(there)
  })

  test('passes over a piece without length, and stays where there is no way', () => {
    expect(
      along(
        [
          [0, 0],
          [0, 0],
          [0, 8],
        ],
        0.5,
      ),
    ).toMatchObject({ tip: [0, 4], angle: 90 })
    expect(
      along(
        [
          [3, 4],
          [3, 4],
        ],
        0.5,
      ),
    ).toMatchObject({ tip: [3, 4] })
    expect(along([[3, 4]], 0.5)).toEqual({ tip: [3, 4], angle: 0, passed: [] })
    expect(along([], 0.5)).toEqual({ tip: [0, 0], angle: 0, passed: [] })
  })
})

test('a line has its corners rounded where it is to, and ends at hundredths of a pixel', () => {
  expect(polyline(corner, 0)).toBe('M0,0L10,0L10,20')
  expect(polyline(corner, 2).replace(/\d+\.9{6,}\d*/, '2')).toBe('M0,0L8,0A2,2,0,0,1,10,2L10,20')
  expect(
    polyline(
      [
        [0.004, 1.005],
        [2.346, 3],
      ],
      0,
    ),
  ).toBe('M0,1L2.35,3')
})

test('a line that is drawn in part stops short of its tip, but never before its last corner', () => {
  expect(drawnLine(corner, 1, 0, 4)).toBe('M0,0L10,0L10,16')
  expect(drawnLine(corner, 1 / 6, 0, 4)).toBe('M0,0L1,0')
  expect(drawnLine(corner, 1 / 3 + 1 / 15, 0, 4)).toBe('M0,0L10,0L10,0')
  expect(drawnLine(corner, 0, 0, 4)).toBe('M0,0L0,0')
})

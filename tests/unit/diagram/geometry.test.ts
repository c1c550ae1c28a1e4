import { describe, expect, test } from 'vitest'
import { along, drawnLine, polyline } from '../../../src/core/diagram/geometry.ts'

/** Ten to the right, then twenty down. */
const [start, turn, end] = [
  [3, 7],
  [13, 7],
  [13, 27],
] as const
const corner = [start, turn, end]

describe('a share of the way along a line', () => {
  test.each([
    [0, { tip: start, angle: 0, passed: [start] }],
    [1 / 6, { tip: [8, 7], angle: 0, passed: [start] }],
    [1 / 3, { tip: turn, angle: 0, passed: [start] }],
    [2 / 3, { tip: [13, 17], angle: 90, passed: [start, turn] }],
    [1, { tip: end, angle: 90, passed: [start, turn] }],
    [1.5, { tip: end, angle: 90, passed: [start, turn] }],
  ])('of %d is a point, a heading and the corners before it', (share, there) => {
    expect(along(corner, share)).toEqual(there)
  })

  test('goes back as it came', () => {
    expect(along([end, turn, start], 1 / 3)).toEqual({ tip: [13, 17], angle: -90, passed: [end] })
    expect(along([end, turn, start], 5 / 6)).toMatchObject({ tip: [8, 7], angle: 180 })
  })

  test('passes over a piece without length, and stays where there is no way', () => {
    expect(along([start, start, [3, 15]], 0.5)).toMatchObject({ tip: [3, 11], angle: 90 })
    expect(along([start, start], 0.5)).toMatchObject({ tip: start })
    expect(along([start], 0.5)).toEqual({ tip: start, angle: 0, passed: [] })
    expect(along([], 0.5)).toEqual({ tip: [0, 0], angle: 0, passed: [] })
  })
})

test('a line has its corners rounded where it is to, and ends at hundredths of a pixel', () => {
  expect(polyline(corner, 0)).toBe('M3,7L13,7L13,27')
  expect(polyline(corner, 2).replace(/\d+\.9{6,}\d*/, '9')).toBe('M3,7L11,7A2,2,0,0,1,13,9L13,27')
  expect(polyline([end, turn, start], 2)).toBe('M13,27L13,9A2,2,0,0,0,11,7L3,7')
  expect(
    polyline(
      [
        [0.004, 1.005],
        [2.346, 3],
      ],
      2,
    ),
  ).toBe('M0,1L2.35,3')
})

test('a line that is drawn in part stops short of its tip, but never before its last corner', () => {
  expect(drawnLine(corner, 1, 0, 4)).toBe('M3,7L13,7L13,23')
  expect(drawnLine(corner, 1 / 6, 0, 4)).toBe('M3,7L4,7')
  expect(drawnLine(corner, 1 / 3 + 1 / 15, 0, 4)).toBe('M3,7L13,7L13,7')
  expect(drawnLine(corner, 0, 0, 4)).toBe('M3,7L3,7')
  expect(drawnLine([end, turn, start], 1, 0, 4)).toBe('M13,27L13,7L7,7')
  expect(drawnLine([start], 1, 0, 4)).toBe('M3,7')
})

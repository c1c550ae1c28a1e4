import { describe, expect, test } from 'vitest'
import { barsOf } from '../../../src/renderer/review/statistics/charts/bars.ts'

const place = { left: 10, top: 20, width: 300, height: 90 }
const foot = place.top + place.height
const layout = (values: readonly number[], unit = 1) => barsOf(values, place, unit)
const axis = (values: readonly number[], unit = 1) => layout(values, unit).lines.map(({ value }) => value)

describe('bars', () => {
  test('stand on the foot, as high as their value', () => {
    const { bars } = layout([3, 6])
    expect(bars.map(({ height }) => height)).toEqual([45, 90])
    expect(bars.map(({ y, height }) => y + height)).toEqual([foot, foot])
  })

  test('leave a trace where there is nothing, so that the day is seen to be there', () => {
    expect(layout([0, 6]).bars[0]).toMatchObject({ y: foot - 2, height: 2 })
  })

  test('are alike in width, one after the other, with air between, within their place', () => {
    const { bars, middle } = layout([1, 2, 3, 4])
    const ends = bars.map(({ x, width }) => x + width)
    expect(new Set(bars.map(({ width }) => width.toFixed(6))).size).toBe(1)
    expect(bars[0]?.x).toBeGreaterThan(place.left)
    expect(ends.at(-1)).toBeLessThan(place.left + place.width)
    for (const [index, end] of ends.slice(0, -1).entries()) expect(bars[index + 1]?.x).toBeGreaterThan(end)
    for (const [index, { x, width }] of bars.entries()) expect(middle(index)).toBeCloseTo(x + width / 2)
  })

  test('are found under the pointer, the first and the last also beyond the ends', () => {
    const { at, bars, middle } = layout([1, 2, 3, 4])
    expect(bars.map((_, index) => at(middle(index)))).toEqual([0, 1, 2, 3])
    expect(bars.map(({ x }) => at(x))).toEqual([0, 1, 2, 3])
    expect(bars.map(({ x, width }) => at(x + width - 0.1))).toEqual([0, 1, 2, 3])
    expect([at(-50), at(0), at(place.left + place.width + 50)]).toEqual([0, 0, 3])
  })

  test('have a place though there is no room yet', () => {
    const { bars } = barsOf([1, 2], { ...place, width: 0 }, 1)
    expect(bars.every(({ width }) => width > 0)).toBe(true)
  })
})

describe('the axis of bars', () => {
  test('goes from nothing to the next even step at or above the highest', () => {
    expect(axis([0, 3, 6])).toEqual([0, 2, 4, 6])
    expect(axis([7])).toEqual([0, 2, 4, 6, 8])
    expect(axis([9])).toEqual([0, 2, 4, 6, 8, 10])
    expect(axis([10])).toEqual([0, 5, 10])
    expect(axis([100])).toEqual([0, 50, 100])
    const { lines } = layout([6])
    expect([lines[0]?.y, lines.at(-1)?.y]).toEqual([foot, place.top])
  })

  test('names no parts of a unit', () => {
    expect(axis([1])).toEqual([0, 1])
    expect(axis([90_000], 60_000)).toEqual([0, 60_000, 120_000])
    expect(axis([600_000], 60_000)).toEqual([0, 300_000, 600_000])
  })

  test('goes to one unit where there is nothing or little', () => {
    expect(axis([])).toEqual([0, 1])
    expect(axis([0, 0])).toEqual([0, 1])
    expect(axis([5000], 60_000)).toEqual([0, 60_000])
  })
})

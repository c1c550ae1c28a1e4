import { expect, test } from 'vitest'
import { heatMap } from '../../../src/renderer/review/statistics/charts/heat-map.ts'

/** So many answers on each of the days from one on. */
const daysFrom = (first: string, reviews: readonly number[]) =>
  reviews.map((count, index) => ({
    day: new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
    reviews: count,
    ms: 0,
    mock: 0,
  }))
const levels = (reviews: readonly number[]) => heatMap(daysFrom('2026-11-02', reviews)).cells.map(({ level }) => level)
const monthsFrom = (first: string, days: number) =>
  heatMap(daysFrom(first, new Array<number>(days).fill(0))).months.map(({ column, day }) => [column, day])

test('a day has a level by quarters of the busiest day, which counts as eight answers at least', () => {
  expect(levels([0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([0, 1, 2, 2, 3, 3, 4, 4, 4])
  expect(levels([1, 3])).toEqual([1, 2])
  expect(levels([0, 9, 10, 20, 30, 40])).toEqual([0, 1, 2, 3, 4, 4])
})

test('weeks begin on Monday, wherever the days begin', () => {
  // The first is a Sunday.
  const { cells, columns } = heatMap(daysFrom('2026-11-01', new Array<number>(9).fill(0)))
  expect(cells.map(({ column, row }) => [column, row])).toEqual([
    [0, 6],
    ...[0, 1, 2, 3, 4, 5, 6].map((row) => [1, row]),
    [2, 0],
  ])
  expect(columns).toBe(3)
  expect(heatMap([])).toEqual({ cells: [], columns: 0, months: [] })
})

test('months are named where they begin; one that is nearly over gives way to the next', () => {
  expect(monthsFrom('2026-10-05', 30)).toEqual([
    [0, '2026-10-05'],
    [3, '2026-11-01'],
  ])
  expect(monthsFrom('2026-10-12', 30)).toEqual([[2, '2026-11-01']])
})

import { max, scaleQuantize, utcFormat, utcMonday, utcParse } from 'd3'
import type { DayOfWork } from '../../../../contract/review-view.ts'

/** How much was answered on a day: 0 for nothing, 4 for the most. */
export type Level = 0 | 1 | 2 | 3 | 4

export interface HeatCell {
  readonly day: string
  readonly reviews: number
  readonly ms: number
  readonly mock: number
  /** The week, counted from 0, and the day in it, Monday first. */
  readonly column: number
  readonly row: number
  readonly level: Level
}

export interface HeatMap {
  readonly cells: readonly HeatCell[]
  readonly columns: number
  /** Where a month begins: its week and any day of it. */
  readonly months: readonly { readonly column: number; readonly day: string }[]
}

const read = utcParse('%Y-%m-%d')
const monthOf = utcFormat('%Y-%m')
const dateOf = (day: string): Date => read(day) ?? new Date(0)

/** Lays days out by weeks. A busy day sets the scale, but no fewer than `fewest` answers do, so that three are not "many". */
export function heatMap(days: readonly DayOfWork[], fewest = 8): HeatMap {
  const first = dateOf(days[0]?.day ?? '')
  const most = Math.max(fewest, max(days, ({ reviews, mock }) => reviews + mock) ?? 0)
  const level = scaleQuantize<Level>([0, most], [1, 2, 3, 4])
  const cells = days.map(({ day, reviews, ms, mock }) => {
    const all = reviews + mock
    const date = dateOf(day)
    const column = utcMonday.count(utcMonday(first), date)
    return { day, reviews, ms, mock, column, row: (date.getUTCDay() + 6) % 7, level: all === 0 ? 0 : level(all) }
  })
  const months: { column: number; day: string }[] = []
  for (const [index, { day, column }] of cells.entries()) {
    const before = cells[index - 1]
    if (before && monthOf(dateOf(before.day)) === monthOf(dateOf(day))) continue
    // Two names do not fit into less than three weeks: that of the month which is nearly over gives way.
    const last = months.at(-1)
    if (last && column - last.column < 3) months.pop()
    months.push({ column, day })
  }
  return { cells, columns: (cells.at(-1)?.column ?? -1) + 1, months }
}

/** Days without time zones. A day of reviewing begins at 04:00, so that a late evening is one evening. */
import { dayMs, hourMs, minuteMs } from '../words/units-of-time.ts'

/** A day as `YYYY-MM-DD`. */
export type Day = string

const rolloverMs = 4 * hourMs
/** The first and last days that `YYYY-MM-DD` can name, counted from 1970. */
const first = -719_528
const last = 2_932_896

const clamp = (number: number): number => Math.min(Math.max(number, first), last)

/** How many days after 1970-01-01 a day is. A day that no calendar has (`2026-02-31`) counts on into the next month. */
export function numberOfDay(day: Day): number {
  const date = new Date(0)
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
  const number = date.getTime() / dayMs
  return Number.isFinite(number) ? clamp(number) : 0
}

/** The day that is `number` days after 1970-01-01; the nearest that can be written for numbers beyond. */
export function dayOfNumber(number: number): Day {
  return new Date(clamp(number) * dayMs).toISOString().slice(0, 10)
}

/** The day that a moment belongs to. `at`: milliseconds since 1970; `tz`: minutes that the place is ahead of UTC. */
export function dayOf(at: number, tz: number): Day {
  return dayOfNumber(Math.floor((at + tz * minuteMs - rolloverMs) / dayMs))
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days)
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from)
}

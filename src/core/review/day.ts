/** A day of reviewing begins at this hour: who studies past midnight is still at the day before. */
const beginsAtHour = 4

/**
 * The day that a moment counts for, as `2026-11-24`.
 * @param at milliseconds since 1970
 * @param tz minutes that the place's time is ahead of UTC
 */
export function dayOf(at: number, tz: number): string {
  return new Date(at + (tz - beginsAtHour * 60) * 60_000).toISOString().slice(0, 10)
}

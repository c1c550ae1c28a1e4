import { dayMs } from '../../core/words/units-of-time.ts'

/** How many backups of which kind stay, as Anki keeps them: all of two days, then by days, weeks and months. */
const recentMs = 2 * dayMs
const stages = [
  { most: 12, periodOf: (date: Date): string => date.toISOString().slice(0, 10) },
  // Weeks begin on Monday: the first of January 1970 was a Thursday.
  { most: 10, periodOf: (date: Date): string => `week ${Math.floor((date.getTime() / dayMs + 3) / 7)}` },
  { most: 9, periodOf: (date: Date): string => date.toISOString().slice(0, 7) },
] as const

/**
 * Which backups stay: all of the last two days, then of each of 12 days, 10 weeks and 9 months that have any the newest.
 * A stage begins where the one before it is full. The newest of all always stays, whatever the clock says.
 * @param times when they were made, ms since 1970
 */
export function backupsToKeep(times: readonly number[], now: number): ReadonlySet<number> {
  const keep = new Set<number>()
  const newestFirst = [...times].sort((a, b) => b - a)
  let stage = 0
  let kept = 0
  let lastPeriod = ''
  for (const [index, time] of newestFirst.entries()) {
    if (index === 0 || now - time < recentMs) {
      keep.add(time)
      continue
    }
    const date = new Date(time)
    let current = stages[stage]
    if (current && kept === current.most) {
      // What is still of the last day's week is in that week's place already.
      const previous = [...keep].at(-1) ?? time
      stage += 1
      kept = 0
      current = stages[stage]
      lastPeriod = current?.periodOf(new Date(previous)) ?? ''
    }
    if (!current) break
    const period = current.periodOf(date)
    if (period === lastPeriod) continue
    keep.add(time)
    kept += 1
    lastPeriod = period
  }
  return keep
}

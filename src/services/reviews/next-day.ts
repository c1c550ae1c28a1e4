import { dayOf, type Moment } from '../../core/review/index.ts'

/** How often the clock is looked at: a timer to the next day would not survive a computer that sleeps. */
const everyMs = 60_000

/** Tells when a new day has begun (at 04:00). Returns a function that stops it. */
export function whenNextDay(moment: () => Moment, tell: () => void): () => void {
  const today = (): string => dayOf(moment().at, moment().tz)
  let day = today()
  const timer = setInterval(() => {
    if (today() === day) return
    day = today()
    tell()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

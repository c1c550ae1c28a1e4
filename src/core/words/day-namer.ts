import type { Lang } from '../../contract/deck.ts'
import { dayMs } from './units-of-time.ts'

/**
 * Names a day that is over, seen from today: by the word for today or yesterday, else by its date; the year stands with
 * it where it is another one. Days are `YYYY-MM-DD`.
 */
export function dayNamer(lang: Lang, today: string, yesterday: string): (day: string, now: string) => string {
  return (day, now) => {
    if (day >= now) return today
    // A day has no time zone: it is counted and written as it stands.
    const date = Date.parse(day)
    if (Date.parse(now) - date === dayMs) return yesterday
    const isThisYear = day.slice(0, 4) === now.slice(0, 4)
    return new Intl.DateTimeFormat(lang, {
      ...(isThisYear ? {} : { year: 'numeric' }),
      month: lang === 'ko' ? 'long' : 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(date)
  }
}

import { daysBetween } from '../../core/review/index.ts'
import { look } from '../look/look.svelte.ts'

/** A day as people say it, seen from today: "내일", "3일 뒤", "in 3 days", and from a week on its date. */
export function dayWords(day: string, today: string): string {
  const days = daysBetween(today, day)
  if (Math.abs(days) < 7) return new Intl.RelativeTimeFormat(look.lang, { numeric: 'auto' }).format(days, 'day')
  // A day has no time zone: it is written as it stands.
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat(look.lang, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(date)
}

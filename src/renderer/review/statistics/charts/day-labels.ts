import { look } from '../../../look/look.svelte.ts'

/** Days have no time zone: they are written as they stand. */
const written = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(look.lang, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** "11월 24일 (화)", "Tue, Nov 24". */
export const fullDay = (day: string): string => written(day, { month: 'short', day: 'numeric', weekday: 'short' })
/** "11. 24.", "11/24". */
export const shortDay = (day: string): string => written(day, { month: 'numeric', day: 'numeric' })
/** "11월", "Nov". */
export const monthName = (day: string): string => written(day, { month: 'short' })
/** "화", "Tue". */
export const weekdayName = (day: string): string => written(day, { weekday: 'short' })
/** "24", without the word for day that some languages write after it. */
export const dayNumber = (day: string): string => String(Number(day.slice(8)))

import { dueDayOf, type CardProgress } from './card-progress.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { intervalsOf, retrievabilityOf, type Intervals } from './memory.ts'
import type { Params } from './params.ts'
import { grades } from '../../contract/review.ts'

/** The days before an interview that are for what is weak. */
const lastDays = 3

/** The chance from 0 to 1 that a card is still known on a day; null for a card never answered. */
export function retrievabilityOn(state: CardProgress, today: Day): number | null {
  if (!state.memory || !state.scheduled) return null
  return retrievabilityOf(state.memory, daysBetween(state.scheduled.day, today))
}

/**
 * How an interview changes a due day: it comes at the latest the day before. In the last three days an answer is the
 * card's one pass, and the interval its own again.
 */
function capped(due: Day, answered: Day, today: Day, interview: Day | null): Day {
  if (interview === null || today >= interview || answered >= addDays(interview, -lastDays)) return due
  const latest = addDays(interview, -1)
  return due > latest ? latest : due
}

/** The day that a card is asked again, with the interview in mind; null for a card never answered. */
export function dueDay(state: CardProgress, today: Day, { interview }: Params): Day | null {
  const { scheduled } = state
  return scheduled && capped(dueDayOf(scheduled), scheduled.day, today, interview)
}

/** Whether something speaks against relying on a card: it fades, went badly, or lacked a key point. */
export function isWeak(state: CardProgress, today: Day, { retention }: Params): boolean {
  const known = retrievabilityOn(state, today)
  if (known === null || !state.scheduled) return false
  const wentBadly = state.scheduled.grade === 'again' || state.scheduled.grade === 'hard'
  return known < retention || wentBadly || state.lastPoints.includes('miss')
}

/** How much a card wants attention: from 0 for one that is held up to about 2; a card never answered is halfway. */
export function weaknessOf(state: CardProgress, today: Day): number {
  const known = retrievabilityOn(state, today)
  if (known === null) return 0.5
  const missed = state.lastPoints.filter((mark) => mark === 'miss').length / Math.max(1, state.lastPoints.length)
  return 1 - known + 0.1 * Math.min(state.lapses, 5) + 0.5 * missed
}

/** Whether a card may be asked at all: not taken out, not put off. */
export function isOpen(state: CardProgress, today: Day): boolean {
  return !state.suspended && (state.buriedUntil === null || state.buriedUntil <= today)
}

/**
 * Whether a card is to be asked today. In the last three days before an interview that is also each weak card, once.
 */
export function isDue(state: CardProgress, today: Day, params: Params): boolean {
  const { scheduled } = state
  if (!scheduled || !isOpen(state, today) || scheduled.day >= today) return false
  const own = dueDayOf(scheduled)
  if (own <= today) return true
  const { interview } = params
  if (interview === null || today >= interview) return false
  if (capped(own, scheduled.day, today, interview) <= today) return true
  const begin = addDays(interview, -lastDays)
  return today >= begin && scheduled.day < begin && isWeak(state, today, params)
}

/**
 * In how many days a card would be asked again, by grade, if it were answered today. A card answered today already
 * keeps its day whatever the grade: only the first answer of a day counts.
 */
export function intervalsFor(state: CardProgress, today: Day, params: Params): Intervals {
  const { scheduled, memory, reviews, card } = state
  if (scheduled && scheduled.day >= today) {
    // Behind the last day that can be written there is none.
    const days = Math.max(1, daysBetween(today, capped(dueDayOf(scheduled), scheduled.day, today, params.interview)))
    return { again: days, hard: days, good: days, easy: days }
  }
  const seed = `${card}#${String(reviews + 1)}`
  const elapsedDays = daysBetween(scheduled?.day ?? today, today)
  const raw = intervalsOf({ memory, elapsedDays, retention: params.retention, seed })
  const days = grades.map((grade) =>
    daysBetween(today, capped(addDays(today, raw[grade]), today, today, params.interview)),
  ) as [number, number, number, number]
  return { again: days[0], hard: days[1], good: days[2], easy: days[3] }
}

import type { DayOfWork, Mastery, Statistics } from '../../contract/review-view.ts'
import type { CardProgress } from './card-progress.ts'
import type { CourseCards } from './course-cards.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { dayCounts } from './day-counts.ts'
import { dueDay, retrievabilityOn } from './due.ts'
import { firstDueAfter } from './idle-days.ts'
import { cardOf, dayRecord, nameOf, paramsOf, reviewedDays, reviewsOn, type Progress } from './progress.ts'

const heatDays = 26 * 7
const forecastDays = 14
const mostMissedPoints = 10
const heldFrom = 0.9
const learntFromDays = 7

/**
 * How many days in a row. Read from the days as stored. A gap between two of them breaks it where something was due in
 * it by the schedule of that time; today does not break it before it is over.
 */
export function streakOn(progress: Progress, { cards }: CourseCards, today: Day): number {
  const days = reviewedDays(progress).filter((day) => day <= today)
  let count = 0
  let next: Day = addDays(today, 1)
  for (const day of days.reverse()) {
    const lastIdle = next > today ? addDays(today, -1) : addDays(next, -1)
    const due = lastIdle > day ? firstDueAfter(progress, cards, day) : null
    if (due !== null && due <= lastIdle) break
    count += 1
    next = day
  }
  return count
}

function masteryOf(topic: string | null, states: readonly CardProgress[], today: Day): Mastery {
  const seen = states.filter(({ memory }) => memory !== null)
  const learning = seen.filter(
    ({ memory, scheduled }) => scheduled?.grade === 'again' || (memory?.stability ?? 0) < learntFromDays,
  ).length
  return {
    topic,
    cards: states.length,
    held: seen.filter((state) => (retrievabilityOn(state, today) ?? 0) >= heldFrom).length,
    known: seen.length - learning,
    learning,
    new: states.length - seen.length,
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** The course's part in a day. */
function dayOfWork(progress: Progress, names: ReadonlySet<string>, day: Day): DayOfWork {
  if (dayRecord(progress, day).reviews === 0) return { day, reviews: 0, ms: 0 }
  const own = reviewsOn(progress, day).filter(({ card }) => names.has(nameOf(progress, card)))
  return { day, reviews: own.length, ms: own.reduce((sum, { ms }) => sum + ms, 0) }
}

/** What the log says about a course on a day. The streak looks at reviews of all courses, the rest at this one. */
export function statisticsOf(progress: Progress, course: CourseCards, today: Day): Statistics {
  const params = paramsOf(progress, course.course)
  const cards = course.cards.map((card) => ({ ...card, state: cardOf(progress, card.card) }))
  const names = new Set(cards.map(({ state }) => state.card))
  const topics = [...new Set(cards.flatMap((card) => card.topics))]

  const forecast = Array.from({ length: forecastDays }, (_, ahead) => ({ day: addDays(today, ahead), cards: 0 }))
  for (const { state } of cards) {
    const due = state.suspended ? null : dueDay(state, today, params)
    const there = due === null ? undefined : forecast[Math.max(0, daysBetween(today, due))]
    if (there) there.cards += 1
  }
  const missedPoints = cards
    .flatMap(({ card, core, state }) =>
      // Of a question that lost points, those that it still has.
      state.points.slice(0, core.length).map((point, index) => ({ card, index, ...point })),
    )
    .filter(({ misses, halves }) => misses + halves > 0)
    .map((point) => ({ point, share: (point.misses + point.halves / 2) / point.of }))
    .sort((a, b) => b.share - a.share || b.point.misses - a.point.misses)

  return {
    today: dayCounts(progress, course, today),
    streak: streakOn(progress, course, today),
    days: Array.from({ length: heatDays }, (_, index) =>
      dayOfWork(progress, names, addDays(today, index + 1 - heatDays)),
    ),
    mastery: [null, ...topics].map((topic) =>
      masteryOf(
        topic,
        cards.filter((card) => topic === null || card.topics.includes(topic)).map(({ state }) => state),
        today,
      ),
    ),
    forecast,
    missedPoints: missedPoints.slice(0, mostMissedPoints).map(({ point }) => point),
    cards: cards.flatMap(({ card, state: { times } }) => {
      const measured = times.filter((ms) => ms > 0)
      return measured.length > 0 ? [{ card, answers: times.length, medianMs: median(measured) }] : []
    }),
  }
}

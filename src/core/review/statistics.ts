import type { DayOfWork, Mastery, MockTotals, Statistics } from '../../contract/review-view.ts'
import type { ReviewEventOf } from '../../contract/review.ts'
import type { CardProgress } from './card-progress.ts'
import type { CourseCards } from './course-cards.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { dayCounts } from './day-counts.ts'
import { dueDay, retrievabilityOn } from './due.ts'
import { firstDueAfter } from './idle-days.ts'
import { meanScore } from './mock.ts'
import { cardOf, courseNameOf, nameOf, paramsOf, reviewedDays, reviewsOn, type Progress } from './progress.ts'
import { shareOf } from './suggest.ts'

const heatDays = 26 * 7
const forecastDays = 14
const mostMissedPoints = 10
/** What one answer says may be chance. */
const fewestTries = 2
const heldFrom = 0.9
const learntFromDays = 7

/**
 * How many days in a row. Read from the days as stored. A gap between two of them breaks it where something was due in
 * it by the schedule of that time; today does not break it before it is over.
 */
export function streakOn(progress: Progress, { cards }: CourseCards, today: Day): number {
  const days = reviewedDays(progress).filter((day) => day <= today)
  let count = 0
  let lastIdle = addDays(today, -1)
  for (const day of days.reverse()) {
    const due = lastIdle > day ? firstDueAfter(progress, cards, day) : null
    if (due !== null && due <= lastIdle) break
    count += 1
    lastIdle = addDays(day, -1)
  }
  return count
}

/** How well the cards of a topic are known. */
export function masteryOf(topic: string | null, states: readonly CardProgress[], today: Day): Mastery {
  const seen = states.filter(({ memory }) => memory !== null)
  const learning = states.filter(
    ({ memory, scheduled }) =>
      memory && scheduled && (scheduled.grade === 'again' || memory.stability < learntFromDays),
  ).length
  const held = states.filter((state) => {
    const known = retrievabilityOn(state, today)
    return known !== null && known >= heldFrom
  }).length
  return {
    topic,
    cards: states.length,
    held,
    known: seen.length - learning,
    learning,
    new: states.length - seen.length,
  }
}

/** The one in the middle, or the mean of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  // The one in the middle, or the two.
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  return middle.reduce((sum, number) => sum + number, 0) / middle.length
}

/** The course's part in a day. What an interview was answered with is told as that, though it was taken over. */
function dayOfWork(
  progress: Progress,
  names: ReadonlySet<string>,
  interviews: readonly ReviewEventOf<'mock'>[],
  day: Day,
): DayOfWork {
  const own = reviewsOn(progress, day).filter(({ card, mode }) => mode !== 'mock' && names.has(nameOf(progress, card)))
  return {
    day,
    reviews: own.length,
    ms: own.reduce((sum, { ms }) => sum + ms, 0),
    mock: interviews.filter((one) => one.day === day).reduce((sum, { answers }) => sum + answers.length, 0),
  }
}

/** The mock interviews of a course, the earliest first. */
export const mocksIn = (progress: Progress, course: string): readonly ReviewEventOf<'mock'>[] =>
  progress.events
    .filter((event) => event.type === 'mock')
    .filter((event) => courseNameOf(progress, event.course) === courseNameOf(progress, course))

function mockTotals(interviews: readonly ReviewEventOf<'mock'>[]): MockTotals | null {
  if (interviews.length === 0) return null
  const answers = interviews.flatMap((one) => one.answers)
  const questions = answers.filter(({ after }) => after === null).length
  return {
    interviews: interviews.length,
    questions,
    followUps: answers.length - questions,
    ms: answers.reduce((sum, { ms }) => sum + ms, 0),
    score: meanScore(interviews.map((one) => meanScore(one.answers.map(({ points }) => shareOf(points))))),
  }
}

/** What the log says about a course on a day. The streak looks at reviews of all courses, the rest at this one. */
export function statisticsOf(progress: Progress, course: CourseCards, today: Day): Statistics {
  const params = paramsOf(progress, course.course)
  const cards = course.cards.map((card) => ({ ...card, state: cardOf(progress, card.card) }))
  const names = new Set(cards.map(({ state }) => state.card))
  const interviews = mocksIn(progress, course.course)
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
    .filter(({ misses, halves, of }) => of >= fewestTries && misses + halves > 0)
    .map((point) => ({ point, share: (point.misses + point.halves / 2) / point.of }))
    .sort((a, b) => b.share - a.share || b.point.misses - a.point.misses)

  return {
    today: dayCounts(progress, course, today),
    streak: streakOn(progress, course, today),
    days: Array.from({ length: heatDays }, (_, index) =>
      dayOfWork(progress, names, interviews, addDays(today, index + 1 - heatDays)),
    ),
    mastery: [null, ...topics].map((topic) =>
      masteryOf(
        topic,
        cards.filter((card) => topic === null || card.topics.includes(topic)).map(({ state }) => state),
        today,
      ),
    ),
    forecast,
    mock: mockTotals(interviews),
    missedPoints: missedPoints.slice(0, mostMissedPoints).map(({ point }) => point),
    cards: cards.flatMap(({ card, state: { times } }) => {
      const measured = times.filter((ms) => ms > 0)
      return measured.length >= fewestTries ? [{ card, answers: times.length, medianMs: median(measured) }] : []
    }),
  }
}

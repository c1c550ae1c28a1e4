import type { Grade, Mark, ReviewEvent } from '../../contract/review.ts'
import { addDays, daysBetween, dayOfNumber, numberOfDay, type Day } from './day.ts'
import { intervalsOf, remember, type Memory } from './memory.ts'

/** How often a key point was checked, missed and half known. */
export interface PointHistory {
  readonly of: number
  readonly misses: number
  readonly halves: number
}

/** The last answer that the schedule counted: when the card is due follows from it. */
export interface Scheduled {
  readonly day: Day
  readonly grade: Grade
  readonly before: Memory | null
  readonly elapsedDays: number
  readonly retention: number
  readonly seed: string
}

/** What a card was at the end of a day on which something happened to it. */
export interface Standing {
  readonly day: Day
  readonly scheduled: Scheduled | null
  readonly suspended: boolean
}

/** How well a card is known. Days are those of the person; a card never answered has no `memory`. */
export interface CardProgress {
  readonly card: string
  readonly memory: Memory | null
  readonly scheduled: Scheduled | null
  /** The day of the last answer. */
  readonly lastDay: Day | null
  /** Answers that the schedule counted: the first of each day. */
  readonly reviews: number
  /** Counted answers *again* after the first. */
  readonly lapses: number
  /** It went with hard or better at least once: its follow-ups may come. */
  readonly passed: boolean
  readonly suspended: boolean
  /** It is not asked before this day. */
  readonly buriedUntil: Day | null
  /** How the points went when they were checked last. */
  readonly lastPoints: readonly Mark[]
  readonly points: readonly PointHistory[]
  /** Days on which it was answered for the first time, or the first time after a reset. */
  readonly introduced: readonly Day[]
  /** How long each answer took, in milliseconds, in order; 0 where nobody measured. */
  readonly times: readonly number[]
  /** What it was on the days behind, the earliest first. */
  readonly standings: readonly Standing[]
}

/** The events that say something about one card. */
export type CardEvent = Extract<ReviewEvent, { type: 'review' | 'suspend' | 'bury' | 'reset' }>

const anew = {
  memory: null,
  scheduled: null,
  reviews: 0,
  lapses: 0,
  passed: false,
  lastPoints: [],
  points: [],
} as const satisfies Partial<CardProgress>

const unknown: Omit<CardProgress, 'card'> = {
  ...anew,
  lastDay: null,
  suspended: false,
  buriedUntil: null,
  introduced: [],
  times: [],
  standings: [],
}

/** The later of two days: a clock set back must not take a card into its own past. */
const later = (a: Day | null | undefined, b: Day): Day => (a && a > b ? a : b)

function checked(history: PointHistory[], marks: readonly Mark[]): PointHistory[] {
  marks.forEach((mark, index) => {
    const { of, misses, halves } = history[index] ?? { of: 0, misses: 0, halves: 0 }
    history[index] = {
      of: of + 1,
      misses: misses + (mark === 'miss' ? 1 : 0),
      halves: halves + (mark === 'half' ? 1 : 0),
    }
  })
  return history
}

/**
 * A card after its events, in the order of the log. Only the first answer of a day moves the schedule.
 * `retentionAt` tells what was asked for when the event with that index happened.
 */
export function cardAfter(
  card: string,
  events: readonly CardEvent[],
  retentionAt: (index: number) => number,
): CardProgress {
  // Written into in place: a card may have thousands of answers.
  const state: { -readonly [K in keyof CardProgress]: CardProgress[K] } = { card, ...unknown }
  let points: PointHistory[] = []
  const introduced: Day[] = []
  const times: number[] = []
  const standings: Standing[] = []

  const review = (event: Extract<CardEvent, { type: 'review' }>, index: number): void => {
    const day = later(state.lastDay, dayOfNumber(numberOfDay(event.day)))
    if (state.scheduled === null || state.scheduled.day < day) {
      const before = state.memory
      const elapsedDays = daysBetween(state.scheduled?.day ?? day, day)
      if (before === null) introduced.push(day)
      else if (event.grade === 'again') state.lapses += 1
      state.reviews += 1
      state.memory = remember(before, elapsedDays, event.grade)
      // The id that the answer was given under: a later rename leaves the day as it was.
      const seed = `${event.card}#${String(state.reviews)}`
      state.scheduled = { day, grade: event.grade, before, elapsedDays, retention: retentionAt(index), seed }
    }
    if (event.grade !== 'again') state.passed = true
    if (event.points.length > 0) {
      state.lastPoints = event.points
      points = checked(points, event.points)
    }
    state.lastDay = day
    times.push(event.ms)
  }

  events.forEach((event, index) => {
    if (event.type === 'review') review(event, index)
    else if (event.type === 'suspend') state.suspended = event.on
    else if (event.type === 'bury') state.buriedUntil = addDays(event.day, 1)
    else {
      Object.assign(state, anew)
      points = []
    }
    const last = standings.at(-1)
    const day = later(last?.day, event.type === 'review' && state.lastDay ? state.lastDay : event.day)
    const standing: Standing = { day, scheduled: state.scheduled, suspended: state.suspended }
    if (last?.day === day) standings[standings.length - 1] = standing
    else standings.push(standing)
  })
  return { ...state, points, introduced, times, standings }
}

/** The day that the schedule itself says, no interview minded; null for a card never answered. */
export function dueDayOf(scheduled: Scheduled): Day
export function dueDayOf(scheduled: Scheduled | null): Day | null
export function dueDayOf(scheduled: Scheduled | null): Day | null {
  if (!scheduled) return null
  const { day, grade, before, elapsedDays, retention, seed } = scheduled
  const intervals = intervalsOf({ memory: before, elapsedDays, retention, seed })
  return addDays(day, intervals[grade])
}

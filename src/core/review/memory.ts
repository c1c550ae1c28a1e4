import { createEmptyCard, fsrs, Rating, State, StrategyMode, type FSRS, type FSRSState } from 'ts-fsrs'
import { grades, type Grade } from '../../contract/review.ts'
import { dayMs } from '../words/units-of-time.ts'

/** The scheduling parameters in use, as reviews name them in the log: FSRS 6 with its default weights. */
export const paramsVersion = 'fsrs-6/default'

/** What FSRS knows of a card: `stability` in days until recall falls to 90 %, `difficulty` from 1 to 10. */
export type Memory = Readonly<FSRSState>

export type Intervals = Readonly<Record<Grade, number>>

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const

/** One scheduler a retention: making one is dear, and its seed is set anew with every use. */
const schedulers = new Map<number, FSRS>()

function schedulerOf(retention: number): FSRS {
  const known = schedulers.get(retention)
  if (known) return known
  const made = fsrs({ enable_short_term: false, enable_fuzz: true, request_retention: retention })
  // By default the fuzz hangs on the moment of the review: a merged log would shuffle what a device had promised.
  made.useStrategy(StrategyMode.SEED, function () {
    return String(Reflect.get(this.current, 'seed'))
  })
  schedulers.set(retention, made)
  return made
}

const plain = schedulerOf(0.9)

/** FSRS takes a NaN in silence; a state that cannot be is replaced by that of a first answer. */
function isSound({ stability, difficulty }: Memory): boolean {
  return Number.isFinite(stability) && stability > 0 && Number.isFinite(difficulty) && difficulty >= 1
}

/** The memory after an answer, `elapsedDays` (at least 0) after the one before; null before the first. */
export function remember(memory: Memory | null, elapsedDays: number, grade: Grade): Memory {
  if (memory) {
    const next = plain.next_state(memory, elapsedDays, ratings[grade])
    if (isSound(next)) return next
  }
  return plain.next_state(null, 0, ratings[grade])
}

/** The chance from 0 to 1 that it is still known `elapsedDays` after the last answer. */
export function retrievabilityOf(memory: Memory, elapsedDays: number): number {
  return plain.forgetting_curve(Math.max(0, elapsedDays), memory.stability)
}

export interface Asked {
  /** Before the answer; null for a card never answered. */
  readonly memory: Memory | null
  /** Since the answer before, at least 0. */
  readonly elapsedDays: number
  /** The share from 0 to 1 that should still be known at the end of the interval. */
  readonly retention: number
  /** Decides the fuzz: the same seed gives the same days. */
  readonly seed: string
}

/** In how many days it would be asked again, by grade. Always at least 1. */
export function intervalsOf({ memory, elapsedDays, retention, seed }: Asked): Intervals {
  const now = new Date(elapsedDays * dayMs)
  const known = memory && { ...memory, state: State.Review, last_review: new Date(0) }
  const card = { ...createEmptyCard(now), ...known, seed }
  const preview = schedulerOf(retention).repeat(card, now)
  const days = (grade: Grade): number => preview[ratings[grade]].card.scheduled_days
  const [again, hard, good, easy] = grades.map(days) as [number, number, number, number]
  return { again, hard, good, easy }
}

import { describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import {
  cardOf,
  daysBetween,
  defaultParams,
  dueDay,
  dueDayOf,
  fold,
  intervalsFor,
  isDue,
  isWeak,
  retrievabilityOn,
  weaknessOf,
  type CardProgress,
  type Params,
} from '../../../src/core/review/index.ts'
import { isOpen } from '../../../src/core/review/due.ts'
import { dayAt, event, review } from './log.ts'

const stateOf = (...log: readonly ReviewEvent[]): CardProgress => cardOf(fold(log), 'c/a')
const params = (change: Partial<Params> = {}): Params => ({ ...defaultParams, ...change })
const never = stateOf()
/** How many days after the first the schedule itself asks again. */
const ownDue = (state: CardProgress): number => daysBetween(dayAt(0), dueDayOf(state.scheduled) ?? dayAt(0))

describe('a card that was never answered', () => {
  test('has no day, no chance, and is neither due nor weak', () => {
    expect([dueDay(never, dayAt(3), params()), retrievabilityOn(never, dayAt(3))]).toEqual([null, null])
    expect([isDue(never, dayAt(3), params()), isWeak(never, dayAt(3), params())]).toEqual([false, false])
    expect(weaknessOf(never, dayAt(3))).toBe(0.5)
  })
})

describe('a card is due', () => {
  const easy = stateOf(review('a', { grade: 'easy' }))
  const own = ownDue(easy)

  test('from its day on, and not before', () => {
    const days = [0, own - 1, own, own + 1, own + 100]
    expect(days.map((day) => isDue(easy, dayAt(day), params()))).toEqual([false, false, true, true, true])
    expect(dueDay(easy, dayAt(1), params())).toBe(dayAt(own))
  })

  test('not while it is taken out or put off', () => {
    const answered = review('a', { grade: 'easy' })
    const out = stateOf(answered, event({ type: 'suspend', card: 'c/a', on: true }, 1))
    const off = stateOf(answered, event({ type: 'bury', card: 'c/a' }, own))
    expect(isDue(out, dayAt(own), params())).toBe(false)
    expect([own, own + 1].map((day) => isDue(off, dayAt(day), params()))).toEqual([false, true])
    expect([own, own + 1].map((day) => isOpen(off, dayAt(day)))).toEqual([false, true])
    expect([isOpen(out, dayAt(1)), isOpen(easy, dayAt(1)), isOpen(never, dayAt(0))]).toEqual([false, true, true])
  })

  test('not on a day before the answer, as a clock that was set back has it', () => {
    const late = stateOf(review('a', { grade: 'again' }, 9))
    expect(isDue(late, dayAt(5), params())).toBe(false)
  })
})

describe('before an interview', () => {
  const easy = stateOf(review('a', { grade: 'easy' }))
  const own = ownDue(easy)
  const on = (day: number): Params => params({ interview: dayAt(day) })

  test('a card comes at the latest the day before', () => {
    expect(dueDay(easy, dayAt(1), on(own))).toBe(dayAt(own - 1))
    expect(dueDay(easy, dayAt(1), on(own + 1))).toBe(dayAt(own))
    expect(dueDay(easy, dayAt(1), on(own + 2))).toBe(dayAt(own))
    expect([own - 2, own - 1].map((day) => isDue(easy, dayAt(day), on(own)))).toEqual([false, true])
  })

  test('an answer of the last three days is the last one, and one of before is not', () => {
    expect(dueDay(easy, dayAt(1), on(3))).toBe(dayAt(own))
    expect(dueDay(easy, dayAt(1), on(4))).toBe(dayAt(3))
  })

  test('on the day itself and after it the schedule is its own again', () => {
    for (const day of [5, 6]) {
      expect(dueDay(easy, dayAt(day), on(5))).toBe(dayAt(own))
      expect(isDue(easy, dayAt(day), on(5))).toBe(false)
    }
  })

  test('in the last three days a weak card comes, though its day is later, and a firm one does not', () => {
    const interview = own - 1
    const dueOn = (mark: 'hit' | 'miss') => {
      const state = stateOf(review('a', { grade: 'easy', points: [mark] }))
      const setting = params({ interview: dayAt(interview), retention: 0.8 })
      return [-4, -3, -2, -1, 0].filter((ahead) => isDue(state, dayAt(interview + ahead), setting))
    }
    expect(dueOn('miss')).toEqual([-3, -2, -1])
    expect(dueOn('hit')).toEqual([-1])
  })

  test('a weak card that was answered in the last three days has had its turn', () => {
    const hard = stateOf(review('a', { grade: 'hard' }), review('a', { grade: 'hard' }, 20))
    expect(ownDue(hard)).toBeGreaterThan(23)
    expect([21, 22].map((day) => isDue(hard, dayAt(day), on(24)))).toEqual([true, true])
    expect([21, 22].map((day) => isDue(hard, dayAt(day), on(23)))).toEqual([false, false])
  })
})

describe('a card is weak', () => {
  const today = dayAt(0)

  test('where it went badly or lacked a point the last time', () => {
    const weak = (change: Parameters<typeof review>[1]) => isWeak(stateOf(review('a', change)), today, params())
    expect((['again', 'hard', 'good', 'easy'] as const).map((grade) => weak({ grade }))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(weak({ grade: 'easy', points: ['hit', 'miss'] })).toBe(true)
    expect(weak({ grade: 'easy', points: ['hit', 'half'] })).toBe(false)
  })

  test('from when less is left of it than is wanted', () => {
    const state = stateOf(review('a', { grade: 'good' }))
    const on = dayAt(5)
    const known = retrievabilityOn(state, on) ?? 0
    expect(isWeak(state, on, params({ retention: known }))).toBe(false)
    expect(isWeak(state, on, params({ retention: known + 0.001 }))).toBe(true)
  })

  test('the more it fades, the more lapses it had, and the more of its points were missed', () => {
    const state = stateOf(review('a', { grade: 'easy' }))
    expect(weaknessOf(state, dayAt(0))).toBe(0)
    expect(weaknessOf(state, dayAt(9))).toBeCloseTo(1 - (retrievabilityOn(state, dayAt(9)) ?? 0), 10)
    const withPoints = stateOf(review('a', { grade: 'easy', points: ['hit', 'miss', 'half', 'miss'] }))
    expect(weaknessOf(withPoints, dayAt(0))).toBeCloseTo(0.25, 10)
    expect(weaknessOf(stateOf(review('a', { grade: 'easy', points: ['miss'] })), dayAt(0))).toBeCloseTo(0.5, 10)
    const lapses = (count: number) =>
      Array.from({ length: count + 1 }, (_, day) => review('a', { grade: day === 0 ? 'good' : 'again' }, day))
    for (const [count, expected] of [
      [1, 0.1],
      [4, 0.4],
      [5, 0.5],
      [7, 0.5],
    ] as const)
      expect(weaknessOf(stateOf(...lapses(count)), dayAt(count))).toBeCloseTo(expected, 10)
  })
})

describe('the days that each grade gives', () => {
  test('are those that come to be, and grow with the grade', () => {
    const state = stateOf(review('a', { grade: 'good' }))
    const own = ownDue(state)
    const days = intervalsFor(state, dayAt(own), params())
    expect(days.again).toBeLessThan(days.hard)
    expect(days.hard).toBeLessThan(days.good)
    expect(days.good).toBeLessThan(days.easy)
    for (const grade of ['again', 'hard', 'good', 'easy'] as const) {
      const after = stateOf(review('a', { grade: 'good' }), review('a', { grade }, own))
      expect(dueDay(after, dayAt(own), params())).toBe(dayAt(own + days[grade]))
    }
  })

  test('are all the same once it was answered today, and at least one', () => {
    const state = stateOf(review('a', { grade: 'easy' }))
    const own = ownDue(state)
    expect(intervalsFor(state, dayAt(0), params())).toEqual({ again: own, hard: own, good: own, easy: own })
    const far = stateOf(review('a', { grade: 'again' }, 50))
    expect(intervalsFor(far, dayAt(50), params()).easy).toBeGreaterThanOrEqual(1)
  })

  test('end before an interview', () => {
    const days = intervalsFor(never, dayAt(0), params({ interview: dayAt(5) }))
    expect(days.easy).toBe(4)
    expect(days.again).toBe(1)
  })
})

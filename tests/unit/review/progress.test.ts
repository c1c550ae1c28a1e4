import fc from 'fast-check'
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import {
  apply,
  cardOf,
  courseNameOf,
  dayRecord,
  daysBetween,
  dueDayOf,
  firstNameOf,
  fold,
  knownCards,
  lastUndoable,
  paramsOf,
} from '../../../src/core/review/index.ts'
import { intervalsOf, remember } from '../../../src/core/review/memory.ts'
import { dayAt, event, firstDay, logs, noon, picture, review, undo } from './log.ts'

const stateOf = (events: readonly ReviewEvent[], card = 'a') => cardOf(fold(events), `c/${card}`)

describe('the fold of a log', () => {
  test('is what applying its events one by one gives, wherever it was looked at', () => {
    fc.assert(
      fc.property(logs, (events) => {
        const whole = picture(fold(events))
        let step = fold([])
        for (const one of events) {
          step = apply(step, one)
          picture(step)
        }
        expect(picture(step)).toEqual(whole)
      }),
    )
  })

  test('holds numbers only, whatever the clocks did', () => {
    fc.assert(
      fc.property(logs, (events) => {
        for (const { memory, scheduled } of knownCards(fold(events))) {
          if (!memory || !scheduled) continue
          expect(memory.stability).toBeGreaterThan(0)
          expect(Number.isFinite(memory.stability)).toBe(true)
          expect(memory.difficulty).toBeGreaterThanOrEqual(1)
          expect(memory.difficulty).toBeLessThanOrEqual(10)
          expect(dueDayOf(scheduled)).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        }
      }),
    )
  })

  test('of undone events is the fold without them, in whichever order they came', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.boolean(), (events, pick, isBefore) => {
        const own = events.filter(({ type }) => type !== 'undo')
        const target = own[pick % Math.max(1, own.length)]
        if (!target) return
        const back: ReviewEvent = {
          v: 1,
          seq: 99,
          id: 'b-99',
          at: noon,
          tz: 0,
          day: firstDay,
          type: 'undo',
          ref: target.id,
        }
        const log = isBefore ? [back, ...own] : [...own, back]
        const without = picture(fold(own.filter((one) => one !== target)))
        expect(picture(fold(log))).toEqual(without)
        expect(picture(log.reduce(apply, fold([])))).toEqual(without)
      }),
    )
  })

  test('does not undo an undo', () => {
    const answer = review('a')
    const back = undo(answer)
    expect(stateOf([answer, back, undo(back)]).memory).toBeNull()
  })
})

describe('the schedule', () => {
  test('is that of FSRS without short-term steps', () => {
    const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 })
    let card = createEmptyCard(new Date(0))
    const plan = [
      [0, 'good', Rating.Good],
      [3, 'hard', Rating.Hard],
      [9, 'again', Rating.Again],
      [12, 'easy', Rating.Easy],
    ] as const
    for (const [day, , rating] of plan) card = scheduler.next(card, new Date(day * 86_400_000), rating).card
    const state = stateOf(plan.map(([day, grade]) => review('a', { grade }, day)))
    expect(state.memory?.stability).toBeCloseTo(card.stability, 6)
    expect(state.memory?.difficulty).toBeCloseTo(card.difficulty, 6)
    expect(state.lapses).toBe(card.lapses)
    expect(state.reviews).toBe(4)
  })

  test('counts the first answer of a day only, and keeps the others as history', () => {
    const first = review('a', { grade: 'again', points: ['miss', 'hit'] })
    const second = review('a', { grade: 'easy', points: ['hit', 'half'] }, 0, 9)
    const once = stateOf([first])
    const twice = stateOf([first, second])
    expect(twice.memory).toEqual(once.memory)
    expect(twice.scheduled).toEqual(once.scheduled)
    expect(twice).toMatchObject({ reviews: 1, passed: true, lastPoints: ['hit', 'half'], times: [60_000, 60_000] })
    expect(twice.points).toEqual([
      { of: 2, misses: 1, halves: 0 },
      { of: 2, misses: 0, halves: 1 },
    ])
    expect(dayRecord(fold([first, second]), firstDay).cards.get('c/a')?.grade).toBe('again')
  })

  test('a clock set back changes nothing that was scheduled', () => {
    const later = review('a', {}, 5)
    expect(stateOf([later, review('a', { grade: 'again' }, 1)])).toMatchObject({
      memory: stateOf([later]).memory,
      lastDay: dayAt(5),
    })
  })

  test('asks with the retention that was in force at the moment', () => {
    const set = (retention: number, day: number) => event({ type: 'params', course: null, set: { retention } }, day)
    const answers = [review('a', { grade: 'easy' }), review('a', { grade: 'easy' }, 20)]
    const days = (events: readonly ReviewEvent[]) => daysBetween(dayAt(20), dueDayOf(stateOf(events).scheduled) ?? '')
    const usual = days(answers)
    expect(days([set(0.8, 0), ...answers])).toBeGreaterThan(usual)
    expect(days([...answers, set(0.8, 21)])).toBe(usual)
    const late = set(0.8, 19)
    expect(days([set(0.95, 0), ...answers.slice(0, 1), late, ...answers.slice(1)])).toBeGreaterThan(usual)
  })

  test('spreads cards answered alike, the same way every time', () => {
    const days = (seed: string) =>
      intervalsOf({ memory: remember(null, 0, 'easy'), elapsedDays: 9, retention: 0.9, seed })
    const seeds = Array.from({ length: 20 }, (_, index) => `c/${String(index)}#2`)
    expect(new Set(seeds.map((seed) => days(seed).good)).size).toBeGreaterThan(1)
    expect(seeds.map(days)).toEqual(seeds.map(days))
  })

  test('a memory that cannot be starts anew instead of spreading NaN', () => {
    expect(remember({ stability: Number.NaN, difficulty: 5 }, 3, 'good')).toEqual(remember(null, 0, 'good'))
    expect(remember(remember(null, 0, 'good'), Number.NaN, 'good').stability).toBeGreaterThan(0)
  })

  test('a mock interview moves nothing, one taken over does', () => {
    const answers = [{ card: 'c/a', after: null, points: ['miss' as const], ms: 1, hints: 0 }]
    expect(stateOf([event({ type: 'mock', course: 'c', kind: 'real', answers })]).memory).toBeNull()
    expect(stateOf([review('a', { mode: 'mock' })]).memory).not.toBeNull()
  })
})

describe('what is said about cards', () => {
  test('a suspended card comes back, a buried one the next day, a reset one is new', () => {
    const answer = review('a', { points: ['miss'] })
    const off = event({ type: 'suspend', card: 'c/a', on: true })
    expect(stateOf([answer, off]).suspended).toBe(true)
    expect(stateOf([answer, off, event({ type: 'suspend', card: 'c/a', on: false })]).suspended).toBe(false)
    expect(stateOf([answer, event({ type: 'bury', card: 'c/a' }, 3)]).buriedUntil).toBe(dayAt(4))
    expect(stateOf([answer, event({ type: 'reset', card: 'c/a' })])).toMatchObject({
      memory: null,
      reviews: 0,
      passed: false,
      points: [],
      lastPoints: [],
    })
  })

  test('renamed cards keep their history, over chains, there and back, and said twice', () => {
    const alias = (from: string, to: string) => event({ type: 'alias', from: `c/${from}`, to: `c/${to}` })
    const log = [review('a'), alias('a', 'b'), review('b', {}, 4), alias('b', 'x')]
    const state = stateOf(log, 'x')
    expect(state).toMatchObject({ card: 'c/x', reviews: 2 })
    expect(state.memory).toEqual(stateOf([review('a'), review('a', {}, 4)]).memory)
    expect(stateOf([...log, alias('x', 'a')], 'a')).toMatchObject({ card: 'c/a', reviews: 2 })
    expect(stateOf([...log, alias('a', 'b')], 'x').card).toBe('c/x')
    expect(stateOf([alias('a', 'a'), review('a')], 'a').reviews).toBe(1)
  })

  test("a course's own settings go before those for all, and the defaults stand behind", () => {
    const set = (course: string | null, newPerDay: number) => event({ type: 'params', course, set: { newPerDay } })
    const progress = fold([set('c', 3), set(null, 7)])
    expect(paramsOf(fold([]), 'c')).toEqual({ newPerDay: 10, duePerDay: 60, retention: 0.9, interview: null })
    expect([paramsOf(progress, 'c').newPerDay, paramsOf(progress, 'd').newPerDay]).toEqual([3, 7])
  })

  test('what can be undone is the newest thing done to a card', () => {
    const [one, two] = [review('a'), event({ type: 'bury', card: 'c/b' })]
    const log = [one, two, event({ type: 'params', course: null, set: {} })]
    expect(lastUndoable(fold(log))).toEqual(two)
    expect(lastUndoable(fold([...log, undo(two)]))).toEqual(one)
    expect(lastUndoable(fold([one, undo(one)]))).toBeNull()
  })
})

describe('courses that are one and the same', () => {
  const same = (from: string, to: string) => event({ type: 'course', from, to })
  const of = (course: string, id: string) => review('', { card: `${course}/${id}` })

  test('have all that was answered of either, whichever name it is asked for by', () => {
    const progress = fold([of('x', 'a'), same('x', 'c'), review('b'), of('x', 'b')])
    for (const card of ['c/a', 'x/a', 'c/b', 'x/b']) expect(cardOf(progress, card).reviews).toBe(1)
    expect(knownCards(progress).map(({ card }) => card)).toEqual(['c/a', 'c/b'])
    expect(courseNameOf(progress, 'x')).toBe('c')
  })

  test('go on with it through renamed questions and further courses', () => {
    const renamed = event({ type: 'alias', from: 'x/a', to: 'x/b' })
    const progress = fold([of('x', 'a'), renamed, same('x', 'c'), same('c', 'd')])
    expect(cardOf(progress, 'd/b').reviews).toBe(1)
    expect(firstNameOf(progress, 'x/b')).toBe('d/a')
    expect(firstNameOf(progress, 'd/new')).toBe('d/new')
  })

  test('have one setting, the newest', () => {
    const set = (course: string, newPerDay: number) => event({ type: 'params', course, set: { newPerDay } })
    const progress = fold([set('x', 1), set('c', 2), same('x', 'c'), set('x', 3)])
    expect(paramsOf(progress, 'c').newPerDay).toBe(3)
    expect(paramsOf(progress, 'x').newPerDay).toBe(3)
  })
})

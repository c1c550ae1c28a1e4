import { describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import {
  cardOf,
  courseCards,
  dueDayOf,
  daysBetween,
  fold,
  statisticsOf,
  streakOn,
  weakPath,
} from '../../../src/core/review/index.ts'
import { course, dayAt, event, firstDay, plainCourse, review, undo } from './log.ts'

const cards = course({ a: [], b: [], x: [] })
const streak = (log: readonly ReviewEvent[], day: number) => streakOn(fold(log), cards, dayAt(day))

describe('the streak', () => {
  test('counts days in a row, and today does not break it before it is over', () => {
    const log = [
      review('a', { grade: 'again' }),
      review('a', { grade: 'again' }, 1),
      review('a', { grade: 'again' }, 2),
    ]
    expect([2, 3, 4].map((day) => streak(log, day))).toEqual([3, 3, 0])
    expect(streak([], 0)).toBe(0)
  })

  test('bridges days with nothing due, and breaks where something was', () => {
    const easy = review('a', { grade: 'easy' })
    const due = daysBetween(firstDay, dueDayOf(cardOf(fold([easy]), 'c/a').scheduled) ?? '')
    expect(due).toBeGreaterThan(3)
    expect(streak([easy, review('a', {}, due)], due)).toBe(2)
    expect(streak([easy, review('a', {}, due + 1)], due + 1)).toBe(1)
    expect(streak([easy], due - 1)).toBe(1)
    // New cards alone make no day a missed one.
    expect(streak([easy, review('b', {}, due)], due)).toBe(2)
  })

  test('goes by what was taken out at that time', () => {
    const log = [review('a', { grade: 'again' }), event({ type: 'suspend', card: 'c/a', on: true }), review('b', {}, 6)]
    expect(streak(log, 6)).toBe(2)
    expect(streak([...log, event({ type: 'suspend', card: 'c/a', on: false }, 6)], 6)).toBe(2)
  })

  test('stands by the days as stored, wherever they were', () => {
    const travelled = [review('a', { grade: 'again' }), review('a', { day: dayAt(1), tz: -600 }, 0, 5)]
    expect(streak(travelled, 1)).toBe(2)
  })
})

describe('statistics', () => {
  const today = dayAt(10)
  const log = [
    review('a', { points: ['miss', 'hit', 'miss'], ms: 10 }, 0),
    review('a', { points: ['miss', 'half'], ms: 30 }, 10),
    review('a', { points: ['miss', 'hit'], ms: 50 }, 10, 5),
    review('b', { grade: 'again', ms: 70 }, 9),
    review('other', { card: 'd/other', ms: 1000 }, 10),
  ]
  const back = review('b', {}, 10)
  const statistics = statisticsOf(fold([...log, back, undo(back, 10)]), cards, today)

  test('show the work of the last 26 weeks, the course by itself', () => {
    expect(statistics.days).toHaveLength(182)
    expect(statistics.days.at(-1)).toEqual({ day: today, reviews: 2, ms: 80, mock: 0 })
    expect(statistics.days.at(-11)).toEqual({ day: firstDay, reviews: 1, ms: 10, mock: 0 })
    expect(statistics.today.done).toBe(1)
  })

  test('show how much of each topic is known', () => {
    const whole = { cards: 3, held: 1, known: 1, learning: 1, new: 1 }
    expect(statistics.mastery).toEqual([
      { topic: null, ...whole },
      { topic: 'deck', ...whole },
    ])
  })

  test('foresee two weeks, what is overdue today', () => {
    const sum = statistics.forecast.reduce((all, day) => all + day.cards, 0)
    expect(statistics.forecast).toHaveLength(14)
    expect(statistics.forecast[0]).toEqual({ day: today, cards: 1 })
    expect(sum).toBe(daysBetween(today, dueDayOf(cardOf(fold(log), 'c/a').scheduled) ?? '') < 14 ? 2 : 1)
    expect(statisticsOf(fold(log), cards, dayAt(400)).forecast[0]?.cards).toBe(2)
    const off = event({ type: 'suspend', card: 'c/b', on: true }, 10)
    expect(statisticsOf(fold([...log, off]), cards, today).forecast[0]?.cards).toBe(0)
  })

  test('name the points missed most, of those that the question still has', () => {
    expect(statistics.missedPoints).toEqual([
      { card: 'c/a', index: 0, misses: 3, halves: 0, of: 3 },
      { card: 'c/a', index: 1, misses: 0, halves: 1, of: 3 },
    ])
  })

  test('weigh a point half known half as much as one missed, and name none that always went', () => {
    const points = [
      [['miss', 'half'], 'a'],
      [['hit', 'half'], 'a'],
      [['hit', 'half'], 'a'],
      [['hit', 'hit'], 'b'],
    ] as const
    const said = points.map(([marks, card], day) => review(card, { points: marks }, day))
    expect(statisticsOf(fold(said), cards, today).missedPoints).toEqual([
      { card: 'c/a', index: 1, misses: 0, halves: 3, of: 3 },
      { card: 'c/a', index: 0, misses: 1, halves: 0, of: 3 },
    ])
  })

  test('say nothing of a point that was checked once', () => {
    const once = review('a', { points: ['miss'] })
    const missed = (events: readonly ReviewEvent[]) => statisticsOf(fold(events), course({ a: [] }), today).missedPoints
    expect(missed([once])).toEqual([])
    expect(missed([once, review('a', { points: ['hit'] }, 1)])).toMatchObject([{ misses: 1, of: 2 }])
  })

  test('tell mock interviews apart from reviews, whether or not their answers were taken over', () => {
    const answer = { card: 'c/a', after: null, points: ['hit', 'miss'], ms: 100, hints: 0 } as const
    const held = event({
      type: 'mock',
      course: 'c',
      kind: 'real',
      answers: [answer, { ...answer, card: 'c/b', after: 'c/a', points: [] }],
    })
    const other = event({ type: 'mock', course: 'elsewhere', kind: 'real', answers: [answer] })
    const told = statisticsOf(fold([held, other, review('a', { mode: 'mock', from: held.id })]), cards, firstDay)
    expect(told.mock).toEqual({ interviews: 1, questions: 1, followUps: 1, ms: 200, score: 0.5 })
    expect(told.days.at(-1)).toEqual({ day: firstDay, reviews: 0, ms: 0, mock: 2 })
    expect(statistics.mock).toBeNull()
  })

  test('show the usual time of each card', () => {
    // What was answered once may have been slow by chance.
    expect(statistics.cards).toEqual([{ card: 'c/a', answers: 3, medianMs: 30 }])
    expect(statisticsOf(fold(log.slice(0, 2)), cards, today).cards[0]?.medianMs).toBe(20)
    // A rehearsal measures nothing.
    const rehearsed = [...log.slice(0, 2), review('a', { mode: 'rehearsal', ms: 0 }), review('b', { ms: 0 })]
    expect(statisticsOf(fold(rehearsed), cards, today).cards).toEqual([{ card: 'c/a', answers: 3, medianMs: 20 }])
    const quick = [1, 3].map((ms) => review('a', { ms }))
    expect(statisticsOf(fold(quick), cards, today).cards).toEqual([{ card: 'c/a', answers: 2, medianMs: 2 }])
  })
})

describe('the way over what is weak', () => {
  const decks = [
    { name: 'one', slides: [slide('s1', 'q01'), slide('s2'), slide('s3', 'q02', 'q03')] },
    { name: 'two', slides: [slide('s1', 'q02')] },
  ]
  function slide(id: string, ...asks: string[]) {
    return { id, asks }
  }

  test('leads through the slides that answer it, in the order of the decks', () => {
    const log = [
      review('q01', { grade: 'easy', points: ['hit'] }),
      review('q02', { grade: 'again' }),
      review('q03', { points: ['miss', 'hit', 'hit', 'hit'] }),
    ]
    const path = (most?: number) => weakPath(fold(log), plainCourse(4), decks, firstDay, most)
    expect(path()).toEqual([
      { deck: 'one', slide: 's3', cards: ['c/q02', 'c/q03'] },
      { deck: 'two', slide: 's1', cards: ['c/q02'] },
    ])
    expect(path(1)).toEqual([{ deck: 'one', slide: 's3', cards: ['c/q03'] }])
    expect(weakPath(fold([]), plainCourse(4), decks, firstDay)).toEqual([])
    const off = event({ type: 'suspend', card: 'c/q02', on: true })
    expect(weakPath(fold([...log, off]), plainCourse(4), decks, firstDay).map((one) => one.deck)).toEqual(['one'])
  })

  test('the cards of a course know the decks that ask them', () => {
    const question = (id: string, followups: string[] = []) => ({
      id,
      followups,
      keyPoints: [{ html: 'p', text: 'p', core: true }],
    })
    expect(courseCards('c', [question('q02', ['q01']), question('q01'), question('q02')], decks)).toEqual({
      course: 'c',
      cards: [
        { card: 'c/q02', core: [true], followups: ['c/q01'], topics: ['one', 'two'] },
        { card: 'c/q01', core: [true], followups: [], topics: ['one'] },
      ],
    })
  })
})

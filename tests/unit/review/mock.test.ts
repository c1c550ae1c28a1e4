import { describe, expect, test } from 'vitest'
import {
  cardOf,
  chainFrom,
  fold,
  followUpOf,
  mockReport,
  mostFollowUps,
  planMock,
  weaknessOf,
  type MockSetting,
} from '../../../src/core/review/index.ts'
import { course, dayAt, event, firstDay, plainCourse, review } from './log.ts'

const plan = (change: Partial<MockSetting> = {}) =>
  planMock({ course: plainCourse(20), progress: fold([]), today: firstDay, topics: [], count: 5, seed: 1, ...change })

describe('the plan of a mock interview', () => {
  test('asks so many different questions in the order of the course, the same for a seed', () => {
    expect(plan()).toHaveLength(5)
    expect(plan({ count: 10 })).toHaveLength(10)
    expect(plan()).toEqual(plan())
    expect(plan()).toEqual(plan().toSorted())
    expect(new Set(plan({ count: 10 })).size).toBe(10)
    expect(plan({ seed: 2 })).not.toEqual(plan())
    expect(plan({ course: plainCourse(3) })).toHaveLength(3)
  })

  test('asks about the topics chosen and not what was taken out', () => {
    const both = { course: 'c', cards: [...course({ a: [], b: [] }, 'one').cards, ...course({ x: [] }, 'two').cards] }
    expect(plan({ course: both, topics: ['one'] })).toEqual(['c/a', 'c/b'])
    const off = event({ type: 'suspend', card: 'c/a', on: true })
    expect(plan({ course: both, progress: fold([off]) })).toEqual(['c/b', 'c/x'])
  })

  test('asks what is weak more often', () => {
    const log = plainCourse(20).cards.map(({ card }, index) =>
      review(card.slice(2), index < 10 ? { grade: 'easy', points: ['hit'] } : { grade: 'again', points: ['miss'] }),
    )
    const asked = Array.from({ length: 200 }, (_, seed) => plan({ progress: fold(log), seed })).flat()
    const weak = asked.filter((card) => card > 'c/q10').length
    expect(weak / asked.length).toBeGreaterThan(0.65)
    expect(weak).toBeLessThan(asked.length)
  })
})

describe('what makes a card weak', () => {
  const known = cardOf(fold([review('a', { grade: 'good' })]), 'c/a')

  test('is every lapse, up to five', () => {
    const weakness = [0, 1, 2, 5, 6].map((lapses) => weaknessOf({ ...known, lapses }, dayAt(10)))
    const [none = 0, one = 0, two = 0, five = 0, six = 0] = weakness
    expect(one).toBeGreaterThan(none)
    expect(two - one).toBeCloseTo(one - none)
    expect(five).toBeGreaterThan(two)
    expect(six).toBe(five)
  })

  test('is that it fades, and each point missed the last time', () => {
    expect(weaknessOf(known, dayAt(30))).toBeGreaterThan(weaknessOf(known, dayAt(3)))
    const share = (...lastPoints: ('hit' | 'miss')[]) => weaknessOf({ ...known, lastPoints }, firstDay)
    expect(share('hit', 'hit')).toBe(0)
    expect(share('hit', 'miss')).toBeCloseTo(0.25)
    expect(share('miss', 'miss')).toBeCloseTo(0.5)
  })

  test('is halfway where it was never answered', () => {
    expect(weaknessOf(cardOf(fold([]), 'c/a'), firstDay)).toBe(0.5)
  })
})

describe('follow-ups in an interview', () => {
  const { cards } = course({ a: ['b', 'x'], b: ['a', 'x'], x: ['y'], y: ['z'], z: [] })
  const step = (card: string, after: string | null) => ({ card: `c/${card}`, after: after && `c/${after}` })

  test('are what a question names first and was not asked or planned', () => {
    expect(followUpOf(cards, 'c/a', [step('a', null)])).toBe('c/b')
    expect(followUpOf(cards, 'c/a', [step('a', null)], ['c/b'])).toBe('c/x')
    expect(followUpOf(cards, 'c/b', [step('a', null), step('b', 'a')])).toBe('c/x')
    expect(followUpOf(cards, 'c/z', [step('z', null)])).toBeNull()
  })

  test('go three deep', () => {
    const chain = [step('a', null), step('b', 'a'), step('x', 'b')]
    expect(followUpOf(cards, 'c/x', chain)).toBe('c/y')
    expect(followUpOf(cards, 'c/y', [...chain, step('y', 'x')])).toBeNull()
  })
})

test('the report of an interview', () => {
  const both = [...course({ a: [], b: [] }, 'one').cards, ...course({ x: [] }, 'two').cards]
  const report = mockReport(both, [
    { card: 'c/a', after: null, points: ['hit', 'half', 'miss', 'hit'], ms: 1000, hints: 1 },
    { card: 'c/b', after: 'c/a', points: ['miss'], ms: 500, hints: 0 },
    { card: 'c/x', after: null, points: [], ms: 10, hints: 0 },
  ])
  expect(report).toEqual({
    ms: 1510,
    score: 0.3125,
    questions: [
      { card: 'c/a', after: null, score: 0.625, ms: 1000, hints: 1, missed: [2], halves: [1] },
      { card: 'c/b', after: 'c/a', score: 0, ms: 500, hints: 0, missed: [0], halves: [] },
      { card: 'c/x', after: null, score: null, ms: 10, hints: 0, missed: [], halves: [] },
    ],
    topics: [
      { topic: 'one', score: 0.3125, questions: 2 },
      { topic: 'two', score: null, questions: 1 },
    ],
  })
})

describe('how many follow-ups may come', () => {
  const { cards } = course({ a: ['b', 'x'], b: ['a', 'x'], x: ['y'], y: ['z'], z: ['gone'], alone: [] })
  const byId = new Map(cards.map((card) => [card.card, card]))
  const chains = cards.map(({ card }) => chainFrom(byId, card))

  test('is told by the longest way from a question, three deep and never back', () => {
    expect(chains).toEqual([3, 3, 2, 1, 0, 0])
  })

  test('is none from a question that is not there', () => {
    expect(chainFrom(byId, 'gone')).toBe(0)
  })

  test('adds up over the questions that may be drawn, and nothing is asked twice', () => {
    expect(mostFollowUps(chains, 1, 100)).toBe(3)
    expect(mostFollowUps(chains, 5, 100)).toBe(9)
    expect(mostFollowUps(chains, 5, 6)).toBe(1)
    expect(mostFollowUps([], 5, 0)).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'
import type { Mark } from '../../../src/contract/review.ts'
import { suggestGrade, targetMsOf, type Answered } from '../../../src/core/review/index.ts'

const marksOf = (text: string): Mark[] =>
  Array.from(text, (one) => (one === '+' ? 'hit' : one === '~' ? 'half' : 'miss'))
const answered = (points: string, change: Partial<Answered> = {}): Answered => ({
  points: marksOf(points),
  core: [],
  gaveUp: false,
  hints: 0,
  ms: 60_000,
  targetMs: 60_000,
  reviews: 5,
  ...change,
})
const grade = (points: string, change?: Partial<Answered>) => suggestGrade(answered(points, change)).grade

describe('a grade out of key points', () => {
  test.each([
    ['+--', 'again'],
    ['+~-', 'again'],
    ['++-', 'hard'],
    ['~~~', 'again'],
    ['++++++++--', 'hard'],
    ['+++++++++-', 'good'],
    ['+++++', 'good'],
  ])('%s is %s', (points, expected) => {
    expect(grade(points)).toBe(expected)
  })

  test('a missed core point is again, a half known one is not', () => {
    const core = [false, true]
    expect(suggestGrade(answered('+-++++++++++', { core }))).toEqual({
      grade: 'again',
      reasons: [
        { code: 'core-missed', point: 1 },
        { code: 'points', hit: 11, half: 0, of: 12 },
      ],
    })
    expect(grade('+~++++++++++', { core })).toBe('good')
  })

  test('giving up is again whatever was said', () => {
    expect(suggestGrade(answered('+++', { gaveUp: true }))).toEqual({ grade: 'again', reasons: [{ code: 'gave-up' }] })
    expect(grade('', { gaveUp: true })).toBe('again')
  })

  test('without points nothing is suggested', () => {
    expect(suggestGrade(answered('', { hints: 2, ms: 1 }))).toEqual({ grade: null, reasons: [] })
  })

  test('a hint or over twice the target time is hard', () => {
    expect(grade('+++', { hints: 1, ms: 10 })).toBe('hard')
    expect(grade('+++', { ms: 120_000 })).toBe('good')
    expect(suggestGrade(answered('+++', { ms: 120_001 })).reasons).toContainEqual({
      code: 'slow',
      ms: 120_001,
      targetMs: 60_000,
    })
    expect(grade('+++', { ms: 120_001 })).toBe('hard')
  })

  test('easy needs every point, under half the time and two reviews before', () => {
    expect(grade('+++', { ms: 29_999, reviews: 2 })).toBe('easy')
    expect(grade('+++', { ms: 29_999, reviews: 1 })).toBe('good')
    expect(grade('+++', { ms: 30_000 })).toBe('good')
    expect(grade('+++++++++~', { ms: 10 })).toBe('good')
  })

  test('the target grows with the points', () => {
    expect(targetMsOf(5) - targetMsOf(4)).toBe(15_000)
  })
})

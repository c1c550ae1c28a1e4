import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import { dayOf, onTrueDays } from '../../../src/core/review/index.ts'
import { dayAt, dayMs, logs, momentAt, review, tz } from './log.ts'

const far = 26_000
/** The events as seen on a day, as days counted from the first. */
const daysOn = (events: readonly ReviewEvent[], day: number): number[] =>
  onTrueDays(events, momentAt(day).at, dayAt(day)).map((event) => (event.at - momentAt(0).at) / dayMs)
const on = (...days: number[]): ReviewEvent[] => days.map((day) => review('a', {}, day))

describe('what was recorded while the clock was far ahead', () => {
  test('was a day before the device went on, with what lay between its answers', () => {
    expect(daysOn(on(far, far + 2, 10), 10)).toEqual([7, 9, 10])
    expect(daysOn(on(1, far, far + 2, 10, 11), 12)).toEqual([1, 7, 9, 10, 11])
  })

  test('was not before what the device had done already', () => {
    expect(daysOn(on(9, far, far + 5, 10), 10)).toEqual([9, 9, 9, 10])
  })

  test('was as early as it can have been where the device has not gone on yet, so that it comes soon', () => {
    expect(daysOn(on(4, far), 10)).toEqual([4, 4])
    expect(daysOn(on(far), 40)).toEqual([10])
  })

  test('counts for the day at its place', () => {
    const [event] = onTrueDays(on(far, 10), momentAt(10).at, dayAt(10))
    expect(event).toMatchObject({ day: dayOf(momentAt(9).at, tz) })
  })

  test('of one device moves nothing of another', () => {
    const other = { ...review('a', {}, 3), id: 'b-000000001-x' }
    expect(daysOn([...on(far), other, ...on(10)], 10)).toEqual([9, 3, 10])
  })
})

describe('what is as it was recorded', () => {
  test.each([
    ['a day ahead, as a traveller has it', on(1, 11), 10],
    ['where the clock is behind now: day after day leads to what lies ahead', on(7, 8, 9, 10, 11, 12, 13), 8],
    ['where the clock shows a day before there was a Lectern', on(1, 2, 3), -400],
    ['what lies behind, in whatever order', on(5, 3, 9), 10],
  ])('%s', (_, events, day) => {
    expect(onTrueDays(events, momentAt(day).at, dayAt(day))).toBe(events)
  })

  test('any log stays one of as many events, none of them without a day', () => {
    fc.assert(
      fc.property(logs, fc.nat(60), (events, day) => {
        const seen = onTrueDays(events, momentAt(day).at, dayAt(day))
        expect(seen.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
        for (const { at, day: own } of seen) {
          expect(Number.isInteger(at) && at >= 0).toBe(true)
          expect(own).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        }
      }),
    )
  })
})

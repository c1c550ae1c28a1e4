import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, daysBetween } from '../../../src/core/review/index.ts'

describe('the day of reviewing', () => {
  test('begins at 04:00 where the person is', () => {
    expect(dayOf(Date.UTC(2026, 10, 24, 3, 59), 0)).toBe('2026-11-23')
    expect(dayOf(Date.UTC(2026, 10, 24, 4), 0)).toBe('2026-11-24')
    expect(dayOf(Date.UTC(2026, 10, 23, 19), 540)).toBe('2026-11-24')
    expect(dayOf(Date.UTC(2026, 10, 24, 8, 59), -300)).toBe('2026-11-23')
  })

  test('adds and counts across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
    expect(addDays('2026-02-31', 0)).toBe('2026-03-03')
  })

  test('counts what is no day as the first of 1970', () => {
    expect(daysBetween('no day', '1970-01-03')).toBe(2)
  })

  test('any moment and any number of days give a day that can be written', () => {
    fc.assert(
      fc.property(
        fc.nat(8_640_000_000_000_000),
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer(),
        (at, tz, days) => {
          expect(addDays(dayOf(at, tz), days)).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        },
      ),
    )
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => {
        expect(daysBetween('2026-01-01', addDays('2026-01-01', days))).toBe(days)
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { dayNamer } from '../../../src/core/words/day-namer.ts'

test.each([
  ['2026-11-24', '오늘', 'today'],
  // Of a clock that was ahead.
  ['2026-11-25', '오늘', 'today'],
  ['2026-11-23', '어제', 'yesterday'],
  ['2026-11-22', '11월 22일', 'Nov 22'],
  ['2026-01-02', '1월 2일', 'Jan 2'],
  ['2025-12-31', '2025년 12월 31일', 'Dec 31, 2025'],
])('seen from 24 November 2026, %s is %s, %s', (day, ko, en) => {
  expect(dayNamer('ko', '오늘', '어제')(day, '2026-11-24')).toBe(ko)
  expect(dayNamer('en', 'today', 'yesterday')(day, '2026-11-24')).toBe(en)
})

test('the last day of a year was yesterday on the first of the next', () => {
  expect(dayNamer('ko', '오늘', '어제')('2025-12-31', '2026-01-01')).toBe('어제')
})

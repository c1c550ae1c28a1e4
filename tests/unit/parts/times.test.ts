import { expect, test } from 'vitest'
import { clockTime, placeNumber, timeOfDay } from '../../../src/renderer/parts/times.ts'

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [1000, '0:01'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [760_000, '12:40'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [3_760_000, '1:02:40'],
  [86_400_000, '24:00:00'],
  [-5000, '0:00'],
])('a clock shows %i ms as %s', (ms, text) => expect(clockTime(ms)).toBe(text))

test('the time of day has hours and minutes of two digits, up to midnight', () => {
  expect(timeOfDay(new Date(2026, 10, 24, 9, 5, 59).getTime())).toBe('09:05')
  expect(timeOfDay(new Date(2026, 10, 24, 14, 40).getTime())).toBe('14:40')
  expect(timeOfDay(new Date(2026, 10, 24, 0, 0).getTime())).toBe('00:00')
})

test('a slide is counted with the number that its deck’s name begins with, if there is one', () => {
  expect(placeNumber(3, 2, 4)).toBe('03 · 2/4')
  expect(placeNumber(10, 1, 1)).toBe('10 · 1/1')
  expect(placeNumber(123, 1, 2)).toBe('123 · 1/2')
})

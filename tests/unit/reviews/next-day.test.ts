import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenNextDay } from '../../../src/services/reviews/next-day.ts'

beforeEach(() => {
  // In Seoul it is 03:58 of the 25th, which still is the 24th: a day begins at four.
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 18, 58) })
})
afterEach(() => {
  vi.useRealTimers()
})

const moment = () => ({ at: Date.now(), tz: 540 })

it('tells within a minute that a day has begun, once', () => {
  const tell = vi.fn()
  const stop = whenNextDay(moment, tell)
  vi.advanceTimersByTime(60_000)
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(tell).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(60 * 60_000)
  expect(tell).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(23 * 60 * 60_000)
  expect(tell).toHaveBeenCalledTimes(2)
  stop()
  vi.advanceTimersByTime(24 * 60 * 60_000)
  expect(tell).toHaveBeenCalledTimes(2)
  expect(vi.getTimerCount()).toBe(0)
})

it('sees after a sleep of days that it is another one', () => {
  const tell = vi.fn()
  const stop = whenNextDay(moment, tell)
  vi.setSystemTime(Date.UTC(2026, 10, 27))
  vi.advanceTimersByTime(60_000)
  expect(tell).toHaveBeenCalledTimes(1)
  stop()
})

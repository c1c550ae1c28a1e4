import { expect, test } from 'vitest'
import { clock, currentDate } from '../../../src/services/door/clock.ts'

const at = Date.UTC(2026, 10, 24, 9)

test.each([{}, { LECTERN_NOW: '' }])('the clock is that of the system unless a moment is named: %o', (env) => {
  const before = Date.now()
  const now = clock(env)
  const [told, named] = [now(), currentDate(env).getTime()]
  for (const one of [told, named]) {
    expect(one).toBeGreaterThanOrEqual(before)
    expect(one).toBeLessThanOrEqual(Date.now())
  }
})

test('a named moment is where the clock begins, and it goes on from there', async () => {
  const before = performance.now()
  const now = clock({ LECTERN_NOW: '2026-11-24T09:00:00Z' })
  const first = now()
  await expect.poll(() => now()).toBeGreaterThan(first + 20)
  const passed = performance.now() - before
  expect(first).toBeGreaterThanOrEqual(at)
  expect(now() - at).toBeGreaterThan(20)
  expect(first - at).toBeLessThanOrEqual(Math.ceil(passed))
  expect(currentDate({ LECTERN_NOW: '2026-11-24' })).toEqual(new Date('2026-11-24'))
})

test('what is no moment is told', () => {
  for (const ask of [clock, currentDate])
    expect(() => ask({ LECTERN_NOW: 'tomorrow' })).toThrow('LECTERN_NOW is not a date: tomorrow.')
})

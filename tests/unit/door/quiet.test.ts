import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQuiet } from '../../../src/services/door/quiet.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Whether it is quiet by then; `advance` lets time pass. */
function waitFor(quiet: ReturnType<typeof createQuiet>): { isQuiet: () => boolean } {
  let isQuiet = false
  void quiet.whenQuiet().then(() => (isQuiet = true))
  return { isQuiet: () => isQuiet }
}

it('is quiet before anything is asked', async () => {
  const waiting = waitFor(createQuiet())
  await vi.advanceTimersByTimeAsync(0)
  expect(waiting.isQuiet()).toBe(true)
})

it('is not quiet while something is asked, nor just after it, whether it could be answered or not', async () => {
  const quiet = createQuiet()
  const first = Promise.withResolvers<string>()
  const { read, write } = quiet.noted({
    read: (which: string) => first.promise.then((answer) => `${which}: ${answer}`),
    write: () => Promise.reject(new Error('full')),
  })
  const reading = read('deck')
  const waiting = waitFor(quiet)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(waiting.isQuiet()).toBe(false)

  first.resolve('here')
  expect(await reading).toBe('deck: here')
  await vi.advanceTimersByTimeAsync(100)
  await expect(write()).rejects.toThrow('full')
  await vi.advanceTimersByTimeAsync(390)
  expect(waiting.isQuiet()).toBe(false)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(waiting.isQuiet()).toBe(true)
})

import { afterEach, expect, test, vi } from 'vitest'
import { inStretches, turnMs } from '../../../src/services/courses/reading/course-reader.ts'

afterEach(() => vi.restoreAllMocks())

test('a stretch ends as soon as it has taken longer than its turn, and none is empty', () => {
  const took = [turnMs, 1, turnMs + 1, 0, 0]
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  function* items() {
    for (const [n, ms] of took.entries()) {
      now += ms
      yield n
    }
  }
  expect([...inStretches(items())]).toEqual([[0, 1], [2], [3, 4]])
  took.splice(3)
  expect([...inStretches(items())]).toEqual([[0, 1], [2]])
  expect([...inStretches([])]).toEqual([])
})

import { expect, test } from 'vitest'
import { intervalsOf, remember, type Memory } from '../../../src/core/review/memory.ts'

const first = remember(null, 0, 'good')
const second = remember(first, 3, 'good')
const daysOf = (memory: Memory | null, elapsedDays: number, retention = 0.9) =>
  Object.values(intervalsOf({ memory, elapsedDays, retention, seed: 'c/a#2' }))

test.each([
  ['never answered', null, 0, [1, 2, 3, 7]],
  ['answered today', first, 0, [1, 2, 3, 4]],
  ['answered when it was due', first, 3, [1, 8, 13, 23]],
  ['answered a week late', first, 10, [1, 15, 24, 43]],
  ['held for longer', second, 14, [2, 38, 55, 92]],
])('the days until a card comes again are those of FSRS, and stay so: %s', (_, memory, elapsedDays, days) => {
  expect(daysOf(memory, elapsedDays)).toEqual(days)
})

test('who would have less still known waits longer', () => {
  expect(daysOf(first, 3, 0.8)).toEqual([2, 29, 44, 76])
})

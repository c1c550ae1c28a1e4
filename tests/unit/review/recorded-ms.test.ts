import { expect, test } from 'vitest'
import { recordedMs } from '../../../src/contract/review.ts'

test('a measured time is recorded in whole milliseconds, never less than none and at most what the record counts to', () => {
  expect([-5, -0.6, 0, 0.4, 0.5, 1499.6, 1e8 - 1, 1e8, 1e8 + 1, Infinity].map(recordedMs)).toEqual([
    0,
    0,
    0,
    0,
    1,
    1500,
    1e8 - 1,
    1e8,
    1e8,
    1e8,
  ])
})

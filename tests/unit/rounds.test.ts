import { expect, test } from 'vitest'
import { isSoak, rounds } from './rounds.ts'

test('the soak is whole, and everything else is a part of it', () => {
  expect(isSoak).toBe(process.env['LECTERN_SOAK'] === '1')
  expect(rounds(1, 2)).toBe(isSoak ? 2 : 1)
})

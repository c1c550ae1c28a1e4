import { expect, test } from 'vitest'
import { rowsThatFit } from '../../../src/renderer/presenter/rows-that-fit.ts'

test.each([
  [[38, 38, 38], 114, 1, 3],
  [[38, 38, 38], 113, 1, 2],
  [[38, 46, 46, 38], 100, 1, 2],
  [[66, 66, 66, 66, 66], 100, 4, 4],
  [[66, 66], 100, 4, 2],
  [[38, 38], 0, 1, 1],
  [[], 100, 4, 0],
])('of rows as high as %j, in a room of %i and at least %i, are shown %i', (heights, room, least, shown) => {
  expect(rowsThatFit(heights, room, least)).toBe(shown)
})

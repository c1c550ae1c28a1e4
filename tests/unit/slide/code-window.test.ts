import { expect, test } from 'vitest'
import { windowAround } from '../../../src/renderer/slide/code-window.ts'

const even = Array<number>(60).fill(20)

test.each([
  ['in its middle', even, 200, 29, 31, [26, 36]],
  ['from the top on', even, 200, 0, 0, [0, 10]],
  ['to the bottom', even, 200, 59, 59, [50, 60]],
  ['of more lines than it has room for, from the first', even, 100, 10, 40, [10, 15]],
  ['with no room to spare', even, 219, 5, 5, [1, 11]],
  ['of a line that is higher than it', [20, 300, 20], 100, 1, 1, [1, 2]],
  ['by the heights of the lines', [20, 20, 80, 20, 20], 120, 2, 2, [1, 4]],
  ['of all that there is', [20, 20], 100, 1, 1, [0, 2]],
])('a window shows what is lit %s', (_, heights, room, first, last, expected) => {
  expect(windowAround(heights, room, first, last)).toEqual(expected)
})

import { expect, test } from 'vitest'
import type { Text } from '../../../src/contract/deck.ts'
import { bandHeight, bandOf, sentencesOf } from '../../../src/core/diagram/asked.ts'
import type { Measure } from '../../../src/core/diagram/text.ts'

/** Every letter is half as wide as it is high. */
const measure: Measure = (text) => text.length / 2
const text = (length: number): Text => ({ ko: 'ㄱ'.repeat(length), en: 'a'.repeat(length) })
const band = (choices: readonly number[], question = 40, because: Text = text(40)) =>
  bandOf({ question: text(question), choices: choices.map(text), answer: 0, because }, 'ko', measure)

test('choices stand beside each other, in two rows where they are long, and at the worst one below another', () => {
  expect(band([10, 10, 20])).toEqual({
    columns: [344, 344, 464].map((each) => each - 16 / 3),
    size: 28,
    lines: 1,
    height: bandHeight,
  })
  // 3 × 140 and 2 × 16 px are not for words: 716 px are, and a letter takes 12.
  expect(band([20, 20, 19]).columns).toHaveLength(3)
  expect(band([20, 20, 20])).toEqual({ columns: [576, 576], size: 28, lines: 1, height: bandHeight })
  expect(band([8, 17, 40, 20]).columns).toEqual([696, 456])
  expect(band([60, 60, 10])).toMatchObject({ columns: [1168], height: 40 + 3 * 36 + 2 * 6 })
})

test('question and sentence have one size, at which the longer one stays on its line', () => {
  expect(band([1, 1], 83).size).toBe(28)
  expect(band([1, 1], 84).size).toBe(27)
  expect(band([1, 1], 40, text(84)).size).toBe(27)
  expect(band([1, 1], 97)).toMatchObject({ size: 24, lines: 1, height: bandHeight })
  expect(band([60, 60, 60], 98)).toMatchObject({ size: 24, lines: 2, height: 68 + 3 * 36 + 2 * 6 })
})

test('the first sentence tells, the others follow', () => {
  expect(sentencesOf('하나다. 둘이다. 셋이다.')).toEqual(['하나다.', '둘이다. 셋이다.'])
  expect(sentencesOf('`memory.max` says 28.5.2.')).toEqual(['`memory.max` says 28.5.2.', ''])
})

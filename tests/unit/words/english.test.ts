import { expect, test } from 'vitest'
import { reviewStatisticsWords } from '../../../src/renderer/words/review-statistics.ts'
import { reviewWords } from '../../../src/renderer/words/review.ts'

test.each([
  ['tomorrow', 1, 'Next, tomorrow: 1 question.'],
  ['in 3 days', 4, 'Next, in 3 days: 4 questions.'],
  ['Tue, December 1', 2000, 'Next, Tue, December 1: 2,000 questions.'],
])('what comes next is said alike of any day: %s', (day, cards, said) => {
  expect(reviewWords.en.nextDue(day, cards)).toBe(said)
})

test.each([
  [0, '0 come to mind today'],
  [1, '1 comes to mind today'],
  [2, '2 come to mind today'],
])('how many questions come to mind is said as English says it: %d', (held, said) => {
  expect(reviewStatisticsWords.en.masteryOf(3, 2, 1, held)).toBe(`3 known, 2 learning, 1 new, ${said}`)
})

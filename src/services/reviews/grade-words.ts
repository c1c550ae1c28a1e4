import type { Text } from '../../contract/deck.ts'
import type { Grade } from '../../contract/review.ts'

/** What the grades are called where there is no window. */
export const gradeWords: Readonly<Record<Grade, Text>> = {
  again: { ko: '다시', en: 'again' },
  hard: { ko: '어려움', en: 'hard' },
  good: { ko: '알맞음', en: 'good' },
  easy: { ko: '쉬움', en: 'easy' },
}

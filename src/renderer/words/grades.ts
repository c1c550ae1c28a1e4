import type { Grade } from '../../contract/review.ts'
import type { InBoth } from './in-both.ts'

/** How well an answer came, as reviewing and rehearsing call it. */
export const gradeWords: InBoth<Readonly<Record<Grade, string>>> = {
  ko: { again: '다시', hard: '어려움', good: '알맞음', easy: '쉬움' },
  en: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' },
}

import { dueDayOf } from './card-progress.ts'
import type { CourseCard } from './course-cards.ts'
import type { Day } from './day.ts'
import { cardOf, type Progress } from './progress.ts'

/**
 * The first day on which one of these cards was due, as things stood at the end of `day`; null where none was. This is
 * how a log tells days with nothing due from missed ones: by the schedule itself, over cards that were answered before
 * and not taken out. New cards never make a day a missed one.
 */
export function firstDueAfter(progress: Progress, cards: readonly CourseCard[], day: Day): Day | null {
  let first: Day | null = null
  for (const { card } of cards) {
    const standing = cardOf(progress, card).standings.findLast((one) => one.day <= day)
    if (!standing || standing.suspended) continue
    const due = dueDayOf(standing.scheduled)
    if (due !== null && (first === null || due < first)) first = due
  }
  return first
}

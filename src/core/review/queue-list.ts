import type { ReviewScope } from '../../contract/review.ts'
import type { CourseCards } from './course-cards.ts'
import { dayOf } from './day.ts'
import { paramsVersion } from './memory.ts'
import { apply, type Progress } from './progress.ts'
import { queueOf, type AskedCard, type Moment } from './queue.ts'

/**
 * The cards that a session would still ask, in order, where every answer is a good one: so follow-ups stand behind what
 * they follow, and nothing returns after *again* but what does so already. Each card is as it is before the session.
 */
export function queueList(
  progress: Progress,
  course: CourseCards,
  scope: ReviewScope,
  now: Moment,
): readonly AskedCard[] {
  const asked: AskedCard[] = []
  const common = { v: 1, at: Math.max(now.at, scope.since), tz: now.tz, day: dayOf(now.at, now.tz) } as const
  const unsaid = { suggested: null, points: [], ms: 0, hints: 0, gaveUp: false, recall: 'said' } as const
  let then = progress
  for (;;) {
    const { card } = queueOf(then, course, scope, now)
    if (!card || asked.some((one) => one.card === card.card)) return asked
    asked.push(card)
    const seq = asked.length
    const answer = { type: 'review', card: card.card, mode: scope.mode, grade: 'good', params: paramsVersion } as const
    then = apply(then, { ...common, seq, id: `foreseen-${String(seq)}`, ...answer, ...unsaid })
  }
}

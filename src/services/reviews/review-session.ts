import type { RequestPayload } from '../../contract/channels.ts'
import type { Grade, ReviewBody, ReviewEvent, ReviewScope, ReviewSession } from '../../contract/review.ts'
import { lastUndoable, paramsVersion, queueOf, targetMsOf, topicOf } from '../../core/review/index.ts'
import type { ReviewCourse } from './review-course.ts'
import type { ReviewHistory } from './review-history.ts'

/** What could be undone, whatever course it was in; its question only where the course at hand has it. */
export function undoOf(history: ReviewHistory, course: ReviewCourse): ReviewSession['undo'] {
  const last = lastUndoable(history.progress())
  return last && { card: last.card, question: course.question(last.card)?.text ?? null }
}

function topicTitle(course: ReviewCourse, card: string): string | null {
  const own = course.cards.cards.find((one) => one.card === card)
  return (own && course.titles[topicOf(own)]) ?? null
}

/** A session at this moment. */
export function sessionOf(history: ReviewHistory, course: ReviewCourse, scope: ReviewScope): ReviewSession {
  const { card, ...queue } = queueOf(history.progress(), course.cards, scope, history.moment())
  const question = card && course.question(card.card)
  return {
    scope,
    ...queue,
    card:
      card && question
        ? {
            ...card,
            question,
            topic: topicTitle(course, card.card),
            after: card.after === null ? null : (course.question(card.after)?.text ?? null),
            targetMs: targetMsOf(question.keyPoints.length),
          }
        : null,
    undo: undoOf(history, course),
  }
}

/** An answer as the log keeps it. */
export function answerBody({ scope, ...answer }: RequestPayload<'review:answer'>): ReviewBody {
  return { type: 'review', mode: scope.mode, params: paramsVersion, ...answer }
}

/** How a question went in a rehearsal, as the log keeps it. */
export function rehearsalBody({ card, grade }: { readonly card: string; readonly grade: Grade }): ReviewBody {
  const unmeasured = { suggested: null, points: [], ms: 0, hints: 0, gaveUp: false, recall: 'said' } as const
  return { type: 'review', mode: 'rehearsal', params: paramsVersion, card, grade, ...unmeasured }
}

/** Takes the newest back that can be, in whatever course it was; resolves with it, or with null where there is nothing. */
export async function undoLast(history: ReviewHistory): Promise<ReviewEvent | null> {
  const [undo] = await history.addAll(() => {
    const last = lastUndoable(history.progress())
    return last ? [{ type: 'undo', ref: last.id }] : []
  })
  if (undo?.type !== 'undo') return null
  return history.progress().events.find(({ id }) => id === undo.ref) ?? null
}

/** What is done with a card, as the log keeps it. */
export function cardBody({ card, act }: Pick<RequestPayload<'review:card'>, 'card' | 'act'>): ReviewBody {
  if (act === 'bury' || act === 'reset') return { type: act, card }
  return { type: 'suspend', card, on: act === 'suspend' }
}

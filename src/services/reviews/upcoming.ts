import type { Text } from '../../contract/deck.ts'
import type { DayCounts, ReviewScope } from '../../contract/review.ts'
import {
  cardOf,
  dayCounts,
  dueDay,
  dueDayOf,
  paramsOf,
  questionOf,
  queueList,
  type AskedCard,
} from '../../core/review/index.ts'
import { gradeWords } from './grade-words.ts'
import type { ReviewHistory } from './review-history.ts'
import type { ReviewCourse } from './review-course.ts'

/** A question that is to be asked. */
export interface UpcomingCard {
  /** The question's id. */
  readonly id: string
  readonly question: string
  /** The chance from 0 to 1 that it is still known; null where it was never answered. */
  readonly retrievability: number | null
  readonly kind: 'due' | 'interview' | 'new' | 'follow-up' | 'ahead' | 'weak'
  readonly why: Text
}

/** The numbers of the day, and all that a session would ask, in order. */
export interface Upcoming extends DayCounts {
  readonly next: readonly UpcomingCard[]
}

function reasonFor(
  history: ReviewHistory,
  course: ReviewCourse,
  { mode }: ReviewScope,
  { card, after, retrievability }: AskedCard,
): Pick<UpcomingCard, 'kind' | 'why'> {
  const parent = after === null ? null : course.question(after)
  if (parent) {
    return { kind: 'follow-up', why: { ko: `‘${parent.text}’에 이어지는 질문`, en: `follows “${parent.text}”` } }
  }
  const [today, params] = [history.today(), paramsOf(history.progress(), course.cards.course)]
  const state = cardOf(history.progress(), card)
  const { scheduled } = state
  if (!scheduled || retrievability === null)
    return { kind: 'new', why: { ko: '아직 답하지 않은 질문', en: 'never answered' } }
  if (mode === 'weak') {
    const percent = Math.round(100 * retrievability)
    return {
      kind: 'weak',
      why: { ko: `기억하고 있을 확률 ${percent}%`, en: `${percent} % likely to be remembered` },
    }
  }
  if (mode === 'ahead') {
    const due = dueDay(state, today, params) ?? today
    return { kind: 'ahead', why: { ko: `${due}에 볼 질문을 미리`, en: `ahead of ${due}` } }
  }
  const due = dueDayOf(scheduled)
  if (due > today && params.interview !== null) {
    const { interview } = params
    return {
      kind: 'interview',
      why: { ko: `${interview} 면접 전에 한 번 더`, en: `once more before the interview on ${interview}` },
    }
  }
  const last = gradeWords[scheduled.grade]
  return {
    kind: 'due',
    why: {
      ko: `${due}부터 볼 차례 (${scheduled.day}에 ‘${last.ko}’)`,
      en: `due since ${due} (${last.en} on ${scheduled.day})`,
    },
  }
}

/** What a session would ask, and why: every question in the order that good answers bring them. */
export function upcomingIn(history: ReviewHistory, course: ReviewCourse, scope: ReviewScope): Upcoming {
  const progress = history.progress()
  const list = queueList(progress, course.cards, scope, history.moment())
  return {
    ...dayCounts(progress, course.cards, history.today()),
    next: list.flatMap((asked) => {
      const question = course.question(asked.card)
      if (!question) return []
      const { retrievability } = asked
      const rounded = retrievability === null ? null : Math.round(retrievability * 1000) / 1000
      const reason = reasonFor(history, course, scope, asked)
      return [{ id: questionOf(asked.card), question: question.text, retrievability: rounded, ...reason }]
    }),
  }
}

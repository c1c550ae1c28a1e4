import { LecternError } from '../../contract/failure.ts'
import type { MockQuestion, MockResult } from '../../contract/review-view.ts'
import type { MockAnswer, ReviewBody, ReviewEventOf } from '../../contract/review.ts'
import {
  cardOf,
  followUpOf,
  mockReport,
  mocksIn,
  nameOf,
  paramsVersion,
  planMock,
  suggestGrade,
  targetMsOf,
} from '../../core/review/index.ts'
import { mockQuestion, wordsOf, type ReviewCourse } from './review-course.ts'
import type { ReviewHistory } from './review-history.ts'

type MockEvent = ReviewEventOf<'mock'>

const eventsOf = (history: ReviewHistory, course: ReviewCourse): readonly MockEvent[] =>
  mocksIn(history.progress(), course.cards.course).map((event) => ({
    ...event,
    answers: event.answers.map((answer) => withPresentNames(history, answer)),
  }))

/** An answer by the names that its questions go by now. */
function withPresentNames(history: ReviewHistory, answer: MockAnswer): MockAnswer {
  const named = (card: string): string => nameOf(history.progress(), card)
  return { ...answer, card: named(answer.card), after: answer.after === null ? null : named(answer.after) }
}

function resultOf(history: ReviewHistory, course: ReviewCourse, event: MockEvent): MockResult {
  const taken = takenOver(history, event.id)
  return {
    id: event.id,
    at: event.at,
    kind: event.kind,
    answers: event.answers,
    report: mockReport(course.cards.cards, event.answers),
    ...wordsOf(course),
    // A disk that was full in the middle of it leaves some to be taken over.
    adopted: taken.size > 0 && adoptionOf(history, course, event).length === 0,
  }
}

/** The cards whose answers in an interview were taken over. */
function takenOver(history: ReviewHistory, mock: string): ReadonlySet<string> {
  const { events, undone } = history.progress()
  const taken = events.filter((one) => one.type === 'review').filter((one) => one.from === mock && !undone.has(one.id))
  return new Set(taken.map(({ card }) => nameOf(history.progress(), card)))
}

/** The interviews of a course that were held, the newest first. */
export function mocksOf(history: ReviewHistory, course: ReviewCourse): readonly MockResult[] {
  return eventsOf(history, course)
    .toReversed()
    .map((event) => resultOf(history, course, event))
}

export function mockOf(history: ReviewHistory, course: ReviewCourse, id: string): MockResult {
  const event = eventsOf(history, course).find((one) => one.id === id)
  if (!event) {
    throw new LecternError('not-found', { ko: '기록에 없는 모의 면접이에요.', en: 'This interview is not in the log.' })
  }
  return resultOf(history, course, event)
}

/** The questions of a new interview. */
export function planOf(
  history: ReviewHistory,
  course: ReviewCourse,
  setting: { readonly topics: readonly string[]; readonly count: 5 | 10; readonly seed: number },
): readonly MockQuestion[] {
  const plan = planMock({ ...setting, course: course.cards, progress: history.progress(), today: history.today() })
  return plan.flatMap((card) => mockQuestion(course, card, null) ?? [])
}

/** The question that may follow one up. */
export function nextInChain(
  course: ReviewCourse,
  card: string,
  asked: readonly Pick<MockAnswer, 'card' | 'after'>[],
  planned: readonly string[],
): MockQuestion | null {
  const next = followUpOf(course.cards.cards, card, asked, planned)
  return next === null ? null : mockQuestion(course, next, card)
}

/**
 * The answers of an interview as reviews, graded as their points suggest: those without points, of questions that are
 * gone, or taken over before are left out.
 */
export function adoptionOf(
  history: ReviewHistory,
  course: ReviewCourse,
  mock: Pick<MockResult, 'id' | 'answers'>,
): readonly ReviewBody[] {
  const taken = takenOver(history, mock.id)
  return mock.answers.flatMap(({ card, points, ms, hints }): readonly ReviewBody[] => {
    const core = course.cards.cards.find((one) => one.card === card)?.core
    if (!core || taken.has(card)) return []
    const { reviews } = cardOf(history.progress(), card)
    const targetMs = targetMsOf(core.length)
    const { grade } = suggestGrade({ points, core, gaveUp: false, hints, ms, targetMs, reviews })
    if (grade === null) return []
    return [
      {
        type: 'review',
        card,
        mode: 'mock',
        grade,
        suggested: grade,
        points,
        ms,
        hints,
        gaveUp: false,
        recall: 'said',
        params: paramsVersion,
        from: mock.id,
      },
    ]
  })
}

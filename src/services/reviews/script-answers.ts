import { LecternError } from '../../contract/failure.ts'
import type { Grade, Mark, ReviewBody } from '../../contract/review.ts'
import { nearest } from '../../core/deck/nearest.ts'
import {
  cardOf,
  daysBetween,
  dueDay,
  paramsOf,
  paramsVersion,
  questionOf,
  suggestGrade,
  targetMsOf,
  type CourseCard,
} from '../../core/review/index.ts'
import type { ReviewHistory } from './review-history.ts'
import type { ReviewCourse } from './review-course.ts'

/** An answer that a script reports. */
export interface ScriptAnswer {
  /** The question's id. */
  readonly id: string
  /** By the order of the key points; null where they were not checked. */
  readonly points: readonly Mark[] | null
  /** Null: the grade that the points suggest. */
  readonly grade: Grade | null
  readonly hints: number
  /** How long it took; null where nobody measured. */
  readonly ms: number | null
  readonly gaveUp: boolean
}

/** What became of a card. */
export interface Answered {
  readonly id: string
  readonly grade: Grade
  readonly suggested: Grade | null
  /** The day that it is asked again, and the days from the answer that counts to that one. */
  readonly due: string
  readonly interval: number
  /** Answers that the schedule counted: the first of each day. */
  readonly reviews: number
}

function cardWith(course: ReviewCourse, id: string): CourseCard {
  const found = course.cards.cards.find(({ card }) => questionOf(card) === id)
  if (found) return found
  const near = nearest(
    id,
    course.cards.cards.map(({ card }) => questionOf(card)),
  )
  const hint = near === null ? { ko: '', en: '' } : { ko: ` 혹시 ${near}인가요?`, en: ` Did you mean ${near}?` }
  const { title } = course.loaded
  throw new LecternError('not-found', {
    ko: `‘${title.ko}’ 강의에는 ${id} 질문이 없어요.${hint.ko}`,
    en: `The course “${title.en}” has no question ${id}.${hint.en}`,
  })
}

const wrongCount = (id: string, wanted: number, given: number): LecternError =>
  new LecternError('bad-request', {
    ko: `${id} 질문의 핵심은 ${wanted}개인데 결과를 ${given}개 적었어요. 핵심마다 하나씩, 차례대로 적어 주세요.`,
    en: `${id}: key points in the question: ${wanted}, marks given: ${given}. Give one mark for each point, in order.`,
  })
const noSuggestion = (id: string): LecternError =>
  new LecternError('bad-request', {
    ko: `${id}: 핵심을 확인하지 않아서 제안할 평가가 없어요. --points나 --grade를 적어 주세요.`,
    en: `${id}: no grade is suggested, as no key points were checked. Give --points or --grade.`,
  })

/**
 * Records an answer. Rejects with a `LecternError`, and then nothing is recorded: `not-found` where the course has no
 * such question, `bad-request` for the wrong number of points or where no grade is given and none suggested.
 */
export async function answerByScript(
  history: ReviewHistory,
  course: ReviewCourse,
  { id, grade: chosen, ms, hints, gaveUp, ...answer }: ScriptAnswer,
): Promise<Answered> {
  const { card, core } = cardWith(course, id)
  const points = answer.points ?? []
  if (answer.points !== null && points.length !== core.length) throw wrongCount(id, core.length, points.length)
  const targetMs = targetMsOf(core.length)
  const { reviews } = cardOf(history.progress(), card)
  // What was not measured was neither fast nor slow.
  const suggestion = suggestGrade({ points, core, gaveUp, hints, ms: ms ?? targetMs, targetMs, reviews })
  const suggested = suggestion.grade
  const grade = chosen ?? suggested
  if (grade === null) throw noSuggestion(id)
  const common = { hints, gaveUp, recall: 'said', params: paramsVersion } as const
  const body: ReviewBody = { type: 'review', card, mode: 'script', grade, suggested, points, ms: ms ?? 0, ...common }
  await history.add(body)
  const state = cardOf(history.progress(), card)
  const today = history.today()
  const due = dueDay(state, today, paramsOf(history.progress(), course.cards.course)) ?? today
  const interval = daysBetween(state.scheduled?.day ?? today, due)
  return { id, grade, suggested, due, interval, reviews: state.reviews }
}

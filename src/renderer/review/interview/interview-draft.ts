import * as v from 'valibot'
import { langs, type Question } from '../../../contract/deck.ts'
import type { MockQuestion } from '../../../contract/review-view.ts'
import { marks } from '../../../contract/review.ts'
import type { Interview } from './interview.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const cards = v.array(v.string())

const question = v.object({
  id: v.string(),
  line: v.number(),
  text: v.string(),
  titleHtml: v.string(),
  level: v.nullable(v.string()),
  oneLineHtml: v.string(),
  answerHtml: v.string(),
  keyPoints: v.array(v.object({ html: v.string(), text: v.string(), core: v.boolean() })),
  mistakes: v.array(v.string()),
  sources: v.array(v.string()),
  followups: v.array(v.string()),
  picture: v.nullable(v.object({ scene: v.string(), step: v.string() })),
}) satisfies v.GenericSchema<unknown, Question>

const mockQuestion = v.object({
  card: v.string(),
  after: v.nullable(v.string()),
  question,
  targetMs: v.number(),
}) satisfies v.GenericSchema<unknown, MockQuestion>

const moment = v.object({
  phase: v.picklist(['answering', 'checking', 'done']),
  asked: v.pipe(
    v.array(
      v.object({ card: v.string(), after: v.nullable(v.string()), marks: v.array(v.nullable(v.picklist(marks))) }),
    ),
    v.minLength(1),
  ),
  at: count,
  skipped: cards,
})

const shape = v.object({
  course: v.string(),
  lang: v.picklist(langs),
  kind: v.picklist(['practice', 'real']),
  plan: cards,
  questions: v.record(v.string(), mockQuestion),
  spent: v.record(v.string(), v.object({ ms: v.pipe(v.number(), v.minValue(0)), hints: count })),
  now: moment,
  before: v.array(moment),
  sent: v.boolean(),
}) satisfies v.GenericSchema<unknown, Interview>

/** Whether the parts of an interview fit together. */
function holds({ plan, questions, now, before }: Interview): boolean {
  return (
    plan.every((card) => questions[card]) &&
    [now, ...before].every(
      ({ asked, at }) =>
        at < asked.length &&
        asked.every(({ card, marks: own }) => questions[card]?.question.keyPoints.length === own.length),
    )
  )
}

const draft = v.pipe(
  v.string(),
  v.parseJson(),
  shape,
  v.check((read) => holds(read)),
)
const keyOf = (course: string): string => `lectern-mock:${course}`

/** Keeps an interview where a reload of its window finds it. */
export function keepDraft(interview: Interview): void {
  sessionStorage.setItem(keyOf(interview.course), JSON.stringify(interview))
}

/** The interview of a course that was being held in this window; null where there is none, or none that makes sense. */
export function readDraft(course: string): Interview | null {
  const read = v.safeParse(draft, sessionStorage.getItem(keyOf(course)))
  return read.success && read.output.course === course ? read.output : null
}

export function dropDraft(course: string): void {
  sessionStorage.removeItem(keyOf(course))
}

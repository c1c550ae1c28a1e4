import type { Lang } from '../../../contract/deck.ts'
import type { MockQuestion } from '../../../contract/review-view.ts'
import { recordedMs, type Mark, type MockAnswer } from '../../../contract/review.ts'

/** How an interview is held: with hints and a check after each question, or with neither before the end. */
export type InterviewKind = 'practice' | 'real'

/** A question that was put, and how its key points went; null where one is not checked yet. */
export interface Asked {
  readonly card: string
  readonly after: string | null
  readonly marks: readonly (Mark | null)[]
}

/** Where an interview is. Undoing goes back to an earlier one. */
export interface Moment {
  readonly phase: 'answering' | 'checking' | 'done'
  /** In the order of asking; what is being answered is the last. */
  readonly asked: readonly Asked[]
  /** Which of them is before the person. */
  readonly at: number
  /** Follow-ups that the person did not want. */
  readonly skipped: readonly string[]
}

/** What was used up for a question. It stays used up when a step is taken back. */
interface Spent {
  readonly ms: number
  /** 1: the number of points was told; each one more tells how the next point begins. */
  readonly hints: number
}

/** A mock interview as it is being held: plain data, all of which a reload brings back. */
export interface Interview {
  readonly course: string
  readonly lang: Lang
  readonly kind: InterviewKind
  readonly plan: readonly string[]
  /** By card: every question that was planned or put. */
  readonly questions: Readonly<Record<string, MockQuestion>>
  readonly spent: Readonly<Record<string, Spent>>
  readonly now: Moment
  /** What to go back to, the newest last. */
  readonly before: readonly Moment[]
  /** It was sent to be recorded before, so that it may be on the disk already. */
  readonly sent: boolean
}

/** The question before the person. */
export interface Current extends Asked, Spent {
  readonly question: MockQuestion['question']
  readonly targetMs: number
}

/** So many steps can be taken back. */
const mostBefore = 100
const nothing: Spent = { ms: 0, hints: 0 }

const byCard = (questions: readonly MockQuestion[]): Interview['questions'] =>
  Object.fromEntries(questions.map((one) => [one.card, one]))
const put = ({ card, after, question }: MockQuestion): Asked => ({
  card,
  after,
  marks: question.keyPoints.map(() => null),
})

/** Begins an interview with its first question; null where the plan is empty. */
export function beginInterview(
  setting: Pick<Interview, 'course' | 'lang' | 'kind'>,
  plan: readonly MockQuestion[],
): Interview | null {
  const [first] = plan
  if (!first) return null
  return {
    ...setting,
    plan: plan.map(({ card }) => card),
    questions: byCard(plan),
    spent: {},
    now: { phase: 'answering', asked: [put(first)], at: 0, skipped: [] },
    before: [],
    sent: false,
  }
}

const step = (interview: Interview, now: Moment): Interview => ({
  ...interview,
  now,
  before: [...interview.before, interview.now].slice(-mostBefore),
})

export function currentOf({ now, questions, spent }: Interview): Current {
  const asked = now.asked[now.at]
  const question = asked && questions[asked.card]
  // A draft is read back only where this holds.
  if (!question) throw new RangeError(`no question at ${now.at}`)
  return { ...asked, ...(spent[asked.card] ?? nothing), question: question.question, targetMs: question.targetMs }
}

/** Whether it is time to come to an end: after two minutes. */
export const isTimeToEnd = ({ ms }: Pick<Current, 'ms'>): boolean => ms >= 120_000

export const isChecked = ({ marks }: Pick<Asked, 'marks'>): boolean => !marks.includes(null)

/** How many questions were answered so far, checked or not. */
export const answeredOf = ({ now }: Interview): number => now.asked.length - (now.phase === 'answering' ? 1 : 0)

/** Which question this is and of how many: of the plan while asking, of the answered ones while checking at the end. */
export function placeOf({ kind, plan, now }: Interview): { readonly at: number; readonly all: number } {
  if (kind === 'real' && now.phase !== 'answering') return { at: now.at + 1, all: now.asked.length }
  const roots = now.asked.slice(0, now.at + 1).filter(({ after }) => after === null)
  return { at: roots.length, all: plan.length }
}

function spend(interview: Interview, more: Spent): Interview {
  const { card, ms, hints } = currentOf(interview)
  return {
    ...interview,
    spent: { ...interview.spent, [card]: { ms: ms + Math.max(0, more.ms), hints: hints + more.hints } },
  }
}

/** Counts time (milliseconds) for the question that is being answered. */
export const passTime = (interview: Interview, ms: number): Interview =>
  interview.now.phase === 'answering' ? spend(interview, { ms, hints: 0 }) : interview

/** Gives the next hint, while practising and as long as there is one. */
export function giveHint(interview: Interview): Interview {
  const { hints, marks } = currentOf(interview)
  const isAllowed = interview.kind === 'practice' && interview.now.phase === 'answering'
  return isAllowed && marks.length > 0 && hints <= marks.length ? spend(interview, { ms: 0, hints: 1 }) : interview
}

/** Shows the points of the answered question to be checked. */
export const showPoints = (interview: Interview): Interview =>
  interview.now.phase === 'answering' ? step(interview, { ...interview.now, phase: 'checking' }) : interview

/** Says how a key point (from 0) went. */
export function markPoint(interview: Interview, point: number, mark: Mark): Interview {
  const { now } = interview
  const { marks } = currentOf(interview)
  if (now.phase !== 'checking' || marks[point] === undefined || marks[point] === mark) return interview
  const asked = now.asked.map((one, at) =>
    at === now.at ? { ...one, marks: marks.map((old, index) => (index === point ? mark : old)) } : one,
  )
  return step(interview, { ...now, asked })
}

/** The first answered question from `from` on that has points to check; null where there is none. */
function toCheck(asked: readonly Asked[], from: number): number | null {
  const at = asked.findIndex(({ marks }, index) => index >= from && marks.length > 0)
  return at < 0 ? null : at
}

/** Asking is over: a practice is done, after a real interview everything is checked. */
function closed(interview: Interview, asked: readonly Asked[], skipped: readonly string[]): Interview {
  const first = interview.kind === 'real' ? toCheck(asked, 0) : null
  return first === null
    ? step(interview, { phase: 'done', asked, at: asked.length - 1, skipped })
    : step(interview, { phase: 'checking', asked, at: first, skipped })
}

function nextOfPlan(interview: Interview, asked: readonly Asked[], skipped: readonly string[]): Interview {
  const next = interview.plan.find((card) => !asked.some((one) => one.card === card))
  const question = next === undefined ? undefined : interview.questions[next]
  if (!question) return closed(interview, asked, skipped)
  return step(interview, { phase: 'answering', asked: [...asked, put(question)], at: asked.length, skipped })
}

/** Whether a follow-up may come now: after an answer, not in the check at the end. */
export const mayFollowUp = ({ kind, now }: Interview): boolean =>
  kind === 'practice' ? now.phase === 'checking' : now.phase === 'answering'

/** Goes on: to the follow-up where there is one, else to the next of the plan or of the check at the end. */
export function goOn(interview: Interview, followUp: MockQuestion | null): Interview {
  const { now } = interview
  if (!mayFollowUp(interview)) {
    const next = toCheck(now.asked, now.at + 1)
    return step(interview, next === null ? { ...now, phase: 'done' } : { ...now, at: next })
  }
  if (!followUp) return nextOfPlan(interview, now.asked, now.skipped)
  const asked = [...now.asked, put(followUp)]
  return step(
    { ...interview, questions: { ...interview.questions, [followUp.card]: followUp } },
    { ...now, phase: 'answering', asked, at: asked.length - 1 },
  )
}

/** Leaves the chain of follow-ups: what was not answered of it counts as not asked, and is not asked again. */
export function skipChain(interview: Interview): Interview {
  const { now } = interview
  const { card, after } = currentOf(interview)
  if (now.phase !== 'answering' || after === null) return interview
  return nextOfPlan(interview, now.asked.slice(0, -1), [...now.skipped, card])
}

/** Ends an interview before its time, with what was answered. Needs an answer; without one nothing changes. */
export function endEarly(interview: Interview): Interview {
  const { now } = interview
  if (answeredOf(interview) === 0) return interview
  if (now.phase !== 'answering') return step(interview, { ...now, phase: 'done' })
  return closed(interview, now.asked.slice(0, -1), now.skipped)
}

/** Takes back the last step: a mark, points shown, or going on. Time and hints stay used up. */
export function undone(interview: Interview): Interview {
  const now = interview.before.at(-1)
  return now ? { ...interview, now, before: interview.before.slice(0, -1) } : interview
}

/** The answers as the log keeps them: those that were not checked to the end without marks. */
export function answersOf(interview: Interview): readonly MockAnswer[] {
  return interview.now.asked.slice(0, answeredOf(interview)).map(({ card, after, marks }) => {
    const { ms, hints } = interview.spent[card] ?? nothing
    const points = marks.filter((mark) => mark !== null)
    return { card, after, points: points.length === marks.length ? points : [], ms: recordedMs(ms), hints }
  })
}

import type { Lang } from '../contract/deck.ts'
import { marks, type Mark, type SessionMode } from '../contract/review.ts'
import type { ScriptAnswer } from '../services/reviews/script-answers.ts'
import { givenArguments, type GivenArguments } from '../services/terminal/given-arguments.ts'
import { wordedInBoth } from '../services/terminal/usage-text.ts'
import { wrongUsage } from '../services/terminal/wrong-usage.ts'
import { usages } from './usages.ts'

/** What `lectern review` was asked for. */
export type ReviewRequest =
  | { readonly what: 'list'; readonly mode: SessionMode; readonly topic: string | null }
  | { readonly what: 'answer'; readonly answer: ScriptAnswer }
  | { readonly what: 'undo' }
  | { readonly what: 'log' }
  | { readonly what: 'anki-ids'; readonly file: string }

export interface ReviewOptions {
  readonly request: ReviewRequest
  readonly course: string | undefined
  readonly lang: Lang | undefined
  readonly json: boolean
}

type Values = GivenArguments<typeof usages.review.options>['values']
type OptionName = keyof typeof usages.review.options

/** What can stand beside what was asked for, besides what always can. */
const beside: Readonly<Record<ReviewRequest['what'], readonly OptionName[]>> = {
  undo: [],
  log: [],
  'anki-ids': [],
  answer: ['points', 'grade', 'hints', 'ms', 'gave-up'],
  list: ['mode', 'topic'],
}
const always: readonly string[] = ['course', 'lang', 'json', 'verbose', 'help']

/** What was asked for, by the option that says so. Throws a `WrongUsage` where another one does not belong to it. */
function whatOf(values: Values): ReviewRequest['what'] {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [name],
  )
  const what = (['undo', 'log', 'anki-ids', 'answer'] as const).find((one) => given.includes(one)) ?? 'list'
  const fitting: readonly string[] = [...always, ...beside[what], what]
  const other = given.find((name) => !fitting.includes(name))
  if (other === undefined) return what
  throw what === 'list'
    ? wrongUsage.missing(wordedInBoth('--answer ID'))
    : wrongUsage.notTogether(`--${what}`, `--${other}`)
}

function marksOf(given: string): Mark[] {
  if (given.trim() === '') return []
  return given.split(',').map((each) => {
    const mark = marks.find((one) => one === each.trim())
    if (mark === undefined) throw wrongUsage.notOneOf('--points', marks, each.trim())
    return mark
  })
}

function requestOf(values: Values): ReviewRequest {
  const { points, grade = null, hints = 0, ms = null, 'gave-up': gaveUp } = values
  const { answer: id = '', 'anki-ids': file = '', mode = 'due', topic = null } = values
  const what = whatOf(values)
  if (what === 'anki-ids') return { what, file }
  if (what === 'list') return { what, mode, topic }
  if (what !== 'answer') return { what }
  return { what, answer: { id, points: points === undefined ? null : marksOf(points), grade, hints, ms, gaveUp } }
}

/** Reads the arguments of `lectern review`. Throws a `WrongUsage` where they make no sense. */
export function readReviewOptions(args: readonly string[]): ReviewOptions {
  const { values } = givenArguments(usages.review, args)
  return { request: requestOf(values), course: values.course, lang: values.lang, json: values.json }
}

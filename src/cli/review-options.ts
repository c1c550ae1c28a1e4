import { parseArgs } from 'node:util'
import * as v from 'valibot'
import type { Lang } from '../contract/deck.ts'
import { langSchema } from '../contract/library.ts'
import { grades, marks, sessionModes, type SessionMode } from '../contract/review.ts'
import type { ScriptAnswer } from '../services/reviews/script-answers.ts'

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

const text = v.pipe(v.string(), v.minLength(1))
/** The log takes no larger numbers. */
const count = v.pipe(v.string(), v.regex(/^\d{1,8}$/), v.transform(Number))
const flag = v.optional(v.literal(true))

const listSchema = v.strictObject({ mode: v.optional(v.picklist(sessionModes), 'due'), topic: v.optional(text) })
const answerSchema = v.strictObject({
  answer: text,
  points: v.optional(
    v.pipe(
      v.string(),
      v.transform((all) => (all.trim() === '' ? [] : all.split(',').map((one) => one.trim()))),
      v.array(v.picklist(marks)),
    ),
  ),
  grade: v.optional(v.picklist(grades)),
  hints: v.optional(count, '0'),
  ms: v.optional(count),
  'gave-up': flag,
})
const generalSchema = v.object({ course: v.optional(text), lang: v.optional(langSchema), json: flag })

function requestOf(own: Readonly<Record<string, unknown>>): ReviewRequest {
  if (own['undo'] === true || own['log'] === true) {
    v.parse(v.strictObject({ undo: flag, log: flag }), own)
    if (own['undo'] === own['log']) throw new Error('one at a time')
    return { what: own['undo'] === true ? 'undo' : 'log' }
  }
  if (own['anki-ids'] !== undefined) {
    return { what: 'anki-ids', file: v.parse(v.strictObject({ 'anki-ids': text }), own)['anki-ids'] }
  }
  if (own['answer'] !== undefined) {
    const { answer: id, points = null, grade = null, hints, ms = null, ...rest } = v.parse(answerSchema, own)
    return { what: 'answer', answer: { id, points, grade, hints, ms, gaveUp: rest['gave-up'] === true } }
  }
  const { mode, topic = null } = v.parse(listSchema, own)
  return { what: 'list', mode, topic }
}

/** Reads the arguments of `lectern review`; null where they make no sense. */
export function reviewOptions(args: readonly string[]): ReviewOptions | null {
  try {
    const [one, yes] = [{ type: 'string' }, { type: 'boolean' }] as const
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ course: one, lang: one, json: yes, verbose: yes },
        ...{ mode: one, topic: one },
        ...{ answer: one, points: one, grade: one, hints: one, ms: one, 'gave-up': yes },
        ...{ undo: yes, log: yes, 'anki-ids': one },
      },
    })
    const { course, lang, json } = v.parse(generalSchema, values)
    const own = Object.entries(values).filter(([name]) => !['course', 'lang', 'json', 'verbose'].includes(name))
    return { request: requestOf(Object.fromEntries(own)), course, lang, json: json === true }
  } catch {
    return null
  }
}

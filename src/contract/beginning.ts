/** What can be begun: a course, a deck of one, a question of one. */
import * as v from 'valibot'
import { langs } from './deck.ts'
import type { Failure } from './failure.ts'

/** What a new deck begins with, in the order in which it is offered. */
export const templateNames = ['qa', 'compare', 'myth', 'code', 'steps', 'summary'] as const
export type TemplateName = (typeof templateNames)[number]

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const languages = v.pipe(
  v.array(v.picklist(langs)),
  v.minLength(1),
  v.check((all) => new Set(all).size === all.length),
)

export const newSchema = v.variant('what', [
  /** A folder of its own in `parent`, or, with `folder`, in a folder that is there and has no course yet. */
  v.strictObject({
    what: v.literal('course'),
    title,
    template: v.picklist(templateNames),
    languages,
    parent: v.nullable(path),
    folder: v.optional(path),
  }),
  v.strictObject({
    what: v.literal('deck'),
    title,
    template: v.picklist(templateNames),
    languages,
    course: path,
  }),
  v.strictObject({ what: v.literal('question'), title, languages, course: path }),
])
export type NewThing = v.InferOutput<typeof newSchema>

/** A file that is to be made, or, with `isThere`, to get more at its end. */
export interface PlannedFile {
  readonly name: string
  readonly slides: number
  readonly questions: number
  readonly isThere: boolean
}

/** What would be made where. */
export interface NewPlan {
  readonly folder: string
  readonly files: readonly PlannedFile[]
}

/** What was made: the course that it stands in and, of a deck, its name. */
export interface Made {
  readonly course: string
  readonly deck: string | null
  /** The paths of its files. */
  readonly files: readonly string[]
  /** Why it could not be opened in an editor, where that was asked for. */
  readonly notEdited: Failure | null
}

/**
 * The channel table: everything that a window may ask of its shell, and everything that the shell tells its windows.
 * Electron's preload and the browser bridge both satisfy `Shell`; every argument is checked by its schema at the door.
 */
import * as v from 'valibot'
import { newSchema, type Made, type NewPlan } from './beginning.ts'
import { langs, type DeckReading, type GlossaryTerm, type SlideSource } from './deck.ts'
import type { Failure } from './failure.ts'
import type { PrintJob } from './print.ts'
import type { ProblemCause } from './problems.ts'
import {
  deckRefSchema,
  exportOptionsSchema,
  settingsChangeSchema,
  type ExportProgress,
  type Features,
  type FolderListing,
  type LibraryState,
  type Settings,
} from './library.ts'
import {
  answerEntries,
  cardIdSchema,
  grades,
  mockAnswersSchema,
  reviewParamsSchema,
  reviewScopeSchema,
  type ReviewSession,
} from './review.ts'
import type {
  BackupEntry,
  HandedOut,
  MockQuestion,
  MockResult,
  ReviewOverview,
  ReviewStatistics,
} from './review-view.ts'
import { id, intentSchema, placeSchema, type TalkSnapshot } from './talk.ts'

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const nothing = v.undefined()
const job = v.strictObject({ job: id })
/** The windows that can be asked for; those of a talk only while there is one. */
export const openable = ['library', 'deck', 'presenter', 'gallery', 'review'] as const
export type OpenableWindow = (typeof openable)[number]
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** A line or a column, from 1. */
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const courseId = deckRefSchema.entries.course
const ofCourse = v.strictObject({ course: courseId, lang: v.picklist(langs) })

/** What each request takes. */
const pagePlace = v.strictObject({ slide: v.nullable(v.pipe(v.string(), v.maxLength(1000))), step: count })

export const requestSchemas = {
  'shell:features': nothing,
  'settings:read': nothing,
  'settings:write': settingsChangeSchema,
  'library:read': nothing,
  /** A course is on the screen with all its decks, so that the shell may go on to what it has not read of them. */
  'library:drawn': v.strictObject({ course: courseId }),
  /** Opens a folder of decks and keeps it in the library. */
  'library:open': v.strictObject({ folder: path }),
  /** Takes an opened folder out of the library; no file is touched. */
  'library:close': v.strictObject({ course: path }),
  /** Says of a course that may be a copy whether it is the same course as the other, or one of its own. */
  'library:settleCopy': v.strictObject({ course: path, same: v.boolean() }),
  /** Asks by the system's dialog; null if the person changed their mind. */
  'library:choose': nothing,
  'library:forget': v.strictObject({ folder: path }),
  /** What is to mend in one deck, or in a whole course where `deck` is null. */
  'problems:read': v.strictObject({ course: courseId, deck: v.nullable(deckRefSchema) }),
  /** Opens a file that has a problem at its place, in the editor of the person. */
  'problems:open': v.strictObject({ course: courseId, file: path, line: place, column: place }),
  'folders:list': v.strictObject({ folder: v.optional(path) }),
  /** Asks for a folder by the system's dialog, and opens nothing; null if the person changed their mind. */
  'folders:choose': nothing,
  /** What a new course, deck or question would be; nothing is written. */
  'new:plan': newSchema,
  /** Writes it and shows it; with `edit` its first file is opened in the editor of the person too. */
  'new:make': v.strictObject({ thing: newSchema, edit: v.boolean() }),
  'deck:read': v.strictObject({ ref: deckRefSchema }),
  /** Opens the file of a deck at a line, in the editor of the person. */
  'deck:edit': v.strictObject({ ref: deckRefSchema, line: place }),
  /** What the author of a deck wrote for one of its slides. */
  'deck:source': v.strictObject({ ref: deckRefSchema, slide: id }),
  /** Writes a deck of another format as one of ours, beside it. */
  'deck:saveAsOurs': v.strictObject({ ref: deckRefSchema }),
  'glossary:read': v.strictObject({ course: deckRefSchema.entries.course }),
  /** Starts the talk (ending another) and, where the shell can, opens its windows. */
  'talk:start': v.strictObject({
    deck: deckRefSchema,
    place: v.optional(placeSchema),
    windows: v.picklist(['both', 'deck', 'presenter']),
  }),
  /** Takes up the unfinished talk of an earlier run. */
  'talk:resume': nothing,
  'talk:read': nothing,
  /** Why the last steps of the talk are not saved yet; null where they are. */
  'talk:unsaved': nothing,
  'talk:intent': intentSchema,
  'talk:end': nothing,
  'window:open': v.strictObject({ window: v.picklist(openable) }),
  'window:fullscreen': v.strictObject({ on: v.optional(v.boolean()) }),
  'window:close': nothing,
  /** Moves the deck window to the next display. */
  'window:swapDisplays': nothing,
  'export:start': v.strictObject({ deck: deckRefSchema, options: exportOptionsSchema }),
  'export:cancel': job,
  'export:reveal': job,
  /** What the print window is to lay out; refused to other windows. */
  'print:read': nothing,
  /** How far the print window is with laying out its pages. */
  'print:progress': v.strictObject({ done: count, total: count }),
  /** The page that is laid out or drawn next, one at a time. */
  'print:page': pagePlace,
  'review:read': ofCourse,
  'review:session': v.strictObject({ scope: reviewScopeSchema }),
  /** Records an answer; answers the session after it, once the answer is on the disk. */
  'review:answer': v.strictObject({
    scope: reviewScopeSchema,
    ...answerEntries,
  }),
  /** Records how a question went that was answered aloud in a rehearsal of a talk: a grade, without time and points. */
  'review:rehearse': v.strictObject({ ...ofCourse.entries, question: id, grade: v.picklist(grades) }),
  /** Takes the newest answer back, or that a card was put off, taken out or begun anew. */
  'review:undo': v.strictObject({ scope: v.nullable(reviewScopeSchema) }),
  /** Puts a card off until tomorrow, takes it out of reviewing (or back in), or begins it anew. */
  'review:card': v.strictObject({
    scope: v.nullable(reviewScopeSchema),
    card: cardIdSchema,
    act: v.picklist(['bury', 'suspend', 'resume', 'reset']),
  }),
  /** Sets what holds for a course, or, with null, for all. */
  'review:set': v.strictObject({ course: v.nullable(courseId), set: reviewParamsSchema }),
  'review:statistics': ofCourse,
  'review:plan': v.strictObject({
    ...ofCourse.entries,
    topics: v.pipe(v.array(id), v.maxLength(200)),
    count: v.picklist([5, 10]),
    seed: v.pipe(v.number(), v.safeInteger()),
  }),
  /** The question that may follow one up in an interview, given those asked so far and those planned. */
  'review:followUp': v.strictObject({
    ...ofCourse.entries,
    card: cardIdSchema,
    asked: v.pipe(v.array(v.strictObject({ card: cardIdSchema, after: v.nullable(cardIdSchema) })), v.maxLength(100)),
    planned: v.pipe(v.array(cardIdSchema), v.maxLength(100)),
  }),
  /** Records an interview. */
  'review:mock': v.strictObject({
    ...ofCourse.entries,
    kind: v.picklist(['practice', 'real']),
    answers: mockAnswersSchema,
  }),
  /** The interviews of a course, the newest first. */
  'review:mocks': ofCourse,
  /** Takes the answers of an interview over into reviewing. */
  'review:adopt': v.strictObject({ ...ofCourse.entries, mock: id }),
  'review:backups': nothing,
  'review:restore': v.strictObject({ backup: id }),
  /** Everything about reviewing as one file, or the course's questions for Anki. */
  'review:export': v.strictObject({ what: v.picklist(['everything', 'anki']), ...ofCourse.entries }),
  'review:import': v.strictObject({ file: path }),
  /** Begins a talk with the slides that answer the weakest questions. */
  'review:presentWeak': ofCourse,
  'link:open': v.strictObject({ url: v.pipe(v.string(), v.maxLength(4096), v.regex(/^(https:|mailto:)/)) }),
} as const satisfies Record<string, v.GenericSchema>

export type RequestName = keyof typeof requestSchemas
export type RequestPayload<N extends RequestName> = v.InferOutput<(typeof requestSchemas)[N]>

/** What each request answers. */
export interface Answers {
  'shell:features': Features
  'settings:read': Settings
  'settings:write': Settings
  'library:read': LibraryState
  'library:drawn': null
  'library:open': { readonly course: string }
  'library:close': null
  'library:settleCopy': null
  'library:choose': { readonly course: string } | null
  'library:forget': null
  'problems:read': readonly ProblemCause[]
  'problems:open': null
  'folders:list': FolderListing
  'folders:choose': string | null
  'new:plan': NewPlan
  'new:make': Made
  'deck:read': DeckReading
  'deck:edit': null
  'deck:source': SlideSource
  /** The name of the file. */
  'deck:saveAsOurs': { readonly file: string }
  'glossary:read': readonly GlossaryTerm[]
  'talk:start': TalkSnapshot
  'talk:resume': TalkSnapshot
  'talk:read': TalkSnapshot | null
  'talk:unsaved': Failure | null
  'talk:intent': null
  'talk:end': null
  'window:open': null
  'window:fullscreen': null
  'window:close': null
  'window:swapDisplays': null
  /** Null where the save dialog was cancelled. */
  'export:start': { readonly job: string } | null
  'export:cancel': null
  'export:reveal': null
  'print:read': PrintJob
  'print:progress': null
  'print:page': null
  'review:read': ReviewOverview
  'review:session': ReviewSession
  'review:answer': ReviewSession
  'review:rehearse': null
  'review:undo': ReviewSession | null
  'review:card': ReviewSession | null
  'review:set': null
  'review:statistics': ReviewStatistics
  'review:plan': readonly MockQuestion[]
  'review:followUp': MockQuestion | null
  'review:mock': MockResult
  'review:mocks': readonly MockResult[]
  'review:adopt': null
  'review:backups': readonly BackupEntry[]
  'review:restore': null
  /** Null where the save dialog was cancelled. */
  'review:export': HandedOut | null
  /** How many events were new. */
  'review:import': { readonly events: number }
  'review:presentWeak': TalkSnapshot
  'link:open': null
}

/** What the shell tells every window. */
export interface Broadcasts {
  'library:changed': LibraryState
  'deck:changed': { readonly ref: DeckReading['deck']['ref']; readonly revision: number }
  'talk:changed': TalkSnapshot | null
  'talk:unsaved': Failure | null
  'settings:changed': Settings
  'export:progress': ExportProgress
  /** Something was reviewed, undone, imported or set, here or on another device, or a new day began. */
  'review:changed': null
  /** The application's menu asks a window to show its keys. */
  'keys:show': { readonly window: WindowKind }
}
export type BroadcastName = keyof Broadcasts

/** How an answer crosses: errors are values with a code, never exceptions of the transport. */
export type Envelope<T> = { readonly value: T } | { readonly failure: Failure }

type Payload<N extends RequestName> = RequestPayload<N> extends undefined ? [] : [payload: RequestPayload<N>]

/** The one object that a window has of its shell, as `window.shell`. */
export interface Shell {
  /** Asks the shell. */
  request<N extends RequestName>(name: N, ...payload: Payload<N>): Promise<Envelope<Answers[N]>>
  /** Listens until the returned function is called. */
  listen<N extends BroadcastName>(name: N, listener: (payload: Broadcasts[N]) => void): () => void
  /** The path of a dropped file or folder, or null where the platform does not tell. */
  pathOf(file: File): string | null
  /** The path below which the shell serves and takes what is the person's, `/` at its end; a secret may be in it. */
  readonly ownBase: string
}

/** What only a print window asks; the printer that opened it answers. */
export type PrintRequest = 'print:read' | 'print:progress' | 'print:page'
/** What all other windows ask. */
export type HandledRequest = Exclude<RequestName, PrintRequest>

/** What a shell implements. */
export type Handlers = {
  [N in HandledRequest]: (payload: RequestPayload<N>, from: WindowKind) => Answers[N] | Promise<Answers[N]>
}

export const windowKinds = ['library', 'deck', 'presenter', 'gallery', 'review', 'print'] as const
export type WindowKind = (typeof windowKinds)[number]

// Compile-time proof that everything survives both structured clone and JSON.
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...args: never[]) => unknown
    ? never
    : { [K in keyof T]: Plain<T[K]> }
type IsPlain<T> = [T] extends [Plain<T>] ? true : false
type Proven<T extends true> = T
export type ContractIsPlain = [
  Proven<IsPlain<{ [N in RequestName]: RequestPayload<N> }>>,
  Proven<IsPlain<Answers>>,
  Proven<IsPlain<Broadcasts>>,
]

/** The library, settings and exports as plain data. */
import * as v from 'valibot'
import { langs, type DeckRef, type EmblemName, type Lang, type Opened, type Problem, type Text } from './deck.ts'
import type { Failure } from './failure.ts'
import type { ProblemSummary } from './problems.ts'
import type { DayCounts } from './review.ts'
import { id } from './talk.ts'
import type { Place } from './talk.ts'

export const langSchema = v.picklist(langs)
export const deckRefSchema = v.strictObject({
  course: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  name: id,
  lang: langSchema,
})

/** The bundled course that teaches Lectern: it is offered first, and can be put away. */
export const gettingStarted = 'getting-started'

export const themes = ['light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themes)[number]

export const settingsSchema = v.strictObject({
  /** The language of the interface; `system` follows the computer. */
  language: v.picklist(['system', ...langs]),
  theme: v.picklist(['system', ...themes]),
  /** Size of the speaker notes, 1 = normal. */
  notesScale: v.pipe(v.number(), v.minValue(0.8), v.maxValue(3)),
  /** Share of the presenter window's width that the notes take. */
  notesShare: v.pipe(v.number(), v.minValue(0.3), v.maxValue(0.8)),
  /** What the library shows: a course's id, a deck's name and a language, each null until someone chose. */
  course: v.nullable(deckRefSchema.entries.course),
  deck: v.nullable(id),
  deckLang: v.nullable(langSchema),
  /** Ids of bundled courses that the library does not show. */
  putAway: v.pipe(v.array(deckRefSchema.entries.course), v.maxLength(20)),
})
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>
/** The settings of someone who has changed none. */
export const initialSettings: Settings = {
  language: 'system',
  theme: 'system',
  notesScale: 1,
  notesShare: 0.66,
  course: null,
  deck: null,
  deckLang: null,
  putAway: [],
}
export const settingsChangeSchema = v.partial(settingsSchema)
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>

/** Where a deck was left. */
export interface LastPlace extends Place {
  /** From 1; 0 of a cover that was made for the deck. */
  readonly slideNumber: number
  /** When it was shown last: in milliseconds since 1970, and as the person's day. */
  readonly atMs: number
  readonly day: string
  /** Whether nothing of the deck comes after it. */
  readonly isEnd: boolean
}

export interface DeckSummary {
  readonly ref: DeckRef
  readonly title: string
  readonly emblem: EmblemName
  /** The slide that its tile shows; not there while the deck has not been read, or where there is none to show. */
  readonly tile?: string
  readonly slides: number
  /** How many it is printed on, by what is asked for; what the glossary takes is known once it is laid out. */
  readonly pages: Readonly<Record<ExportOptions['steps'], number>>
  readonly minutes: number | null
  readonly problems: ProblemSummary
  /** Null if it was never shown. */
  readonly lastPlace: LastPlace | null
  /** Only of a deck that is written in another format than ours. */
  readonly opened?: Opened
}

export interface CourseSummary {
  /** `docker` for the bundled course, else the folder's path. */
  readonly id: string
  readonly folder: string
  readonly bundled: boolean
  readonly title: Text
  readonly description: Text
  readonly questions: number
  /** How many terms its glossary has. */
  readonly terms: number
  /** What reviewing has for today. */
  readonly review: DayCounts
  /** Days until the interview; null where none is set, or it is over. */
  readonly interviewIn: number | null
  /**
   * The folder of a course that this one may be a copy of, until the person says; `sameId`: both have the same `id` in
   * course.yaml.
   */
  readonly copyOf?: { readonly folder: string; readonly sameId: boolean }
  readonly decks: readonly DeckSummary[]
  /** Ways through the course that are shown like decks, one a language. */
  readonly paths: readonly DeckSummary[]
  /** Of its decks in both languages, and outside of any deck: course.yaml, question files, unreadable files. */
  readonly problems: ProblemSummary
}

export interface LibraryState {
  /** The person's day, `YYYY-MM-DD`; it begins at 04:00. */
  readonly day: string
  readonly courses: readonly CourseSummary[]
  /** Folders opened before, newest first, without those now open. */
  readonly recent: readonly string[]
  /** The talk that an earlier run left unfinished, to be taken up again. */
  readonly unfinished: { readonly deck: DeckRef; readonly place: Place; readonly title: string } | null
  /** Files of ours that were damaged and kept aside under the given name. */
  readonly keptAside: readonly { readonly file: string; readonly aside: string }[]
  /** Why something of ours could not be written just now (a full disk); gone once writing works again. */
  readonly trouble?: Failure
  /** What went wrong last in this run, whether or not it has gone well since. */
  readonly lastTrouble?: Failure
}

/** What the running shell can do; windows ask this and never which shell it is. */
export interface Features {
  /** Windows are opened by the shell itself; else the page opens them. */
  readonly opensWindows: boolean
  /** The system's own dialogs for folders and for saving. */
  readonly dialogs: boolean
  /** Dropped files have a path. */
  readonly dropPaths: boolean
  /** The language of the system. */
  readonly systemLang: Lang
  /** Whether PDF printing is possible, and if not why. */
  readonly printing: { readonly ok: true } | { readonly ok: false; readonly reason: Text }
  readonly version: string
  readonly platform: string
}

export const exportOptionsSchema = v.strictObject({
  theme: v.picklist(['light', 'dark']),
  /** `all`: a page a step; `final`: a page a slide. */
  steps: v.picklist(['all', 'final']),
  /** With the glossary of the course on pages after the deck's own. */
  glossary: v.optional(v.boolean(), false),
  /** Pictures stay as large as they are, also where paper shows less of them. */
  fullSize: v.optional(v.boolean()),
})
export type ExportOptions = Readonly<v.InferOutput<typeof exportOptionsSchema>>

/** What scaling photos to the size in which they are printed saved. */
export interface ScaledPictures {
  readonly pictures: number
  /** Bytes of their files, and of what is printed. */
  readonly before: number
  readonly after: number
}

export interface ExportProgress {
  readonly job: string
  readonly phase: 'laying-out' | 'printing' | 'writing' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  /** The written file, once done; in the browser shell a link to fetch it from. */
  readonly file?: string
  readonly href?: string
  /** What the written file does not show as it was meant. */
  readonly problems?: readonly Problem[]
  /** What of its pictures was scaled for print, where any were. */
  readonly scaled?: ScaledPictures
  readonly message?: Text
}

/** A folder listing, for choosing a folder where there is no system dialog. */
export interface FolderListing {
  readonly folder: string
  readonly parent: string | null
  readonly folders: readonly { readonly name: string; readonly path: string; readonly decks: number }[]
}

/**
 * The channel table: everything that a window may ask of its shell, and everything that the shell tells its windows.
 * Electron's preload and the browser bridge both satisfy `Shell`; every argument is checked by its schema at the door.
 */
import * as v from 'valibot'
import type { DeckReading, GlossaryTerm } from './deck.ts'
import type { Failure } from './failure.ts'
import type { PrintJob } from './print.ts'
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
import { id, intentSchema, placeSchema, type TalkSnapshot } from './talk.ts'

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const nothing = v.undefined()
const job = v.strictObject({ job: id })
/** The windows that can be asked for; those of a talk only while there is one. */
export const openable = ['library', 'deck', 'presenter', 'gallery'] as const
export type OpenableWindow = (typeof openable)[number]
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What each request takes. */
export const requestSchemas = {
  'shell:features': nothing,
  'settings:read': nothing,
  'settings:write': settingsChangeSchema,
  'library:read': nothing,
  /** Opens a folder of decks and keeps it in the library. */
  'library:open': v.strictObject({ folder: path }),
  /** Takes an opened folder out of the library; no file is touched. */
  'library:close': v.strictObject({ course: path }),
  /** Asks by the system's dialog; null if the person changed their mind. */
  'library:choose': nothing,
  'library:forget': v.strictObject({ folder: path }),
  'folders:list': v.strictObject({ folder: v.optional(path) }),
  'deck:read': v.strictObject({ ref: deckRefSchema }),
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
  'library:open': { readonly course: string }
  'library:close': null
  'library:choose': { readonly course: string } | null
  'library:forget': null
  'folders:list': FolderListing
  'deck:read': DeckReading
  'glossary:read': readonly GlossaryTerm[]
  'talk:start': TalkSnapshot
  'talk:resume': TalkSnapshot
  'talk:read': TalkSnapshot | null
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
  'link:open': null
}

/** What the shell tells every window. */
export interface Broadcasts {
  'library:changed': LibraryState
  'deck:changed': { readonly ref: DeckReading['deck']['ref']; readonly revision: number }
  'talk:changed': TalkSnapshot | null
  'settings:changed': Settings
  'export:progress': ExportProgress
  /** The application's menu asks a window to show its keys. */
  'keys:show': { readonly window: WindowKind }
}
export type BroadcastName = keyof Broadcasts
export const broadcastNames = {
  'library:changed': true,
  'deck:changed': true,
  'talk:changed': true,
  'settings:changed': true,
  'export:progress': true,
  'keys:show': true,
} as const satisfies Record<BroadcastName, true>

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
}

/** What a shell implements. */
export type Handlers = {
  [N in RequestName]: (payload: RequestPayload<N>, from: WindowKind) => Answers[N] | Promise<Answers[N]>
}

export const windowKinds = ['library', 'deck', 'presenter', 'gallery', 'print'] as const
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

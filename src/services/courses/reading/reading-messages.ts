/** What the thread that reads courses and the thread that asks it say to each other. */
import type { Deck, DeckRef } from '../../../contract/deck.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { CourseHead, CourseRest } from '../course.ts'
import type { CoursePlace } from './course-reader.ts'

/** A part of a course; null where it is the one that was sent last under its name. */
export type Part<T> = { readonly now: T } | null

/** How a course begins that was opened. */
export interface OpenedHead {
  /** What it is called when more of it is asked for. */
  readonly opened: number
  readonly head: Part<CourseHead>
  readonly skimmed: CourseRest | null
}

/** A deck by its file, as it is by itself. */
export interface SentDeck {
  readonly file: string
  readonly deck: Part<Deck>
}

/** What a stretch of reading has brought. */
export interface Stretch {
  readonly decks: readonly SentDeck[]
  /** The rest of the course once all decks have been read. */
  readonly rest: SentRest | null
}

export interface SentRest {
  /** In the course's order; the file of a deck that is just as it was sent. */
  readonly decks: readonly (Deck | string)[]
  readonly paths: Part<CourseRest['paths']>
  readonly glossary: Part<CourseRest['glossary']>
  readonly problems: Part<CourseRest['problems']>
}

/** What can be asked, by its name. */
export interface Questions {
  open: { ask: { place: CoursePlace; skimmedFrom: number; withheld: readonly string[] }; answer: OpenedHead }
  deck: { ask: { opened: number; ref: Pick<DeckRef, 'name' | 'lang'> }; answer: SentDeck | null }
  more: { ask: { opened: number }; answer: Stretch }
  /** No more of it is asked for. */
  release: { ask: { opened: number }; answer: null }
  forget: { ask: { folder: string }; answer: null }
}
export type QuestionName = keyof Questions

export interface Asked<N extends QuestionName = QuestionName> {
  readonly number: number
  readonly name: N
  readonly ask: Questions[N]['ask']
}

/** Answers to what was asked under a number. */
export type Answered =
  | { readonly number: number; readonly answer: Questions[QuestionName]['answer'] }
  | { readonly number: number; readonly failure: Failure }
  | { readonly number: number; readonly error: unknown }

/** What the thread is started with. */
export interface ThreadSetting {
  readonly bundledReadings: string
  /** The digest of the text that is being read, in so many bytes, or zeros: whoever outlives the thread finds it here. */
  readonly reading: SharedArrayBuffer
}

/** How long the digest of a text is. */
export const digestBytes = 32

/** The parts of a course by their names, as they were sent last. */
export type Parts = Map<PartName, unknown>
export type PartName = 'head' | 'paths' | 'glossary' | 'problems' | `deck ${string}`
export const deckPart = (file: string): PartName => `deck ${file}`

/** Forgets the decks that are there no longer. */
export function keepDecks(parts: Parts, files: readonly string[]): void {
  const kept = new Set(files.map(deckPart))
  for (const name of parts.keys()) if (name.startsWith(deckPart('')) && !kept.has(name)) parts.delete(name)
}

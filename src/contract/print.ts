/** What the print window draws. */
import type { Deck, GlossaryTerm } from './deck.ts'
import type { ExportOptions } from './library.ts'

/** What is on a page; without a slide, a part of the glossary. */
export interface PagePlace {
  readonly slide: string | null
  readonly step: number
}

export interface PrintJob {
  readonly deck: Deck
  /** What is printed after the deck; empty where that was not asked for. */
  readonly glossary: readonly GlossaryTerm[]
  readonly options: ExportOptions
  /** Whether each page is told, laid out and drawn alone, so that it is known at which one a browser dies. */
  readonly isCareful?: true
}

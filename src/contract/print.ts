/** What the print window draws. */
import type { Deck, GlossaryTerm } from './deck.ts'
import type { ExportOptions, ScaledPictures } from './library.ts'

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

/** The parts of a slide that have a room of their own. */
export type SlidePart = 'top' | 'title' | 'body' | 'question' | 'caption' | 'foot' | 'slide'

/** A part of a slide that at one of its steps needs more room than it has. */
export interface Overflow {
  readonly slide: string
  readonly step: number
  readonly part: SlidePart
  /** Pixels of the slide's 1280 × 720. */
  readonly by: number
}

/** What the pages of a job do not show as it was meant, once they are laid out. */
export interface PrintFindings {
  readonly overflows: readonly Overflow[]
  /** Pictures that did not load: a path in the folder of the course. */
  readonly unloaded: readonly { readonly slide: string; readonly path: string }[]
  /** Characters that no font has. */
  readonly notDrawn: readonly { readonly slide: string; readonly characters: string }[]
  /** Where any were. */
  readonly scaled?: ScaledPictures
}

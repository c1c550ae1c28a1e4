import type { DeckReading } from '../../contract/deck.ts'
import type { ExportOptions, ExportProgress } from '../../contract/library.ts'

export interface ExportOrder {
  readonly reading: DeckReading
  /** The folder of the course, for its images. */
  readonly courseFolder: string
  readonly options: ExportOptions
  /** Where the person wants the file; null where the shell hands it out by a link instead. */
  readonly file: string | null
}

/** Prints decks to files, one or more at a time. Requests about a job that is not known throw a `LecternError`. */
export interface Exporter {
  /** Begins a job and returns at once; all that happens then, failures too, comes by `tell`. */
  start(order: ExportOrder, tell: (progress: ExportProgress) => void): { readonly job: string }
  cancel(job: string): void | Promise<void>
  /** Shows the written file in the system's file manager. */
  reveal(job: string): void | Promise<void>
}

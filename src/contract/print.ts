/** What the print window draws. */
import type { Deck } from './deck.ts'
import type { ExportOptions } from './library.ts'

export interface PrintJob {
  readonly deck: Deck
  readonly courseTitle: string
  readonly options: ExportOptions
  /** Where the images of the course are to be fetched from, with a closing slash. */
  readonly imageBase: string
}

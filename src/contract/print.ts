/** What the print window draws. */
import type { Deck } from './deck.ts'
import type { ExportOptions } from './library.ts'

export interface PrintJob {
  readonly deck: Deck
  readonly options: ExportOptions
}

import type { PrintFindings, PrintJob } from '../../contract/print.ts'

/** How far a print is. Phases come in this order, and once more from the first in a second try; `done` and `total` count pages. */
export interface PrintProgress {
  readonly phase: 'laying-out' | 'printing'
  readonly done: number
  readonly total: number
}

export interface PrintOptions {
  /** Stops the print; it then rejects with the failure `cancelled`. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: PrintProgress) => void
}

/** A PDF, and what its pages do not show as it was meant. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly findings: PrintFindings
}

/** Turns a job into a PDF, by whatever browser engine the shell has. */
export type Printer = (job: PrintJob, options?: PrintOptions) => Promise<Printed>

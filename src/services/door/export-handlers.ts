import type { Handlers, RequestName } from '../../contract/channels.ts'
import type { DeckReading, DeckRef } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { Library } from '../courses/library.ts'
import { noDeck } from '../courses/refusals.ts'
import { pdfName } from '../export/pdf-name.ts'
import type { ShellDeps } from './shell-deps.ts'

type ExportRequest = Extract<RequestName, `export:${string}`>

/** What windows ask about printing a deck to PDF. */
export function exportHandlers(
  { features, dialogs, exporter, broadcast }: ShellDeps,
  library: Promise<Library>,
  deckOf: (ref: DeckRef) => Promise<DeckReading>,
): Pick<Handlers, ExportRequest> {
  return {
    'export:start': async ({ deck, options }, from) => {
      // What is printed stays as it is: it waits for the glossary.
      await (await library).whole(deck.course)
      const reading = await deckOf(deck)
      const { printing, dialogs: hasDialogs } = await features()
      if (!printing.ok) throw new LecternError('no-browser', printing.reason)
      const courseFolder = (await library).course(deck.course)?.folder
      if (courseFolder === undefined) throw noDeck(deck)
      const file = hasDialogs ? await dialogs.chooseSaveFile(pdfName(deck), from) : null
      if (hasDialogs && file === null) return null
      return exporter.start({ reading, courseFolder, options, file }, (progress) =>
        broadcast('export:progress', progress),
      )
    },
    'export:cancel': async ({ job }) => {
      await exporter.cancel(job)
      return null
    },
    'export:reveal': async ({ job }) => {
      await exporter.reveal(job)
      return null
    },
  }
}

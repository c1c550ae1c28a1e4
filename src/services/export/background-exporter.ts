import { randomUUID } from 'node:crypto'
import { LecternError, unexpected, type Failure } from '../../contract/failure.ts'
import type { ExportProgress } from '../../contract/library.ts'
import type { Exporter, ExportOrder } from './exporter.ts'
import { pdfName } from './pdf-name.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { writeExport } from '../disk/write-atomic.ts'
import { needExportPlace } from './export-place.ts'
import { printDeck } from './print-deck.ts'
import type { Printer } from './printer.ts'

export interface ExporterParts {
  /** The printer for an order. */
  readonly printer: (order: ExportOrder) => Printer
  /** Where a file goes for which no place was chosen, by its suggested name. */
  readonly place?: (name: string) => Promise<string>
  /** The link under which a window can fetch a written file. */
  readonly hrefOf?: (file: string) => string
  /** Shows a file in the system's file manager. */
  readonly reveal?: (file: string) => void
  readonly onError?: (error: unknown) => void
}

interface Job {
  readonly stop: AbortController
  file: string | null
}

const unknownJob = (): LecternError =>
  new LecternError('not-found', { ko: '그 내보내기는 이미 끝났어요.', en: 'That export is over already.' })

const bug: Failure = {
  code: 'internal',
  message: {
    ko: `${unexpected.ko} 다시 내보내 주세요.`,
    en: `${unexpected.en} Please export again.`,
  },
}

/** Exports decks in the background, one after the other: two browsers printing at once would take longer than in turn. */
export function createExporter(parts: ExporterParts): Exporter {
  const jobs = new Map<string, Job>()
  const inTurn = makeInTurn()

  async function run(
    id: string,
    job: Job,
    order: ExportOrder,
    tell: (progress: ExportProgress) => void,
  ): Promise<void> {
    let pages = 0
    const { ref } = order.reading.deck
    try {
      if (order.file !== null) await needExportPlace(order.file)
      const { bytes, problems, scaled } = await printDeck(
        { ...order.reading, options: order.options },
        parts.printer(order),
        {
          signal: job.stop.signal,
          onProgress: (progress) => {
            pages = progress.total
            tell({ job: id, ...progress })
          },
        },
      )
      tell({ job: id, phase: 'writing', done: pages, total: pages })
      const file = order.file ?? (await parts.place?.(pdfName(ref)))
      if (file === undefined) throw new Error('an order without a file needs a place')
      await writeExport(file, bytes)
      job.file = file
      const href = order.file === null ? parts.hrefOf?.(file) : undefined
      tell({
        job: id,
        phase: 'done',
        done: pages,
        total: pages,
        file,
        problems,
        ...(scaled && { scaled }),
        ...(href === undefined ? {} : { href }),
      })
    } catch (error) {
      const { code, message } = error instanceof LecternError ? error.failure : bug
      if (!(error instanceof LecternError)) parts.onError?.(error)
      tell({ job: id, phase: code === 'cancelled' ? 'cancelled' : 'failed', done: 0, total: pages, message })
    }
  }

  return {
    start(order, tell) {
      const id = randomUUID()
      const job: Job = { stop: new AbortController(), file: null }
      jobs.set(id, job)
      void inTurn(() => run(id, job, order, tell))
      return { job: id }
    },
    cancel(id) {
      const job = jobs.get(id)
      if (job === undefined) throw unknownJob()
      job.stop.abort()
    },
    reveal(id) {
      const file = jobs.get(id)?.file
      if (file === undefined || file === null || parts.reveal === undefined) throw unknownJob()
      parts.reveal(file)
    },
  }
}

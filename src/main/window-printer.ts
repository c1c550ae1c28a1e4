import type { BrowserWindow, WebContents } from 'electron/main'
import type { Envelope } from '../contract/channels.ts'
import { LecternError } from '../contract/failure.ts'
import { answerPrint, type Printing } from '../services/export/answer-print.ts'
import type { Printer, PrintOptions } from '../services/export/printer.ts'
import { stoppedAt, type PrintPlace } from '../services/export/stopped-at.ts'

/** Prints in hidden windows, each of which knows its own job. */
export interface WindowPrinter {
  readonly print: Printer
  /** Meets the requests of a print window that prints; null for every other window. */
  readonly answer: (name: string, payload: unknown, sender: WebContents) => Envelope<unknown> | null
}

const cancelled = (): LecternError =>
  new LecternError('cancelled', { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' })

/** Rejects when the person cancels or the window is lost; never resolves. */
function lost(window: BrowserWindow, signal: AbortSignal | undefined, place: () => PrintPlace): Promise<never> {
  return new Promise((_resolve, reject) => {
    const pageDied = (): LecternError => stoppedAt(place())
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true })
    window.webContents.once('render-process-gone', () => reject(pageDied()))
    window.once('closed', () => reject(signal?.aborted === true ? cancelled() : pageDied()))
  })
}

async function printLoaded(
  { webContents }: BrowserWindow,
  { onProgress }: PrintOptions,
  onPdf: () => void,
): Promise<Uint8Array> {
  // Resolves after the page has loaded and laid itself out; its failure comes back as a rejection.
  const pages = (await webContents.executeJavaScript('window.printReady')) as unknown
  onProgress?.({ phase: 'printing', done: 0, total: typeof pages === 'number' ? pages : 0 })
  onPdf()
  return webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** @param open opens a hidden print window, counted among ours */
export function windowPrinter(open: () => BrowserWindow): WindowPrinter {
  const running = new Map<WebContents, Printing>()
  return {
    async print(job, options = {}) {
      if (options.signal?.aborted === true) throw cancelled()
      const window = open()
      const { webContents } = window
      let place: PrintPlace = 'beginning'
      running.set(webContents, { ...options, job, onPages: (next) => (place = next) })
      try {
        return await Promise.race([
          printLoaded(window, options, () => (place = 'pdf')),
          lost(window, options.signal, () => place),
        ])
      } finally {
        running.delete(webContents)
        if (!window.isDestroyed()) window.destroy()
      }
    },
    answer(name, payload, sender) {
      const printing = running.get(sender)
      return printing === undefined ? null : answerPrint(printing, name, payload)
    },
  }
}

import type { BrowserWindow, WebContents } from 'electron/main'
import type { Envelope } from '../contract/channels.ts'
import { LecternError } from '../contract/failure.ts'
import { answerPrint, type Printing } from '../services/export/answer-print.ts'
import { pdfOfPages } from '../services/export/pdf-of-pages.ts'
import type { Printed, Printer } from '../services/export/printer.ts'
import { withSecondTry } from '../services/export/second-try.ts'
import { BrowserStopped, type PrintPlace } from '../services/export/stopped-at.ts'

/** Prints in hidden windows, each of which knows its own job. */
export interface WindowPrinter {
  readonly print: Printer
  /** Meets the requests of a print window that prints; null for every other window. */
  readonly answer: (name: string, payload: unknown, sender: WebContents) => Envelope<unknown> | null
}

const cancelled = (): LecternError =>
  new LecternError('cancelled', { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' })

/** Rejects when the person cancels, its page dies, or the window is closed as all are at the end; never resolves. */
function lost(window: BrowserWindow, signal: AbortSignal | undefined, place: () => PrintPlace): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(cancelled()))
    window.webContents.once('render-process-gone', () => reject(new BrowserStopped(place())))
    window.once('closed', () => reject(cancelled()))
  })
}

async function printLoaded({ webContents }: BrowserWindow, printing: Printing, onWhole: () => void): Promise<Printed> {
  const run = (expression: string): Promise<unknown> => webContents.executeJavaScript(expression)
  const pdf = (): Promise<Uint8Array> =>
    webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  // Resolves after the page has loaded and laid itself out; its failure comes back as a rejection.
  const pages = Number(await run('window.printReady'))
  return pdfOfPages({ pages, run, pdf }, printing, onWhole)
}

/** @param open opens a hidden print window, counted among ours */
export function windowPrinter(open: () => BrowserWindow): WindowPrinter {
  const running = new Map<WebContents, Printing>()
  return {
    print: withSecondTry(async (job, options = {}) => {
      if (options.signal?.aborted === true) throw cancelled()
      const window = open()
      const { webContents } = window
      let place: PrintPlace = 'beginning'
      const printing: Printing = { ...options, job, onPage: (next) => (place = next) }
      running.set(webContents, printing)
      try {
        return await Promise.race([
          printLoaded(window, printing, () => (place = 'pdf')),
          lost(window, options.signal, () => place),
        ])
      } finally {
        running.delete(webContents)
        if (!window.isDestroyed()) window.destroy()
      }
    }),
    answer(name, payload, sender) {
      const printing = running.get(sender)
      return printing === undefined ? null : answerPrint(printing, name, payload)
    },
  }
}

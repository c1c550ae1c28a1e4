import type { BrowserWindow, WebContents } from 'electron/main'
import type { Envelope } from '../contract/channels.ts'
import { LecternError } from '../contract/failure.ts'
import { answerPrint, type Printing } from '../services/export/answer-print.ts'
import type { Printer, PrintOptions } from '../services/export/printer.ts'

/** Prints in hidden windows, each of which knows its own job. */
export interface WindowPrinter {
  readonly print: Printer
  /** Meets the requests of a print window that prints; null for every other window. */
  readonly answer: (name: string, payload: unknown, sender: WebContents) => Envelope<unknown> | null
}

const cancelled = (): LecternError =>
  new LecternError('cancelled', { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' })

const pageDied = (): LecternError =>
  new LecternError('internal', {
    ko: '인쇄할 쪽을 그리던 창이 멈췄어요. 다시 내보내 주세요.',
    en: 'The window that drew the pages stopped. Please export again.',
  })

/** Rejects when the person cancels or the window is lost; never resolves. */
function lost(window: BrowserWindow, signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true })
    window.webContents.once('render-process-gone', () => reject(pageDied()))
    window.once('closed', () => reject(signal?.aborted === true ? cancelled() : pageDied()))
  })
}

async function printLoaded({ webContents }: BrowserWindow, { onProgress }: PrintOptions): Promise<Uint8Array> {
  // Resolves after the page has loaded and laid itself out; its failure comes back as a rejection.
  const pages = (await webContents.executeJavaScript('window.printReady')) as unknown
  onProgress?.({ phase: 'printing', done: 0, total: typeof pages === 'number' ? pages : 0 })
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
      running.set(webContents, { ...options, job })
      try {
        return await Promise.race([printLoaded(window, options), lost(window, options.signal)])
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

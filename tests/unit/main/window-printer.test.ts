import { EventEmitter } from 'node:events'
import type { BrowserWindow, WebContents } from 'electron/main'
import { expect, test, vi } from 'vitest'
import type { PrintJob } from '../../../src/contract/print.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import { windowPrinter } from '../../../src/main/window-printer.ts'

class Contents extends EventEmitter {
  readonly ready = Promise.withResolvers<number>()
  readonly printToPDF = vi.fn(() => Promise.resolve(new TextEncoder().encode('%PDF')))
  /** What was run once the pages were there. */
  readonly ran: string[] = []
  executeJavaScript(code: string): Promise<unknown> {
    if (code === 'window.printReady') return this.ready.promise
    this.ran.push(code)
    return Promise.resolve()
  }
}
class PrintWindow extends EventEmitter {
  readonly webContents = new Contents()
  gone = false
  isDestroyed(): boolean {
    return this.gone
  }
  destroy(): void {
    this.gone = true
    this.emit('closed')
  }
}
const jobFor = (name: string): PrintJob =>
  ({ deck: { ref: { course: 'docker', name, lang: 'ko' } }, options: { theme: 'light', steps: 'all' } }) as PrintJob

function printer(): ReturnType<typeof windowPrinter> & { windows: PrintWindow[] } {
  const windows: PrintWindow[] = []
  const made = windowPrinter(() => {
    const window = new PrintWindow()
    windows.push(window)
    return window as unknown as BrowserWindow
  })
  return { ...made, windows }
}
const sender = (window: PrintWindow | undefined): WebContents => window?.webContents as unknown as WebContents
const codeOf = (error: unknown): string => (error instanceof LecternError ? error.failure.code : String(error))

test('each print window gets its own job and tells how far it is; the PDF is tagged, outlined and sized by the page', async () => {
  const { print, answer, windows } = printer()
  const told: unknown[] = []
  const [one, two] = [print(jobFor('one'), { onProgress: (progress) => told.push(progress) }), print(jobFor('two'))]
  expect(answer('print:read', undefined, sender(windows[0]))).toEqual({ value: jobFor('one') })
  expect(answer('print:read', undefined, sender(windows[1]))).toEqual({ value: jobFor('two') })
  expect(answer('print:progress', { done: 2, total: 9 }, sender(windows[0]))).toEqual({ value: null })
  windows[0]?.webContents.ready.resolve(9)
  windows[1]?.webContents.ready.resolve(1)
  expect(new TextDecoder().decode((await one).bytes)).toBe('%PDF')
  await two
  expect(told).toEqual([
    { phase: 'laying-out', done: 2, total: 9 },
    { phase: 'printing', done: 0, total: 9 },
  ])
  expect(windows[0]?.webContents.printToPDF).toHaveBeenCalledWith({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  expect(windows.map((window) => window.gone)).toEqual([true, true])
  expect(answer('print:read', undefined, sender(windows[0]))).toBeNull()
})

test('a window that prints is refused everything else, and other windows are left to the door', async () => {
  const { print, answer, windows } = printer()
  const printing = print(jobFor('one'))
  expect(answer('settings:read', undefined, sender(windows[0]))).toMatchObject({ failure: { code: 'refused' } })
  expect(answer('print:read', undefined, sender(new PrintWindow()))).toBeNull()
  windows[0]?.webContents.ready.resolve(1)
  await printing
})

test('a print that is stopped closes its window and says that it was cancelled', async () => {
  const { print, windows } = printer()
  const stop = new AbortController()
  const printing = print(jobFor('one'), { signal: stop.signal }).catch(codeOf)
  stop.abort()
  expect(await printing).toBe('cancelled')
  expect(windows[0]?.gone).toBe(true)
  expect(await print(jobFor('two'), { signal: stop.signal }).catch(codeOf)).toBe('cancelled')
  expect(windows).toHaveLength(1)
})

const patient = { timeout: 60_000 }
/** The second window that a print opens, once its page in the first one has died. */
async function windowAfterDeath(windows: PrintWindow[]): Promise<PrintWindow> {
  windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  return vi.waitFor(() => {
    const second = windows[1]
    if (second === undefined) throw new Error('no second window')
    return second
  }, patient)
}

test('a page that dies once is drawn again in a new window, a page at a time, and the print goes on', async () => {
  const { print, answer, windows } = printer()
  const told: unknown[] = []
  const printing = print(jobFor('one'), { onProgress: (progress) => told.push(progress) })
  const again = await windowAfterDeath(windows)
  expect(windows[0]?.gone).toBe(true)
  expect(answer('print:read', undefined, sender(again))).toEqual({ value: { ...jobFor('one'), isCareful: true } })
  again.webContents.ready.resolve(3)
  expect(new TextDecoder().decode((await printing).bytes)).toBe('%PDF')
  expect(again.webContents.ran).toEqual([
    'window.printFindings()',
    ...[0, 1, 2].map((index) => `window.printOnly(${index})`),
    'window.printOnly(null)',
  ])
  expect(again.webContents.printToPDF).toHaveBeenCalledTimes(4)
  expect(told).toEqual([0, 1, 2].map((done) => ({ phase: 'printing', done, total: 3 })))
  expect(windows).toHaveLength(2)
})

test.each([
  ['before the first page', '첫 쪽을 그리기 전에', null],
  ['at step 3 of slide two', '슬라이드 two의 3단계에서', { slide: 'two', step: 3 }],
  ['at the glossary', '용어집에서', { slide: null, step: 1 }],
] as const)('a page that dies twice says where: %s', async (en, ko, place) => {
  const { print, answer, windows } = printer()
  const printing = print(jobFor('one')).catch((error: unknown) => error)
  const again = await windowAfterDeath(windows)
  if (place !== null) answer('print:page', place, sender(again))
  again.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  const said = { ko: expect.stringContaining(ko) as string, en: expect.stringContaining(en) as string }
  expect(await printing).toMatchObject({ failure: { code: 'internal', message: said } })
  expect(windows.map(({ gone }) => gone)).toEqual([true, true])
})

test('a page that dies twice in the end says so', async () => {
  const { print, answer, windows } = printer()
  const printing = print(jobFor('one')).catch((error: unknown) => error)
  const { webContents } = await windowAfterDeath(windows)
  answer('print:page', { slide: 'one', step: 1 }, webContents as unknown as WebContents)
  webContents.printToPDF.mockResolvedValueOnce(new Uint8Array()).mockReturnValue(new Promise<never>(() => undefined))
  webContents.ready.resolve(1)
  await vi.waitFor(() => expect(webContents.printToPDF).toHaveBeenCalledTimes(2), patient)
  webContents.emit('render-process-gone', {}, { reason: 'oom' })
  const said = expect.stringContaining('while it made the PDF') as string
  expect(await printing).toMatchObject({ failure: { message: { en: said } } })
})

test('a window that is closed, as all are when the app ends, is not opened again', async () => {
  const { print, windows } = printer()
  const printing = print(jobFor('one')).catch(codeOf)
  windows[0]?.destroy()
  expect(await printing).toBe('cancelled')
  expect(windows).toHaveLength(1)
})

test('a page that fails fails the print and leaves no window behind', async () => {
  const { print, windows } = printer()
  const failing = print(jobFor('one')).catch(codeOf)
  windows[0]?.webContents.ready.reject(new Error('no fonts'))
  expect(await failing).toBe('Error: no fonts')
  expect(windows.map((window) => window.gone)).toEqual([true])
})

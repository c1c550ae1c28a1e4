import { EventEmitter } from 'node:events'
import type { BrowserWindow, WebContents } from 'electron/main'
import { expect, test, vi } from 'vitest'
import type { PrintJob } from '../../../src/contract/print.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import { windowPrinter } from '../../../src/main/window-printer.ts'

class Contents extends EventEmitter {
  readonly ready = Promise.withResolvers<number>()
  readonly printToPDF = vi.fn(() => Promise.resolve(new TextEncoder().encode('%PDF')))
  executeJavaScript(code: string): Promise<number> {
    expect(code).toBe('window.printReady')
    return this.ready.promise
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
  expect(new TextDecoder().decode(await one)).toBe('%PDF')
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

test.each([
  ['before the first page', []],
  ['at step 3 of slide two', [['two', 3]]],
  [
    'between step 3 of slide two and step 1 of slide three',
    [
      ['two', 3],
      ['three', 1],
    ],
  ],
  [
    'between step 3 of slide two and the glossary',
    [
      ['two', 3],
      [null, 1],
    ],
  ],
  ['at the glossary', [[null, 1]]],
] as const)('a window that dies says where: %s', async (where, told) => {
  const { print, answer, windows } = printer()
  const printing = print(jobFor('one')).catch((error: unknown) => error)
  const [first, last = first] = told.map(([slide, step]) => ({ slide, step }))
  if (first !== undefined) answer('print:pages', { first, last }, sender(windows[0]))
  windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  expect(await printing).toMatchObject({ failure: { message: { en: expect.stringContaining(where) as string } } })
})

test('a window that dies in the end says so', async () => {
  const { print, answer, windows } = printer()
  const printing = print(jobFor('one')).catch((error: unknown) => error)
  const place = { slide: 'one', step: 1 }
  answer('print:pages', { first: place, last: place }, sender(windows[0]))
  windows[0]?.webContents.printToPDF.mockReturnValue(new Promise<never>(() => undefined))
  windows[0]?.webContents.ready.resolve(9)
  await new Promise(setImmediate)
  windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  const said = expect.stringContaining('while it made the PDF') as string
  expect(await printing).toMatchObject({ failure: { message: { en: said } } })
})

test('a page that fails or dies fails the print and leaves no window behind', async () => {
  const { print, windows } = printer()
  const failing = print(jobFor('one')).catch(codeOf)
  windows[0]?.webContents.ready.reject(new Error('no fonts'))
  expect(await failing).toBe('Error: no fonts')
  const dying = print(jobFor('two')).catch(codeOf)
  windows[1]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
  expect(await dying).toBe('internal')
  expect(windows.map((window) => window.gone)).toEqual([true, true])
})

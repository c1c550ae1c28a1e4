import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { DeckReading, Lang, Problem } from '../../../src/contract/deck.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import type { ExportProgress } from '../../../src/contract/library.ts'
import type { PrintFindings, PrintJob } from '../../../src/contract/print.ts'
import { createExporter, type ExporterParts } from '../../../src/services/export/background-exporter.ts'
import type { ExportOrder } from '../../../src/services/export/exporter.ts'
import type { PrintOptions } from '../../../src/services/export/printer.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const term = { id: 'kernel' } as DeckReading['glossary'][number]

const readingOf = (name: string, problems: readonly Problem[] = []): DeckReading =>
  ({
    deck: {
      ref: { course: 'docker', name, lang: 'ko' as Lang },
      title: name,
      slides: [{ id: 'one', line: 5 }],
      problems,
    },
    glossary: [term],
  }) as unknown as DeckReading

const orderOf = (name: string, change: Partial<ExportOrder> = {}): ExportOrder => ({
  reading: readingOf(name),
  courseFolder: '/course',
  options: { theme: 'light', steps: 'all', glossary: false },
  file: null,
  ...change,
})

const none: PrintFindings = { overflows: [], unloaded: [], notDrawn: [] }

/** One print as the printer was asked for it; it goes on when the test says so. */
interface Print {
  readonly job: PrintJob
  readonly options: PrintOptions
  readonly finish: (bytes: string, findings?: PrintFindings) => void
  readonly fail: (error: unknown) => void
}

/** An exporter whose printer waits for the test. */
async function desk(parts: Partial<ExporterParts> = {}) {
  const folder = await temporaryFolder()
  const [prints, orders, told]: [Print[], ExportOrder[], ExportProgress[]] = [[], [], []]
  const [reveal, onError] = [vi.fn(), vi.fn()]
  const exporter = createExporter({
    printer: (order) => {
      orders.push(order)
      return (job, options = {}) =>
        new Promise((resolve, reject) => {
          const cancelled = (): void =>
            reject(new LecternError('cancelled', { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' }))
          options.signal?.addEventListener('abort', cancelled)
          prints.push({
            job,
            options,
            finish: (bytes, findings = none) => resolve({ bytes: Buffer.from(bytes), findings }),
            fail: reject,
          })
          if (options.signal?.aborted === true) cancelled()
        })
    },
    place: (name) => Promise.resolve(join(folder, name)),
    reveal,
    onError,
    ...parts,
  })
  const start = (order: ExportOrder): string => exporter.start(order, (progress) => told.push(progress)).job
  const phases = (job: string): readonly string[] => told.filter((one) => one.job === job).map(({ phase }) => phase)
  const last = (job: string): ExportProgress | undefined => told.findLast((one) => one.job === job)
  const print = (index: number): Promise<Print> =>
    vi.waitFor(() => {
      const found = prints[index]
      if (found === undefined) throw new Error(`no print ${index}`)
      return found
    })
  const ends = (job: string, phase: ExportProgress['phase']): Promise<void> =>
    vi.waitFor(() => expect(last(job)?.phase).toBe(phase))
  return { exporter, folder, prints, orders, told, reveal, onError, start, phases, last, print, ends }
}

describe('a job', () => {
  test('begins at once under an id of its own, tells how far it is, and writes the file', async () => {
    const { folder, start, print, ends, told, orders } = await desk()
    const file = join(folder, 'chosen', 'my deck.pdf')
    const job = start(orderOf('01-vm', { file }))
    const { options, finish } = await print(0)
    options.onProgress?.({ phase: 'laying-out', done: 16, total: 40 })
    options.onProgress?.({ phase: 'printing', done: 0, total: 40 })
    finish('bytes')
    await ends(job, 'done')
    expect(told).toEqual([
      { job, phase: 'laying-out', done: 16, total: 40 },
      { job, phase: 'printing', done: 0, total: 40 },
      { job, phase: 'writing', done: 40, total: 40 },
      { job, phase: 'done', done: 40, total: 40, file, problems: [] },
    ])
    expect(await readFile(file, 'utf8')).toBe('bytes')
    expect(orders).toMatchObject([{ courseFolder: '/course', file }])
  })

  test('prints the deck as ordered, the glossary only where it is asked for', async () => {
    const { start, print, ends } = await desk()
    const [without, wanted] = [false, true].map((glossary) =>
      start(orderOf('01-vm', { options: { theme: 'dark', steps: 'final', glossary } })),
    )
    const first = await print(0)
    expect(first.job).toMatchObject({ deck: { title: '01-vm' }, glossary: [], options: { theme: 'dark' } })
    first.finish('')
    await ends(without ?? '', 'done')
    const second = await print(1)
    expect(second.job).toMatchObject({ glossary: [term], options: { theme: 'dark', steps: 'final', glossary: true } })
    second.finish('')
    await ends(wanted ?? '', 'done')
  })

  test('that is to go where a folder or a pipe is fails before anything is printed', async () => {
    const { folder, start, ends, prints, last } = await desk()
    const job = start(orderOf('01-vm', { file: folder }))
    await ends(job, 'failed')
    expect(last(job)?.message?.en).toContain('is a folder')
    expect(prints).toEqual([])
  })

  test('for which no place was chosen goes where the shell keeps such files, and hands out a link', async () => {
    const { folder, start, print, ends, last } = await desk({ hrefOf: (file) => `/exported/${file}` })
    const job = start(orderOf('01-vm'))
    ;(await print(0)).finish('bytes')
    await ends(job, 'done')
    const file = join(folder, '01-vm.ko.pdf')
    expect(last(job)).toMatchObject({ file, href: `/exported/${file}` })
    expect(await readFile(file, 'utf8')).toBe('bytes')
  })

  test('with a place of its own hands out no link', async () => {
    const { folder, start, print, ends, last } = await desk({ hrefOf: (file) => `/exported/${file}` })
    const job = start(orderOf('01-vm', { file: join(folder, 'a.pdf') }))
    ;(await print(0)).finish('bytes')
    await ends(job, 'done')
    expect(last(job)).not.toHaveProperty('href')
  })
})

describe('several jobs', () => {
  test('are printed one after the other, in the order in which they came', async () => {
    const { start, print, prints, ends, told } = await desk()
    const jobs = ['a', 'b', 'c'].map((name) => start(orderOf(name)))
    expect(new Set(jobs).size).toBe(3)
    for (const [index, job] of jobs.entries()) {
      const { finish } = await print(index)
      // The next waits until this one is written.
      expect(prints).toHaveLength(index + 1)
      finish(String(index))
      await ends(job, 'done')
    }
    expect(prints.map(({ job }) => job.deck.title)).toEqual(['a', 'b', 'c'])
    expect(told.filter(({ phase }) => phase === 'done').map(({ job }) => job)).toEqual(jobs)
  })

  test('go on after one that fails', async () => {
    const { start, print, ends } = await desk()
    const [bad = '', good = ''] = ['bad', 'good'].map((name) => start(orderOf(name)))
    ;(await print(0)).fail(new Error('broken pipe'))
    await ends(bad, 'failed')
    ;(await print(1)).finish('')
    await ends(good, 'done')
  })
})

describe('a job that is cancelled', () => {
  test('while it prints stops, says so, leaves no file, and lets the next one print', async () => {
    const { exporter, folder, start, print, ends, phases, last } = await desk()
    const [first = '', second = ''] = ['a', 'b'].map((name) => start(orderOf(name)))
    const { options } = await print(0)
    options.onProgress?.({ phase: 'laying-out', done: 1, total: 9 })
    await exporter.cancel(first)
    await ends(first, 'cancelled')
    expect(last(first)).toEqual({
      job: first,
      phase: 'cancelled',
      done: 0,
      total: 9,
      message: { ko: '내보내기를 취소했어요.', en: 'The export was cancelled.' },
    })
    ;(await print(1)).finish('')
    await ends(second, 'done')
    expect(phases(first)).toEqual(['laying-out', 'cancelled'])
    expect(await readdir(folder)).toEqual(['b.ko.pdf'])
  })

  test('before its turn never prints a page, and the others are left alone', async () => {
    const { exporter, folder, start, print, ends, phases } = await desk()
    const [first = '', second = '', third = ''] = ['a', 'b', 'c'].map((name) => start(orderOf(name)))
    const running = await print(0)
    await exporter.cancel(second)
    expect(running.options.signal?.aborted).toBe(false)
    running.finish('')
    await ends(first, 'done')
    await ends(second, 'cancelled')
    await vi.waitFor(async () => (await print(2)).finish(''))
    await ends(third, 'done')
    expect(phases(second)).toEqual(['cancelled'])
    expect((await readdir(folder)).sort()).toEqual(['a.ko.pdf', 'c.ko.pdf'])
  })
})

describe('a job that fails', () => {
  const broken: Problem = { severity: 'error', code: 'no-title', line: 1, column: 1 } as unknown as Problem

  test('says why in the words of the failure, which is nobody’s mistake here', async () => {
    const { start, print, ends, last, onError } = await desk()
    const job = start(orderOf('a'))
    const message = { ko: '브라우저가 없어요.', en: 'There is no browser.' }
    ;(await print(0)).fail(new LecternError('no-browser', message))
    await ends(job, 'failed')
    expect(last(job)).toMatchObject({ message, done: 0 })
    expect(onError).not.toHaveBeenCalled()
  })

  test('unexpectedly says that, and the shell hears of the error', async () => {
    const { start, print, ends, last, onError } = await desk()
    const job = start(orderOf('a'))
    const error = new Error('broken pipe')
    ;(await print(0)).fail(error)
    await ends(job, 'failed')
    expect(last(job)?.message?.en).toMatch(/unexpected/)
    expect(last(job)?.message?.ko).toMatch(/예상하지 못한/)
    expect(last(job)).not.toHaveProperty('file')
    expect(onError.mock.calls).toEqual([[error]])
  })

  test('prints a deck with errors, and tells them and what the pages do not show as it was meant', async () => {
    const { start, print, ends, last } = await desk()
    const told = { ...broken, severity: 'warning' } as Problem
    const job = start(orderOf('a', { reading: readingOf('a', [broken, told]) }))
    const overflow = { slide: 'one', step: 2, part: 'body', by: 40 } as const
    ;(await print(0)).finish('', {
      overflows: [overflow, { ...overflow, step: 3 }],
      unloaded: [1, 2].map(() => ({ slide: 'one', path: 'a.png' })),
      notDrawn: [{ slide: 'one', characters: '𓀀' }],
    })
    await ends(job, 'done')
    expect(last(job)?.problems?.map(({ code, line }) => [code, line])).toEqual([
      ['no-title', 1],
      ['overflow', 5],
      ['unloaded-image', 5],
      ['not-drawn', 5],
    ])
  })

  test('does not print a deck without slides', async () => {
    const { start, ends, prints } = await desk()
    const { deck } = readingOf('b')
    const empty = start(orderOf('b', { reading: { ...readingOf('b'), deck: { ...deck, slides: [] } } }))
    await ends(empty, 'failed')
    expect(prints).toEqual([])
    const warned = start(orderOf('d', { reading: readingOf('d', [{ ...broken, severity: 'warning' }]) }))
    await vi.waitFor(() => expect(prints).toHaveLength(1))
    prints[0]?.finish('')
    await ends(warned, 'done')
  })

  test('because the file cannot be written leaves what is there, and says where', async () => {
    const { folder, start, print, ends, last } = await desk()
    await writeFile(join(folder, 'not-a-folder'), 'kept')
    const job = start(orderOf('a', { file: join(folder, 'not-a-folder', 'a.pdf') }))
    ;(await print(0)).finish('')
    await ends(job, 'failed')
    expect(last(job)?.message?.en).toContain('not-a-folder')
    expect(await readFile(join(folder, 'not-a-folder'), 'utf8')).toBe('kept')
  })

  test('because nobody knows a place for it fails alone', async () => {
    const { start, print, ends, onError } = await desk({ place: undefined as never })
    const job = start(orderOf('a'))
    ;(await print(0)).finish('')
    await ends(job, 'failed')
    expect(onError).toHaveBeenCalledOnce()
  })
})

describe('showing the written file', () => {
  test('is possible once it is written', async () => {
    const { exporter, folder, start, print, ends, reveal } = await desk()
    const file = join(folder, 'a.pdf')
    const job = start(orderOf('a', { file }))
    const { finish } = await print(0)
    expect(() => exporter.reveal(job)).toThrow(LecternError)
    expect(reveal).not.toHaveBeenCalled()
    finish('')
    await ends(job, 'done')
    await exporter.reveal(job)
    expect(reveal.mock.calls).toEqual([[file]])
  })

  test('is refused where the shell has no file manager', async () => {
    const { exporter, start, print, ends } = await desk({ reveal: undefined as never })
    const job = start(orderOf('a'))
    ;(await print(0)).finish('')
    await ends(job, 'done')
    expect(() => exporter.reveal(job)).toThrow(LecternError)
  })
})

test('a job that nobody knows is told as such', async () => {
  const { exporter } = await desk()
  for (const ask of [() => exporter.cancel('x'), () => exporter.reveal('x')]) {
    expect(ask).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'not-found' }) as unknown }))
  }
})

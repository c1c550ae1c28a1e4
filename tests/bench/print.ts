import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Deck } from '../../src/contract/deck.ts'
import { loadCourse } from '../../src/services/courses/course.ts'
import { chromiumPrinter } from '../../src/services/export/chromium-printer.ts'
import { browserPath, launch, withBrowser } from './browser.ts'
import { deckText } from './deck-text.ts'
import { inTempFolder, places } from './places.ts'
import { openPrintPage, pdfOptions, staticCopy } from './print-page.ts'
import { ratio, single, timed, type Row } from './row.ts'
import { median } from './statistics.ts'

interface Subject {
  readonly what: string
  readonly deck: Deck
  readonly folder: string
  readonly rounds: number
}

/** Slides of a generated deck that make 300 pages. */
const slidesOf300Pages = 109

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** `lectern export`, from starting its process to its end; gives the bytes of the file. */
async function exportByCommand({ folder, deck }: Subject, out: string): Promise<number> {
  const child = spawn(
    process.execPath,
    [places.cli, 'export', join(folder, deck.ref.name), '--lang', 'ko', '-o', out],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`lectern export ended with exit code ${String(code)}`)
  return (await stat(out)).size
}

/** How long the printer takes to its first laid out pages, from there to the last, and from there to the PDF. */
async function phases({ deck, folder }: Subject): Promise<[number, number, number]> {
  const printer = chromiumPrinter({
    browserPath: browserPath(),
    rendererRoot: places.rendererRoot,
    courseFolder: folder,
  })
  const start = performance.now()
  let first: number | undefined
  let last = start
  await printer(
    { deck, glossary: [], options: { theme: 'light', steps: 'all', glossary: false } },
    {
      onProgress: ({ phase }) => {
        last = performance.now()
        if (phase === 'laying-out') first ??= last
      },
    },
  )
  const laidOut = first ?? last
  return [laidOut - start, last - laidOut, performance.now() - last]
}

/** Chromium alone with the pages as they are: started, a file opened, its fonts loaded, printed, ended. */
async function printRaw(file: string): Promise<{ readonly pdf: number; readonly bytes: number }> {
  const browser = await launch()
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const from = performance.now()
  const { length } = await page.pdf(pdfOptions)
  const pdf = performance.now() - from
  await browser.close()
  return { pdf, bytes: length }
}

async function measureOne(subject: Subject, temp: string): Promise<Row[]> {
  const { what, deck, rounds } = subject
  const pages = deck.slides.reduce((sum, { steps }) => sum + steps, 0)
  const out = join(temp, 'out.pdf')
  const samples = {
    export: [] as number[],
    raw: [] as number[],
    pdf: [] as number[],
    rawPdf: [] as number[],
    first: [] as number[],
    layout: [] as number[],
    rest: [] as number[],
  }
  const copy = join(temp, 'print', 'copy.html')
  await mkdir(join(temp, 'print'), { recursive: true })
  let bytes = 0
  await withBrowser(async (browser) => {
    const page = await openPrintPage(browser, subject)
    for (let round = 0; round < rounds; round += 1) {
      samples.pdf.push(await elapsed(() => page.pdf(pdfOptions)))
      if (round === 0) await writeFile(copy, await staticCopy(page, temp))
      samples.export.push(await elapsed(async () => (bytes = await exportByCommand(subject, out))))
      const raw = { pdf: 0, bytes: 0 }
      samples.raw.push(await elapsed(async () => Object.assign(raw, await printRaw(copy))))
      samples.rawPdf.push(raw.pdf)
      // Fonts or pictures that the copy lacks would make it a cheaper print, and the comparison wrong.
      if (Math.abs(raw.bytes / bytes - 1) > 0.1) throw new Error('the copy does not print as the deck does')
      const [first, layout, rest] = await phases(subject)
      samples.first.push(first)
      samples.layout.push(layout)
      samples.rest.push(rest)
    }
  })
  return [
    single(`${what}: pages`, 'count', pages),
    timed(`${what}: lectern export, process start → end`, samples.export),
    timed(`${what}: raw Chromium, the same pages as a file`, samples.raw),
    ratio(`${what}: lectern export to raw Chromium`, samples.export, samples.raw),
    timed(`${what}: until the first pages are laid out`, samples.first),
    timed(`${what}: laying out the others`, samples.layout),
    timed(`${what}: printing and ending the browser`, samples.rest),
    timed(`${what}: page.pdf() alone, our page`, samples.pdf),
    timed(`${what}: page.pdf() alone, the file`, samples.rawPdf),
    single(`${what}: file size a page`, 'kB', bytes / 1000 / pages),
    single(`${what}: time a page`, 'ms', median(samples.export) / pages),
  ]
}

/** Exporting the bundled deck and a deck of 300 pages, against Chromium printing the same pages by itself. */
export async function measure(): Promise<Row[]> {
  return inTempFolder(async (temp) => {
    const folder = join(temp, 'decks')
    await mkdir(folder)
    await writeFile(join(folder, 'generated.ko.md'), deckText(slidesOf300Pages))
    const bundled = join(places.slides, 'docker')
    const deckIn = async (course: string, name: string): Promise<Deck> => {
      const { decks } = await loadCourse(course, { id: course, bundled: false })
      const deck = decks.find(({ ref }) => ref.name === name && ref.lang === 'ko')
      if (deck === undefined) throw new Error(`no deck ${name}`)
      return deck
    }
    const subjects: readonly Subject[] = [
      { what: 'bundled deck', deck: await deckIn(bundled, '01-docker-and-vm'), folder: bundled, rounds: 5 },
      { what: '300 pages', deck: await deckIn(folder, 'generated'), folder, rounds: 3 },
    ]
    const rows: Row[] = []
    for (const subject of subjects) rows.push(...(await measureOne(subject, temp)))
    return rows
  })
}

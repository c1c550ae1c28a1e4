import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Shell } from '../../src/contract/channels.ts'
import { deckText } from './deck-text.ts'
import { drawnAt } from './drawn-at.ts'
import { inTempFolder } from './places.ts'
import { withPlainBrowser, type PlainBrowser } from './plain-browser.ts'
import { timed, single, type Row } from './row.ts'
import { startShell } from './shell.ts'
import { median } from './statistics.ts'

const rounds = 3
const decks = 700
const slides = 12

async function writeDecks(folder: string): Promise<void> {
  await mkdir(folder)
  for (let deck = 1; deck <= decks; deck += 1) {
    const text = deckText(slides).replace('잰 덱', `덱 ${deck},`)
    await writeFile(join(folder, `deck-${String(deck).padStart(3, '0')}.ko.md`), text)
  }
}

interface Opening {
  readonly tiles: number
  readonly chosen: number
  readonly slide: number
  readonly whole: number
  readonly memoryMB: number
}

/** From nothing: no settings, no cache of the browser, none of the decks ever read. */
async function openOnce(browser: PlainBrowser, folder: string): Promise<Opening> {
  return inTempFolder(async (home) => {
    const page = await browser.newPage()
    const shell = await startShell(home, folder)
    try {
      await page.goto(shell.address)
      const tiles = await drawnAt(page, `main:has(.folder) input[type=radio][name=deck]`)
      const chosen = await page.evaluate(async () => {
        const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
        const tile = document.querySelectorAll<HTMLInputElement>('input[type=radio][name=deck]')[2]
        const title = tile?.closest('li')?.querySelector('h3')?.textContent ?? ''
        tile?.click()
        const until = performance.now() + 60_000
        while (document.querySelector('main [role=group] button')?.textContent.includes(title) !== true) {
          if (performance.now() > until) throw new Error(`no door leads to ${title}`)
          await frame()
        }
        await frame()
        return performance.timeOrigin + performance.now()
      }, undefined)
      const pressed = performance.timeOrigin + performance.now()
      await page.evaluate(async (course) => {
        const deck = { course, name: 'deck-350', lang: 'ko' } as const
        await (window as unknown as { shell: Shell }).shell.request('talk:start', { deck, windows: 'deck' })
      }, folder)
      await page.goto(new URL('/deck/index.html', shell.address).href)
      const slide = await drawnAt(page, 'section.present [data-slide="slide-1"]')
      // Whoever asks for the terms waits until all has been read.
      const whole = await page.evaluate(async (course) => {
        await (window as unknown as { shell: Shell }).shell.request('glossary:read', { course })
        return performance.timeOrigin + performance.now()
      }, folder)
      return {
        tiles: tiles - shell.startedAt,
        chosen: chosen - shell.startedAt,
        slide: slide - pressed,
        whole: whole - shell.startedAt,
        memoryMB: await shell.memoryMB(),
      }
    } finally {
      await page.close()
      await shell.stop()
    }
  })
}

/** A folder of hundreds of decks, opened for the first time. */
export async function measure(): Promise<Row[]> {
  return inTempFolder(async (parent) => {
    const folder = join(parent, 'decks')
    await writeDecks(folder)
    const openings = await withPlainBrowser([], async (browser) => {
      const all: Opening[] = []
      for (let round = 0; round < rounds; round += 1) all.push(await openOnce(browser, folder))
      return all
    })
    const of = (name: keyof Opening): number[] => openings.map((opening) => opening[name])
    return [
      timed(`process start → first tiles of ${decks} decks drawn`, of('tiles')),
      timed(`process start → a click on one of ${decks} decks answered`, of('chosen')),
      timed(`press → first slide of one of ${decks} decks drawn`, of('slide')),
      timed(`process start → all of ${decks} decks read`, of('whole')),
      single(`memory of the shell with ${decks} decks`, 'MB', median(of('memoryMB'))),
    ]
  })
}

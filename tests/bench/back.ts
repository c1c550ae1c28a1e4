import { drawnAt } from './drawn-at.ts'
import { inTempFolder } from './places.ts'
import { withPlainBrowser, type PlainBrowser } from './plain-browser.ts'
import { timed, type Row } from './row.ts'
import { startShell } from './shell.ts'
import type { Shell } from '../../src/contract/channels.ts'

const rounds = 7
const deck = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' } as const

/** Milliseconds from a new start after the shell was killed in a talk: to its library drawn, and to the slide drawn again. */
async function backOnce(browser: PlainBrowser): Promise<{ readonly library: number; readonly slide: number }> {
  return inTempFolder(async (home) => {
    const page = await browser.newPage()
    const first = await startShell(home)
    await page.goto(first.address)
    await drawnAt(page, 'main')
    await page.evaluate(async (deck) => {
      const { shell } = window as unknown as { shell: Shell }
      await shell.request('talk:start', { deck, windows: 'deck' })
    }, deck)
    await page.goto(new URL('/deck/index.html', first.address).href)
    await drawnAt(page, 'section.present [data-slide="cover"]')
    await page.evaluate(async () => {
      const { shell } = window as unknown as { shell: Shell }
      await shell.request('talk:intent', { type: 'next' })
    }, undefined)
    await page.close()
    await first.kill()
    const again = await startShell(home)
    const window = await browser.newPage()
    try {
      await window.goto(again.address)
      const library = await drawnAt(window, 'main')
      await window.evaluate(async () => {
        const { shell } = globalThis as unknown as { shell: Shell }
        await shell.request('talk:resume')
      }, undefined)
      await window.goto(new URL('/deck/index.html', again.address).href)
      const slide = await drawnAt(window, 'section.present:not(:has([data-slide="cover"])) [data-slide]')
      return { library: library - again.startedAt, slide: slide - again.startedAt }
    } finally {
      await window.close()
      await again.stop()
    }
  })
}

/** A talk whose shell was killed, taken up again. */
export async function measure(): Promise<Row[]> {
  const times = await withPlainBrowser([], async (browser) => {
    const all: { readonly library: number; readonly slide: number }[] = []
    for (let round = 0; round < rounds; round += 1) all.push(await backOnce(browser))
    return all
  })
  return [
    timed(
      'killed in a talk: process start → library drawn',
      times.map(({ library }) => library),
    ),
    timed(
      'killed in a talk: process start → its slide drawn again',
      times.map(({ slide }) => slide),
    ),
  ]
}

import type { Shell } from '../../src/contract/channels.ts'
import { drawnAt } from './drawn-at.ts'
import { inTempFolder } from './places.ts'
import { withPlainBrowser, type PlainBrowser } from './plain-browser.ts'
import { timed, type Row } from './row.ts'
import { startShell } from './shell.ts'

const rounds = 7
const deck = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' } as const

interface Start {
  readonly address: number
  readonly library: number
  readonly present: number
  readonly slide: number
}

/** One start from nothing: no settings, no cache of the browser. */
async function startOnce(browser: PlainBrowser): Promise<Start> {
  return inTempFolder(async (home) => {
    const page = await browser.newPage()
    const shell = await startShell(home)
    try {
      await page.goto(shell.address)
      const library = await drawnAt(page, 'input[type=radio][name=deck]')
      const pressed = performance.timeOrigin + performance.now()
      await page.evaluate(async (deck) => {
        const { shell } = window as unknown as { shell: Shell }
        await shell.request('talk:start', {
          deck,
          windows: 'deck',
        })
      }, deck)
      await page.goto(new URL('/deck/index.html', shell.address).href)
      const slide = await drawnAt(page, 'section.present [data-slide="what-docker-does"]')
      return {
        address: shell.readyAt - shell.startedAt,
        library: library - shell.startedAt,
        present: slide - pressed,
        slide: slide - shell.startedAt,
      }
    } finally {
      await page.close()
      await shell.stop()
    }
  })
}

/** From starting the shell's process to the library and to the first slide, in a browser that is already running. */
export async function measure(): Promise<Row[]> {
  const starts = await withPlainBrowser([], async (browser) => {
    const all: Start[] = []
    for (let round = 0; round < rounds; round += 1) all.push(await startOnce(browser))
    return all
  })
  const of = (name: keyof Start): number[] => starts.map((start) => start[name])
  return [
    timed('process start → shell answers', of('address')),
    timed('process start → library drawn', of('library')),
    timed('present → first slide drawn in the deck window', of('present')),
    timed('process start → first slide drawn', of('slide')),
  ]
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Shell } from '../../src/contract/channels.ts'
import { withBrowser } from './browser.ts'
import { deckText } from './deck-text.ts'
import { drawnAt } from './drawn-at.ts'
import { openPage } from './pages.ts'
import { inTempFolder } from './places.ts'
import { withPlainBrowser, type PlainBrowser, type PlainPage } from './plain-browser.ts'
import { ratio, timed, type Row } from './row.ts'
import { startShell, type RunningShell } from './shell.ts'

const sizes = [50, 2000] as const
type Size = (typeof sizes)[number]
/** The sizes take turns, so that a noisy minute spoils both alike. */
const rounds = 4
const presses = 60

interface Costs {
  readonly opening: number[]
  readonly step: number[]
  readonly change: number[]
}

/** Starts a talk about a deck of that size and comes to its deck window; gives when the first slide was drawn. */
async function openDeck(page: PlainPage, shell: RunningShell, course: string, size: Size): Promise<number> {
  await page.evaluate(
    async ({ course, size }) => {
      const { shell } = window as unknown as { shell: Shell }
      await shell.request('talk:start', {
        deck: { course, name: `deck-${size}`, lang: 'ko' },
        place: { slide: `slide-${size / 2}`, step: 1 },
        windows: 'deck',
      })
    },
    { course, size },
  )
  const from = performance.timeOrigin + performance.now()
  await page.goto(new URL('/deck/index.html', shell.address).href)
  return (await drawnAt(page, `section.present [data-slide="slide-${size / 2}"]`)) - from
}

/**
 * Presses "next" again and again. Each press is timed from the key until the window shows what it asked for, laid out:
 * the intent, the talk in the shell, the snapshot and all drawing lie in between.
 */
const walk = (page: PlainPage, presses: number): Promise<{ ms: number; isChange: boolean }[]> =>
  page.evaluate(async (presses) => {
    const shown = (): Element | null => document.querySelector('section.present [data-slide]')
    const said = document.querySelector('[aria-live]')
    if (said === null) throw new Error('the deck window says nothing')
    const taken: { ms: number; isChange: boolean }[] = []
    for (let press = 0; press < presses; press += 1) {
      // Whatever the last press left to be drawn is over by then.
      await new Promise((resolve) => setTimeout(resolve, 40))
      const before = shown()
      const from = performance.now()
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          resolve()
        })
        observer.observe(said, { childList: true, characterData: true, subtree: true })
        window.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowRight', bubbles: true, cancelable: true }))
      })
      document.body.getBoundingClientRect()
      taken.push({ ms: performance.now() - from, isChange: shown() !== before })
    }
    return taken
  }, presses)

async function inShell(browser: PlainBrowser, shell: RunningShell, course: string): Promise<Map<Size, Costs>> {
  const costs = new Map<Size, Costs>(sizes.map((size) => [size, { opening: [], step: [], change: [] }]))
  const page = await browser.newPage()
  await page.goto(shell.address)
  await drawnAt(page, 'input[type=radio][name=deck]')
  for (let round = 0; round <= rounds; round += 1) {
    for (const [size, { opening, step, change }] of costs) {
      const opened = await openDeck(page, shell, course, size)
      const taken = await walk(page, presses)
      // The first round fills caches and is not counted.
      if (round === 0) continue
      opening.push(opened)
      for (const { ms, isChange } of taken) (isChange ? change : step).push(ms)
    }
  }
  await page.close()
  return costs
}

interface Reveal {
  readonly initialize: number
  readonly slide: readonly number[]
}

/** The same with nothing but reveal.js and as many simple sections as the deck has slides. */
async function plainReveal(browser: Browser, size: Size): Promise<Reveal> {
  const page = await openPage(browser, 'reveal.html')
  const cost = await page.evaluate(
    (size) => (window as unknown as { walk(size: number): Promise<Reveal> }).walk(size),
    size,
  )
  await page.context().close()
  return cost
}

/** What one press of "next" and opening the deck window cost in a deck of 50 and in one of 2,000 slides. */
export async function measure(): Promise<Row[]> {
  return inTempFolder(async (folder) => {
    const course = join(folder, 'decks')
    await mkdir(course)
    for (const size of sizes) await writeFile(join(course, `deck-${size}.ko.md`), deckText(size))
    const shell = await startShell(join(folder, 'home'), course)
    // A picture in motion costs frames of its own, which are measured with the pictures.
    const costs = await withPlainBrowser(['--force-prefers-reduced-motion'], (browser) =>
      inShell(browser, shell, course),
    ).finally(() => shell.stop())
    const reveal = new Map<Size, Reveal>()
    await withBrowser(async (browser) => {
      for (const size of sizes) reveal.set(size, await plainReveal(browser, size))
    })
    return rowsOf(costs, reveal)
  })
}

function rowsOf(costs: ReadonlyMap<Size, Costs>, reveal: ReadonlyMap<Size, Reveal>): Row[] {
  const of = (name: keyof Costs, size: Size): number[] => costs.get(size)?.[name] ?? []
  const pair = (what: string, name: keyof Costs): Row[] => [
    ...sizes.map((size) => timed(`${what}, ${size.toLocaleString('en')} slides`, of(name, size))),
    ratio(`${what}, 2,000 to 50 slides`, of(name, 2000), of(name, 50)),
  ]
  const slide = (size: Size): readonly number[] => reveal.get(size)?.slide ?? []
  return [
    ...pair('one step, key → laid out', 'step'),
    ...pair('one slide change, key → laid out', 'change'),
    ...pair('opening the deck window', 'opening'),
    ...sizes.map((size) => timed(`plain reveal.js: slide(), ${size.toLocaleString('en')} sections`, slide(size))),
    ratio('plain reveal.js: slide(), 2,000 to 50 sections', slide(2000), slide(50)),
    ...sizes.map((size) =>
      timed(`plain reveal.js: initialize(), ${size.toLocaleString('en')} sections`, [
        reveal.get(size)?.initialize ?? NaN,
      ]),
    ),
  ]
}

import type { Page } from '@playwright/test'
import type { TalkSnapshot } from '../../src/contract/talk.ts'
import { isSoak, rounds } from '../unit/rounds.ts'
import { heapMeterOf, inspectable, meterOf, type Held } from './app/memory.ts'
import { sealed } from './app/process.ts'
import { ask, expectShown, type AskingWindow } from './app/windows.ts'
import { expect, test, type App } from './fixtures.ts'

test.use({ ownShell: true, processes: 'each' })
if (isSoak) test.setTimeout(20 * 60_000)

/** Decks of the bundled course, each from a slide with a picture on. */
const places = [
  ['01-docker-and-vm', 'vm-stack'],
  ['02-isolation', 'two-numbers'],
  ['04-engine-and-commands', 'run-is-many-calls'],
  ['05-images-and-data', 'shared-layers'],
] as const
/** In each deck so many steps forward and as many back: 25 laps of 40 in the soak, of which the first 5 warm up. */
const [steps, warmUp, laps] = [rounds(2, 5), rounds(1, 5), rounds(1, 20)]
const lapSteps = places.length * 2 * steps
/** What one step may leave behind, on an average: anything that each step leaves is more. */
const mostLeft = 0.5
/** How much larger a heap may be than after the warm-up. It grows by code that the engine compiles, slower with each lap. */
const mostGrowth = 1.2
/** In the soak some pictures come to their end; in most steps the next one takes their place. */
const restMs = rounds(0, 700)
/** Until the last picture stands. */
const quietMs = 1500

interface Windows {
  readonly deck: Page
  readonly presenter: Page
}

async function begin(app: App, [name, slide]: readonly [string, string], { deck, presenter }: Windows): Promise<void> {
  const place = { slide, step: 1 }
  await app.ask('talk:start', { deck: { course: 'docker', name, lang: 'ko' }, place, windows: 'both' })
  await expectShown(slide, 1, deck, presenter)
}

/** Presses a key in a window and waits until both windows show what it asked for. */
async function press(page: Page, key: string, { deck, presenter }: Windows): Promise<void> {
  const read = async (): Promise<TalkSnapshot> => (await ask(page, 'talk:read')).value as TalkSnapshot
  const before = await read()
  await page.keyboard.press(key)
  let now = await read()
  while (now.revision === before.revision) now = await read()
  const { slide, step, asking } = now.place
  // In the place of its steps, a slide whose picture asks has the question and then the answer.
  if (asking === true || now.answered !== null)
    await Promise.all(
      [deck, presenter].map((window) => window.locator(`.slide[data-slide="${slide}"] .ask`).first().waitFor()),
    )
  else await expectShown(slide, step, deck, presenter)
}

/** A few steps in each deck, from both windows, and back to where it began. */
async function lap(app: App, windows: Windows): Promise<void> {
  for (const place of places) {
    await begin(app, place, windows)
    for (let step = 0; step < 2 * steps; step += 1) {
      const page = step % 3 === 0 ? windows.presenter : windows.deck
      await press(page, step < steps ? 'ArrowRight' : 'ArrowLeft', windows)
      if (step === 1) await page.waitForTimeout(restMs)
    }
  }
  await begin(app, places[0], windows)
}

test(`a talk of ${(warmUp + laps) * lapSteps} steps through several decks leaves nothing behind`, async ({ app }) => {
  await app.restart([], { NODE_OPTIONS: `${sealed} ${inspectable}` })
  const windows = await app.present('도커와 VM')
  const meters = [await meterOf(windows.deck), await meterOf(windows.presenter)] as const
  const shell = await heapMeterOf(app.stderr())
  const close = (): Promise<unknown> => Promise.all([shell, ...meters].map((meter) => meter.close()))
  const walk = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await lap(app, windows)
    await app.library.waitForTimeout(quietMs)
  }
  const read = async (): Promise<readonly [Held, Held]> => [await meters[0].read(), await meters[1].read()]

  try {
    await walk(warmUp)
    const [before, shellBefore] = [await read(), await shell.read()]
    await walk(laps)
    const [after, shellAfter] = [await read(), await shell.read()]
    if (isSoak) console.log(JSON.stringify({ before, shellBefore, after, shellAfter }))

    for (const what of ['nodes', 'listeners'] as const)
      for (const window of [0, 1] as const)
        expect(after[window][what] - before[window][what], what).toBeLessThan(mostLeft * laps * lapSteps)
    if (isSoak) {
      for (const window of [0, 1] as const)
        expect(after[window].heapBytes / before[window].heapBytes).toBeLessThan(mostGrowth)
      expect(shellAfter / shellBefore).toBeLessThan(mostGrowth)
    }

    // What each step leaves behind would be seen.
    await windows.deck.evaluate(() => {
      const kept: Element[] = []
      const { shell } = window as unknown as AskingWindow
      shell.listen('talk:changed', () => {
        kept.push(document.createElement('i'))
        window.addEventListener('resize', () => kept.length)
      })
    })
    await walk(1)
    const [leaking] = await read()
    for (const what of ['nodes', 'listeners'] as const)
      expect(leaking[what] - after[0][what], what).toBeGreaterThan(mostLeft * lapSteps)
  } finally {
    // Node ends only once nobody looks into it any more.
    await close()
  }
})

import { readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { Intent } from '../../../src/contract/talk.ts'
import { openTalks, type Talks } from '../../../src/services/talks/talks.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'
import { longDeck } from './long-deck.ts'
import { noTrouble } from './no-trouble.ts'

const minutes = rounds(20, 180)
const minuteMs = 60_000
const tickMs = 5_000

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const heapBytes = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
/** How many files of a folder this process holds open, where the system tells. */
async function openIn(folder: string): Promise<number> {
  const own = '/proc/self/fd'
  const handles = await readdir(own).catch(() => [])
  const files = await Promise.all(handles.map((handle) => readlink(join(own, handle)).catch(() => '')))
  return files.filter((file) => file.startsWith(folder)).length
}
const listeners = (): number =>
  process.eventNames().reduce((sum, name) => sum + process.listenerCount(name as 'exit'), 0)

const intentAt = (tick: number): Intent => {
  if (tick % 29 === 0) return { type: 'goTo', place: { slide: `slide-${tick % 40}`, step: 1 } }
  if (tick % 13 === 0) return { type: 'setKnob', scene: 'vm', knob: 'count', value: tick % 9 }
  if (tick % 11 === 0) return { type: 'blackout' }
  if (tick % 7 === 0) return { type: 'back' }
  return tick % 40 === 39 ? { type: 'goTo', place: { slide: 'slide-0', step: 1 } } : { type: 'next' }
}

it(
  `a talk of ${minutes} minutes is taken up exactly, and holds no more at its end than early on`,
  { timeout: 300_000 },
  async () => {
    const folder = await temporaryFolder()
    const startedAt = 1_790_000_000_000
    let now = startedAt
    const run = (): Promise<Talks> =>
      openTalks({
        folder,
        now: () => now,
        onChange: () => undefined,
        onPlace: () => undefined,
        onTrouble: noTrouble,
      })
    let talks = await run()
    await talks.start(longDeck, undefined)
    const ticks = (minutes * minuteMs) / tickMs
    let early = { heap: 0, listeners: 0 }
    for (let tick = 1; tick <= ticks; tick += 1) {
      now += tickMs
      await talks.intend({ ...intentAt(tick), at: now })
      await talks.settled()
      // Every ten minutes the shell is gone for a moment.
      if (tick % 120 === 0) {
        const before = talks.read()
        await talks.close()
        now += 1000
        talks = await run()
        expect(await talks.resume(longDeck)).toEqual(before)
      }
      if (tick === Math.floor(ticks / 4)) early = { heap: heapBytes(), listeners: listeners() }
    }
    expect(heapBytes() - early.heap).toBeLessThan(8 * 1024 * 1024)
    expect(await openIn(folder)).toBeLessThanOrEqual(1)
    expect(listeners()).toBe(early.listeners)
    // The clock begins with the first step.
    expect(talks.read()?.clock).toEqual({ elapsedMs: 0, runningSinceMs: startedAt + tickMs })
    await talks.close()
  },
)

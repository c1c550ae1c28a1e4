import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inLanes, killed, programOf } from '../disk/killed.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'
import { logsIn, openLog } from './given.ts'

const kills = rounds(25, 1000)
/** Lives of one folder: a log is cut and mended again and again. */
const livesOfFolder = 25
const patienceMs = 8

// What may go wrong at one write is tried at each of them in crash.test.ts; this is the system itself.
it(
  `${kills} kills lose no acknowledged event and leave nothing that is not mended`,
  { timeout: 60_000 + kills * 1000 },
  async () => {
    const program = await programOf(join(import.meta.dirname, 'writer-process.ts'))
    let dead = 0
    let acknowledged = 0
    await inLanes(kills / livesOfFolder, async () => {
      const folder = await temporaryFolder()
      const safe = new Set<string>()
      for (let life = 0; life < livesOfFolder; life += 1) {
        // Most are killed while they write, some while they still open what the one before them left.
        const ids = await killed(program, folder, async (_said, next) => {
          if (Math.random() < 0.15) await wait(50 + Math.random() * 80)
          else await next().then(() => wait(Math.random() * patienceMs))
        })
        for (const id of ids) safe.add(id)
        dead += 1
        const log = await openLog(folder)
        const there = new Set(log.events().map(({ id }) => id))
        expect([...safe].filter((id) => !there.has(id))).toEqual([])
        expect(log.notices().filter(({ kind }) => kind !== 'torn')).toEqual([])
        await log.close()
      }
      // All that is in the files now is whole lines.
      for (const bytes of (await logsIn(folder)).values()) expect(bytes.at(-1)).toBe(0x0a)
      const again = await openLog(folder)
      expect(again.notices()).toEqual([])
      const ids = again.events().map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      await again.close()
      acknowledged += safe.size
    })
    expect(dead).toBe(kills)
    // They did live long enough to say something.
    expect(acknowledged).toBeGreaterThan(kills)
  },
)

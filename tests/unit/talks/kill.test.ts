import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'
import { openTalks } from '../../../src/services/talks/talks.ts'
import { inLanes, killed, programOf } from '../disk/killed.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'
import { longDeck } from './long-deck.ts'

const kills = rounds(20, 1000)

// What may go wrong at one write is tried at each of them in crash.test.ts; this is the system itself.
it(
  `${kills} kills in the middle of a talk leave every step that was on disk, and never a wrong one`,
  { timeout: 60_000 + kills * 1000 },
  async () => {
    const program = await programOf(join(import.meta.dirname, 'talk-process.ts'))
    await inLanes(kills, async (index) => {
      const reports = 1 + ((index * 7) % 60)
      const folder = await temporaryFolder()
      const said = await killed(program, folder, async (saidYet, next) => {
        while (saidYet().split('\n').length <= reports) await next()
      })
      const known = JSON.parse(said.at(-1) ?? '') as TalkSnapshot
      const talks = await openTalks({
        folder,
        now: Date.now,
        onChange: () => undefined,
        onPlace: () => undefined,
        onTrouble: (trouble) => {
          if (trouble) throw trouble
        },
      })
      const again = await talks.resume(longDeck)
      await talks.close()
      expect(again.talkId).toBe(known.talkId)
      expect(again.revision).toBeGreaterThanOrEqual(known.revision)
      if (again.revision === known.revision) expect(again).toEqual(known)
      // What came after the last report was one round at most: nothing may be made up.
      expect(again.revision - known.revision).toBeLessThanOrEqual(4)
    })
  },
)

import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'
import { openTalks } from '../../../src/services/talks/talks.ts'
import { inLanes, killed, programOf } from '../disk/killed.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'
import { longDeck } from './long-deck.ts'
import { noTrouble } from './no-trouble.ts'

/** Between two keys: none, and what fifty keys a second leave. */
const paces = [
  { name: 'as fast as can be', betweenMs: 0, kills: rounds(10, 1000) },
  { name: 'at fifty keys a second', betweenMs: 20, kills: rounds(10, 300) },
]

// What may go wrong at one write is tried at each of them in crash.test.ts; this is the system itself.
it.each(paces)(
  '$kills kills in the middle of a talk $name leave every step that was shown, and none that was not asked for',
  { timeout: 60_000 + 1000 * rounds(20, 1000) },
  async ({ betweenMs, kills }) => {
    const program = await programOf(join(import.meta.dirname, 'talk-process.ts'))
    let behind = 0
    await inLanes(kills, async (index) => {
      const shown = 1 + ((index * 7) % 60)
      const folder = await temporaryFolder()
      const said = await killed(
        program,
        folder,
        async (saidYet, next) => {
          while (saidYet().split('\n').length <= shown) await next()
          await wait((index * 3) % 20)
        },
        [`${betweenMs}`],
      )
      const known = JSON.parse(said.at(-1) ?? '') as TalkSnapshot
      const talks = await openTalks({
        folder,
        now: Date.now,
        onChange: () => undefined,
        onPlace: () => undefined,
        onTrouble: noTrouble,
      })
      const again = await talks.resume(longDeck)
      await talks.close()
      expect(again.talkId).toBe(known.talkId)
      behind += Math.max(0, known.revision - again.revision)
      if (again.revision === known.revision) expect(again).toEqual(known)
      // One step at a time is asked for: it may be written and not shown yet.
      expect(again.revision - known.revision).toBeLessThanOrEqual(1)
    })
    expect(behind).toBe(0)
  },
)

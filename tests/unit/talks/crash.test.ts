import { expect, it } from 'vitest'
import type { Intent, TalkSnapshot } from '../../../src/contract/talk.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { openTalks, type Talks } from '../../../src/services/talks/talks.ts'
import { dieEverywhere } from '../disk/crashing-disk.ts'
import { longDeck } from './long-deck.ts'
import { noTrouble } from './no-trouble.ts'

const at = 1_790_000_000_000
const run = (
  folder: string,
  open?: Open,
  onChange: (snapshot: TalkSnapshot | null) => void = () => undefined,
): Promise<Talks> =>
  openTalks({
    folder,
    open,
    now: () => at,
    onChange,
    onPlace: () => undefined,
    onTrouble: noTrouble,
  })

const intents: readonly Intent[] = [
  { type: 'next' },
  { type: 'setKnob', scene: 'vm', knob: 'count', value: 4 },
  { type: 'goTo', place: { slide: 'slide-7', step: 2 } },
  { type: 'back' },
  { type: 'blackout' },
]

it('a crash at any write, sync or close of a talk gives back the talk as it was on disk, or one step further', async () => {
  const places = await dieEverywhere(
    // What may be found: the talk as it was when all was on disk, and as it became since.
    () => ({ possible: [null] as (TalkSnapshot | null)[] }),
    async (folder, open, known) => {
      const changed = (snapshot: TalkSnapshot | null): void => void known.possible.push(snapshot)
      /** Does something to the talk; once it is on disk nothing older may be found. */
      const doing = async (talks: Talks, act: () => unknown): Promise<void> => {
        await act()
        await talks.settled()
        known.possible = [talks.read()]
      }
      const first = await run(folder, open, changed)
      await doing(first, () => first.start(longDeck, undefined))
      for (const intent of intents) await doing(first, () => first.intend({ ...intent, at }))
      await first.close()
      const second = await run(folder, open, changed)
      await doing(second, () => second.resume(longDeck))
      for (const intent of intents) await doing(second, () => second.intend({ ...intent, at }))
      // The end is on disk before it is told.
      known.possible.push(null)
      await doing(second, () => second.end())
      await doing(second, () => second.start(longDeck, { slide: 'slide-3', step: 1 }))
      for (const intent of intents) await doing(second, () => second.intend({ ...intent, at }))
      await second.close()
    },
    async (folder, { possible }) => {
      const talks = await run(folder)
      const found = talks.unfinished() === null ? null : await talks.resume(longDeck)
      // What was on its way may be there, and not told of yet.
      const last = possible.at(-1)
      const before = found?.talkId === last?.talkId ? (last?.revision ?? 0) : 0
      if (found?.revision !== before + 1) expect(possible).toContainEqual(found)
      // And it can be gone on with.
      if (found === null) await talks.start(longDeck, undefined)
      await talks.intend({ type: 'next', at })
      const gone = talks.read()
      await talks.close()
      const again = await run(folder)
      expect(await again.resume(longDeck)).toEqual(gone)
      await again.close()
    },
  )
  expect(places).toBeGreaterThan(60)
})

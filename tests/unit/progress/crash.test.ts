import { appendFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { dieEverywhere } from '../disk/crashing-disk.ts'
import { eventOf, logsIn, noon, onlyLog, openLog, review } from './given.ts'

it('a crash at any write, sync or close loses no acknowledged event and leaves nothing that is not mended', async () => {
  const foreign = [eventOf('feed', 1), eventOf('feed', 2)]
  const places = await dieEverywhere(
    () => ({ safe: [] as string[], begun: 0 }),
    async (folder, open, known) => {
      const now = (): number => noon
      const answer = async (log: Awaited<ReturnType<typeof openLog>>, times: number): Promise<void> => {
        for (let count = 0; count < times; count += 1) {
          known.begun += 1
          known.safe.push((await log.append(review('docker/vm', known.begun))).id)
        }
      }
      const first = await openLog(folder, now, open)
      await answer(first, 3)
      await first.close()
      // The run before was cut off in the middle of a line.
      await appendFile((await onlyLog(folder)).file, '{"v":1,"seq":4,"id":"to')
      const second = await openLog(folder, now, open)
      await answer(second, 2)
      known.begun += foreign.length + 1
      await second.take(foreign, [], 'another folder')
      known.safe.push(...foreign.map(({ id }) => id))
      // Somebody else writes into our log: another is begun.
      for (const name of (await logsIn(folder)).keys()) await appendFile(`${folder}/${name}`, '\n')
      await answer(second, 3)
      await second.close()
    },
    async (folder, { safe, begun }) => {
      const log = await openLog(folder)
      const ids = log.events().map(({ id }) => id)
      expect(safe.filter((id) => !ids.includes(id))).toEqual([])
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeLessThanOrEqual(begun)
      expect(log.notices().filter(({ kind }) => kind !== 'torn')).toEqual([])
      const { id } = await log.append(review('docker/after'))
      await log.close()
      const again = await openLog(folder)
      expect(again.notices()).toEqual([])
      expect(again.events().map((event) => event.id)).toContain(id)
      await again.close()
    },
  )
  expect(places).toBeGreaterThan(50)
})

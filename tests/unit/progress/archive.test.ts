import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { openProgress, type Progress } from '../../../src/services/progress/index.ts'
import { byTime, unionOf, withEvents } from '../../../src/services/progress/merge.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { events } from './arbitrary.ts'
import { eventOf, line, logsIn, noon, onlyLog, openLog, review } from './given.ts'
import { rounds } from '../rounds.ts'

const manifest = JSON.stringify({ format: 'lectern-archive', version: 1 })

async function person(count: number): Promise<{ progress: Progress; folder: string; archive: string }> {
  const folder = await temporaryFolder()
  const progress = await openProgress({ home: homeAt(folder), now: () => noon, timeZone: 'Asia/Seoul' })
  onTestFinished(() => progress.close())
  for (let number = 0; number < count; number += 1) await progress.append(review('a/b', number))
  return { progress, folder, archive: join(folder, 'all.zip') }
}
const ids = (progress: Progress): readonly string[] => progress.events().map(({ id }) => id)
const reviews = (progress: Progress): readonly string[] =>
  progress.events().flatMap(({ type, id }) => (type === 'review' ? [id] : []))

describe('an archive', () => {
  it('brings another folder everything it has not, and a second time nothing', async () => {
    const [one, other] = [await person(3), await person(2)]
    await writeFile(join(one.folder, 'settings.json'), '{ "theme": "dark" }')
    await one.progress.exportTo(one.archive)
    const untouched = (await onlyLog(join(other.folder, 'progress'))).bytes.toString()
    expect(await other.progress.importFrom(one.archive)).toBe(3)
    expect(other.progress.events()).toHaveLength(6)
    expect(other.progress.events().find(({ type }) => type === 'import')).toMatchObject({
      source: 'all.zip',
      events: 3,
    })
    expect(reviews(other.progress)).toEqual(expect.arrayContaining([...reviews(one.progress)]))
    const before = await logsIn(join(other.folder, 'progress'))
    expect(await other.progress.importFrom(one.archive)).toBe(0)
    expect(await logsIn(join(other.folder, 'progress'))).toEqual(before)
    // Its own settings are left alone.
    await expect(readFile(join(other.folder, 'settings.json'))).rejects.toThrow()
    // A backup of all that was there before was made, the second answer with it.
    const backup = (await other.progress.backups())[0]?.name ?? ''
    const kept = unzipSync(await readFile(join(other.folder, 'progress', 'backups', backup)))
    expect(Object.values(kept).map((log) => strFromU8(log))).toContain(untouched)
    // And the way back: both have the same then.
    await other.progress.exportTo(other.archive)
    await one.progress.importFrom(other.archive)
    expect(new Set(reviews(one.progress))).toEqual(new Set(reviews(other.progress)))
    await one.progress.close()
    await other.progress.close()
    const again = await openLog(join(other.folder, 'progress'))
    expect(again.events().map(({ id }) => id)).toEqual(ids(other.progress))
    expect(again.notices()).toEqual([])
  })

  it('carries lines of a newer Lectern along', async () => {
    const [one, other] = [await person(1), await person(0)]
    const newer = line({ ...eventOf('x', 2), v: 2 })
    await writeFile(join(one.folder, 'progress', 'log-newer.jsonl'), newer)
    await one.progress.exportTo(one.archive)
    expect(await other.progress.importFrom(one.archive)).toBe(2)
    expect(await other.progress.importFrom(one.archive)).toBe(0)
    const [bytes] = [...(await logsIn(join(other.folder, 'progress'))).values()]
    expect(bytes?.toString()).toContain(newer)
  })

  it('brings once what a log and the copy of it that a sync made both hold', async () => {
    const [one, other] = [await person(1), await person(0)]
    const both = line(eventOf('kim', 1)) + line({ ...eventOf('kim', 2), v: 2 })
    for (const name of ['log-kim.jsonl', 'log-kim (conflicted copy 2026-12-01).jsonl'])
      await writeFile(join(one.folder, 'progress', name), both)
    await one.progress.exportTo(one.archive)
    expect(await other.progress.importFrom(one.archive)).toBe(3)
    expect(other.progress.events().find(({ type }) => type === 'import')).toMatchObject({ events: 3 })
    const [bytes] = [...(await logsIn(join(other.folder, 'progress'))).values()]
    expect(bytes?.toString().match(/kim-00000000/g)).toHaveLength(2)
  })

  it('that is not there, or is a folder, is told', async () => {
    const { progress, folder } = await person(1)
    await expect(progress.importFrom(join(folder, 'none.zip'))).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
    await expect(progress.importFrom(folder)).rejects.toMatchObject({ failure: { code: 'bad-request' } })
  })

  it('of many answers is taken over whole', async () => {
    const [one, other] = [await person(1), await person(0)]
    const many = Array.from({ length: 3000 }, (_, index) => line(eventOf('kim', index + 1)))
    await writeFile(join(one.folder, 'progress', 'log-kim.jsonl'), many.join(''))
    await one.progress.exportTo(one.archive)
    expect(await other.progress.importFrom(one.archive)).toBe(3001)
  })

  it('never throws anything but a sentence, for any bytes', async () => {
    const { progress, archive } = await person(0)
    const whole = zipSync({
      'manifest.json': strToU8(manifest),
      'progress/log-o.jsonl': strToU8(line(eventOf('other', 1))),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), async (hits) => {
        const bytes = whole.slice()
        for (const [at, byte] of hits) bytes[at] = byte
        await writeFile(archive, bytes)
        const outcome = await progress.importFrom(archive).catch((error: unknown) => error)
        if (typeof outcome !== 'number') expect(outcome).toMatchObject({ failure: { code: 'bad-request' } })
      }),
      { numRuns: rounds(50, 2000) },
    )
  })
})

describe('the union of logs', () => {
  it('is the same in any order, however it is grouped, and however often', () => {
    fc.assert(
      fc.property(events, events, events, (a, b, c) => {
        const all = unionOf(a, b, c).events
        expect(unionOf(c, b, a).events).toEqual(all)
        expect(unionOf(unionOf(a, b).events, c).events).toEqual(all)
        expect(unionOf(a, unionOf(b, c).events).events).toEqual(all)
        expect(unionOf(all, a, all).events).toEqual(all)
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      }),
    )
  })

  it('has the events of each device in their order', () => {
    fc.assert(
      fc.property(events, (list) => {
        const ordered = byTime(list)
        for (const device of ['aaaa', 'bbbb', 'cccc']) {
          const seqs = ordered.filter(({ id }) => id.startsWith(device)).map(({ seq }) => seq)
          expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
        }
      }),
    )
  })

  it('is the same when events come one by one', () => {
    fc.assert(
      fc.property(events, (list) => {
        let one = byTime([])
        for (const event of list) one = withEvents(one, [event])
        expect(one).toEqual(byTime(list))
      }),
    )
  })
})

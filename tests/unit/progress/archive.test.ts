import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
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

  it('is refused where it is hostile, torn or of someone else, and then nothing is changed', async () => {
    const { progress, folder, archive } = await person(2)
    const before = [ids(progress), await logsIn(join(folder, 'progress'))]
    const log = strToU8(line(eventOf('other', 1)))
    const good: Zippable = { 'manifest.json': strToU8(manifest), 'progress/log-other.jsonl': log }
    const whole = zipSync(good)
    const bomb = Buffer.from(zipSync({ ...good, 'progress/log-bomb.jsonl': new Uint8Array(1000) }))
    // Claims four gigabytes, as the central directory has it.
    bomb.writeUInt32LE(0xfffffff0, bomb.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
    // Both are whole logs: which one would count were for the reader to guess.
    const twice = Buffer.from(zipSync({ ...good, 'progress/log-OTHER.jsonl': strToU8(line(eventOf('other', 2))) }))
    for (let at = twice.indexOf('log-OTHER'); at >= 0; at = twice.indexOf('log-OTHER', at)) twice.write('log-other', at)
    const hostile: Record<string, Uint8Array> = {
      'no zip': strToU8('hello'),
      empty: new Uint8Array(),
      torn: whole.subarray(0, whole.length - 30),
      'half of it': whole.subarray(0, whole.length / 2),
      bomb,
      'a place outside': zipSync({ ...good, '../settings.json': log }),
      'an absolute place': zipSync({ ...good, '/etc/passwd': log }),
      'a place of Windows': zipSync({ ...good, 'C:\\x': log }),
      'no manifest': zipSync({ 'progress/log-other.jsonl': log }),
      'another manifest': zipSync({ ...good, 'manifest.json': strToU8('{"format":"other"}') }),
      'a newer one': zipSync({ ...good, 'manifest.json': strToU8(manifest.replace('1', '2')) }),
      'a log cut short': zipSync({ ...good, 'progress/log-other.jsonl': log.subarray(0, 50) }),
      'a file twice': twice,
      'many files': zipSync({
        ...good,
        ...Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`x${i}`, [new Uint8Array(), { level: 0 }]])),
      }),
    }
    for (const [what, bytes] of Object.entries(hostile)) {
      await writeFile(archive, bytes)
      await expect(progress.importFrom(archive), what).rejects.toMatchObject({
        failure: { code: 'bad-request', message: { ko: expect.stringContaining('all.zip') as string } },
      })
    }
    await expect(progress.importFrom(join(folder, 'none.zip'))).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
    expect([ids(progress), await logsIn(join(folder, 'progress'))]).toEqual(before)
    await writeFile(archive, whole)
    expect(await progress.importFrom(archive)).toBe(1)
  })

  it('that was made to fill the memory or the time is refused before it does', async () => {
    const { progress, folder, archive } = await person(1)
    const megabytes = rounds(8, 100)
    const of = (content: Uint8Array, level: 0 | 1 = 1): Buffer =>
      Buffer.from(zipSync({ 'manifest.json': strToU8(manifest), 'progress/log-x.jsonl': [content, { level }] }))
    const lines = of(Buffer.alloc(megabytes * 1_000_000, 'x\n'))
    const liar = Buffer.from(lines)
    // It claims a hundred bytes, in its list and before its content.
    for (const [sign, at] of [
      ['PK\u0001\u0002', 24],
      ['PK\u0003\u0004', 22],
    ] as const)
      liar.writeUInt32LE(100, liar.lastIndexOf(Buffer.from(sign, 'latin1')) + at)
    const hostile: Record<string, Uint8Array> = {
      lines,
      liar,
      zeros: of(Buffer.alloc(5 * megabytes * 1_000_000)),
      'lines that do not shrink': of(Buffer.alloc(2_000_002, 'x\n'), 0),
    }
    for (const [what, bytes] of Object.entries(hostile)) {
      await writeFile(archive, bytes)
      const before = process.memoryUsage().arrayBuffers
      await expect(progress.importFrom(archive), what).rejects.toThrow(what === 'liar' ? 'damaged' : 'too much')
      expect(process.memoryUsage().arrayBuffers - before, what).toBeLessThan(4_000_000)
    }
    await writeFile(archive, of(strToU8(line(eventOf('other', 1))), 0))
    expect(await progress.importFrom(archive)).toBe(1)
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

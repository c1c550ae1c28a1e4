import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { bodies } from './arbitrary.ts'
import { eventOf, line, logsIn, noon, onlyLog, openLog, review } from './given.ts'
import { rounds } from '../rounds.ts'

const kinds = (log: { notices(): readonly { kind: string }[] }): readonly string[] =>
  log.notices().map(({ kind }) => kind)

/** A folder with a log of `count` reviews, closed. */
async function written(count: number): Promise<{ folder: string; events: readonly ReviewEvent[] }> {
  const folder = await temporaryFolder()
  const log = await openLog(folder)
  for (let number = 1; number <= count; number += 1) await log.append(review('docker/vm', number))
  await log.close()
  return { folder, events: log.events() }
}

describe('a progress log', () => {
  it('gives back any event exactly, after closing too', async () => {
    const folder = await temporaryFolder()
    await fc.assert(
      fc.asyncProperty(fc.array(bodies, { maxLength: 5 }), async (list) => {
        const log = await openLog(folder)
        const before = log.events().length
        for (const body of list) expect(await log.append(body)).toMatchObject(body)
        await log.close()
        const again = await openLog(folder)
        expect(again.events()).toEqual(log.events())
        expect(again.events().slice(before)).toMatchObject(list)
        expect(again.notices()).toEqual([])
        await again.close()
      }),
      { numRuns: 40 },
    )
    await onlyLog(folder)
  })

  it('writes one JSON object a line, its checksum last, with the place and its day', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder, () => Date.UTC(2026, 10, 24, 18, 59))
    await log.append(review('도커/차이'))
    await log.close()
    const text = (await onlyLog(folder)).bytes.toString()
    // Seoul is nine hours ahead: 03:59 of the 25th belongs to the 24th.
    expect(JSON.parse(text)).toMatchObject({ v: 1, seq: 1, tz: 540, day: '2026-11-24', card: '도커/차이' })
    expect(text).toMatch(/,"crc":"[0-9a-f]{8}"\}\n$/)
  })

  it('lets its folder be replaced before anything was recorded', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder)
    const event = eventOf('elsewhere', 4)
    await log.replace(() => writeFile(join(folder, 'log-elsewhere.jsonl'), line(event)))
    expect(log.events()).toEqual([event])
    await log.close()
  })

  it('refuses what is no event, and writes nothing of it', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder)
    await expect(log.append(review('docker/vm', -1))).rejects.toThrow()
    expect(log.events()).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })

  it('keeps its events in the order in which they happened, whatever its clock says', async () => {
    const folder = await temporaryFolder()
    const times = [noon, noon + 1e9, noon - 1e9, noon - 1e9, 0, noon]
    const log = await openLog(folder, () => times.shift() ?? noon)
    for (let number = 1; number <= 6; number += 1) await log.append(review('a/b', number))
    await log.close()
    const again = await openLog(folder)
    for (const one of [log, again]) {
      expect(one.events().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
      expect(one.events().map(({ at }) => at - noon)).toEqual([0, 1e9, -1e9, -1e9, -noon, 0])
    }
  })

  it('tells of a log that cannot be read, and says nothing of one that is gone again', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'log-there-000000001.jsonl'))
    await symlink(join(folder, 'nowhere'), join(folder, 'log-gone-000000001.jsonl'))
    const log = await openLog(folder)
    expect(log.notices()).toMatchObject([{ kind: 'unreadable', file: 'log-there-000000001.jsonl', count: 0 }])
    await log.close()
  })

  it('takes over events of elsewhere in a log of their own, which begins to count with what tells of them', async () => {
    const log = await openLog(await temporaryFolder())
    const foreign = [eventOf('elsewhere', 4), eventOf('elsewhere', 5, noon + 1)]
    expect(await log.take(foreign, [], 'notes.zip')).toBe(2)
    expect(log.events().filter(({ type }) => type === 'import')).toMatchObject([
      { seq: 1, source: 'notes.zip', events: 2 },
    ])
    expect(await log.take(foreign, [], 'notes.zip')).toBe(0)
    await log.close()
  })

  it('takes events in the order in which they were given, also when asked at once', async () => {
    const log = await openLog(await temporaryFolder())
    await Promise.all([1, 2, 3, 4, 5].map((number) => log.append(review('a/b', number))))
    expect(log.events().map((event) => event.type === 'review' && event.ms)).toEqual([1, 2, 3, 4, 5])
    await log.close()
  })
})

describe('a log cut anywhere', () => {
  it('keeps every whole line, keeps what was cut off, and goes on', async () => {
    const { folder, events } = await written(3)
    const { file, bytes } = await onlyLog(folder)
    const isNearLineEnd = (length: number): boolean =>
      bytes.subarray(Math.max(0, length - 2), length + 1).includes(0x0a)
    for (let length = 1; length < bytes.length; length += 1) {
      if (length % 17 !== 0 && !isNearLineEnd(length)) continue
      await rm(join(folder, 'recovered'), { recursive: true, force: true })
      await writeFile(file, bytes.subarray(0, length))
      const lines =
        bytes
          .subarray(0, length + 1)
          .toString('latin1')
          .split('\n').length - 1
      const log = await openLog(folder)
      expect(log.events()).toEqual(events.slice(0, lines))
      const isWhole = [0x0a, 0x7d].includes(bytes[length - 1] ?? 0) && lines * (bytes.length / 3) - length < 2
      expect(kinds(log)).toEqual(isWhole ? [] : ['torn'])
      if (!isWhole) {
        const kept = JSON.parse(await readFile(log.notices()[0]?.aside ?? '', 'utf8')) as {
          base64: string
          line: number
        }
        const cut = bytes.subarray(Math.floor(length / (bytes.length / 3)) * (bytes.length / 3), length)
        expect(Buffer.from(kept.base64, 'base64').equals(cut)).toBe(true)
      }
      const next = await log.append(review('a/b', 9))
      await log.close()
      const again = await openLog(folder)
      expect(again.events()).toEqual([...events.slice(0, lines), next])
      expect(kinds(again)).toEqual([])
      await again.close()
    }
  })

  it('with zeros at its end, as after a power cut, loses only them', async () => {
    const { folder, events } = await written(2)
    const { file, bytes } = await onlyLog(folder)
    await truncate(file, bytes.length + 4096)
    const log = await openLog(folder)
    expect(log.events()).toEqual(events)
    expect(kinds(log)).toEqual(['torn'])
    await log.append(review())
    await log.close()
    expect(kinds(await openLog(folder))).toEqual([])
  })

  it('is not cut where it belongs to another device: its end may be on its way', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'log-other.jsonl')
    const [first, second] = [line(eventOf('other', 1)), line(eventOf('other', 2))]
    await writeFile(file, first + second.slice(0, 40))
    const log = await openLog(folder)
    expect(log.events()).toHaveLength(1)
    expect(kinds(log)).toEqual([])
    expect(await readFile(file, 'utf8')).toBe(first + second.slice(0, 40))
    await writeFile(file, first + second)
    expect(await log.refresh()).toBe(true)
    expect(log.events()).toHaveLength(2)
    await log.close()
  })
})

describe('a log damaged at random bytes', () => {
  it('gives every event whose line was not touched, tells of the others once, and never throws', async () => {
    const { folder, events } = await written(8)
    const { file, bytes } = await onlyLog(folder)
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([index]) => index)
    const lineAt = (index: number): number => ends.findIndex((end) => index <= end)
    const hit = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 6 }), async (hits) => {
        await rm(join(folder, 'recovered'), { recursive: true, force: true })
        const damaged = Buffer.from(bytes)
        for (const { at, byte } of hits) damaged[at] = byte
        const touched = new Set(
          [...damaged.entries()].filter(([at, byte]) => bytes[at] !== byte).map(([at]) => lineAt(at)),
        )
        await writeFile(file, damaged)
        const log = await openLog(folder)
        const there = new Set(log.events().map(({ id }) => id))
        for (const [index, { id }] of events.entries()) if (!touched.has(index)) expect(there.has(id)).toBe(true)
        // The end of a line may be hit and the line still be whole: then nothing is lost and nothing to be told.
        const lost = events.filter(({ id }) => !there.has(id)).length
        if (lost > 0) expect(log.notices().length).toBeGreaterThan(0)
        await log.append(review('a/b'))
        await log.close()
        const again = await openLog(folder)
        expect(again.notices()).toEqual([])
        expect(again.events()).toEqual(log.events())
        await again.close()
        for (const name of await readdir(folder))
          if (join(folder, name) !== file && name.startsWith('log-')) await rm(join(folder, name))
      }),
      { numRuns: rounds(50, 300) },
    )
  })

  it('never throws for any bytes', async () => {
    const folder = await temporaryFolder()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await writeFile(join(folder, 'log-any.jsonl'), bytes)
        await (await openLog(folder)).close()
      }),
      { numRuns: rounds(50, 300) },
    )
  })

  it('keeps the bad line where it is, with a copy and a note, and tells of it once', async () => {
    const { folder, events } = await written(3)
    const { file, bytes } = await onlyLog(folder)
    const text = bytes.toString().replace('"ms":2', '"ms":7')
    await writeFile(file, text)
    const log = await openLog(folder)
    expect(log.events()).toEqual([events[0], events[2]])
    expect(log.notices()).toMatchObject([{ kind: 'damaged', count: 1 }])
    const note = JSON.parse(await readFile(log.notices()[0]?.aside ?? '', 'utf8')) as unknown
    expect(note).toMatchObject({ line: 2, text: text.split('\n')[1] })
    expect(await readFile(file, 'utf8')).toBe(text)
    await log.append(review())
    await log.close()
    const again = await openLog(folder)
    expect(again.notices()).toEqual([])
    expect(again.events()).toHaveLength(3)
    // The sequence went on behind what is damaged.
    expect(again.events().at(-1)?.seq).toBe(4)
    await again.close()
  })

  it('is never taken for that of someone new: an empty log, or one that is gone, is told of', async () => {
    const { folder } = await written(1)
    const { file } = await onlyLog(folder)
    await writeFile(file, '')
    const log = await openLog(folder)
    expect(log.notices()).toMatchObject([{ kind: 'empty', count: 0 }])
    await log.append(review())
    await log.close()
    // Nothing is written into the one that was emptied.
    expect((await readFile(file)).length).toBe(0)
    expect((await logsIn(folder)).size).toBe(2)
    expect((await openLog(folder)).events()).toHaveLength(1)
    const gone = await written(1)
    await rm((await onlyLog(gone.folder)).file)
    expect((await openLog(gone.folder)).notices()).toMatchObject([{ kind: 'empty', count: 0 }])
    expect(kinds(await openLog(await temporaryFolder()))).toEqual([])
  })

  it.each([1, 2])('keeps lines of a newer Lectern, skips them, and tells of them: %i', async (count) => {
    const { folder, events } = await written(1)
    const { file } = await onlyLog(folder)
    const all = [line({ ...eventOf('x', 2), v: 2 }), line({ ...eventOf('x', 3), type: 'dream' })]
    const newer = all.slice(0, count).join('')
    await appendFile(file, newer)
    const log = await openLog(folder)
    expect(log.events()).toEqual(events)
    expect(log.notices()).toMatchObject([{ kind: 'newer', count }])
    await log.append(review())
    await log.close()
    expect((await readFile(file, 'utf8')).includes(newer)).toBe(true)
  })
})

describe('a log that cannot be written', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  /** Opens files whose writes fail from a moment on, after part of them was taken. */
  const failing =
    (when: () => 'write' | 'sync' | null): Open =>
    async (path, flags) => {
      const handle = await open(path, flags)
      const [write, sync] = [handle.appendFile.bind(handle), handle.datasync.bind(handle)]
      handle.appendFile = async (data, options) => {
        if (when() !== 'write') return write(data, options)
        await write((data as string).slice(0, 30))
        throw full
      }
      handle.datasync = () => (when() === 'sync' ? Promise.reject(full) : sync())
      return handle
    }

  it('holds nothing of a refused event, in the file or in memory, and takes the next', async () => {
    for (const step of ['write', 'sync'] as const) {
      const folder = await temporaryFolder()
      let fails: 'write' | 'sync' | null = null
      const log = await openLog(
        folder,
        () => noon,
        failing(() => fails),
      )
      for (const number of [1, 2]) await log.append(review('a/b', number))
      const before = await onlyLog(folder)
      const events = log.events()
      fails = step
      await expect(log.append(review())).rejects.toMatchObject({ failure: { code: 'disk-full' } })
      await expect(log.append(review())).rejects.toMatchObject({ failure: { code: 'disk-full' } })
      expect(log.events()).toEqual(events)
      expect((await onlyLog(folder)).bytes.equals(before.bytes)).toBe(true)
      fails = null
      await log.append(review('a/b', 3))
      await log.close()
      const again = await openLog(folder)
      expect(again.events().map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(kinds(again)).toEqual([])
      await again.close()
    }
  })

  it('says so where the folder cannot be made, and begins as soon as it can', async () => {
    const folder = join(await temporaryFolder(), 'progress')
    await writeFile(folder, '')
    const log = await openLog(folder)
    await expect(log.append(review())).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    expect(log.events()).toEqual([])
    await rm(folder)
    await log.append(review())
    await log.close()
    expect((await openLog(folder)).events()).toHaveLength(1)
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('reads a folder that is read-only', async () => {
    const { folder, events } = await written(2)
    await chmod((await onlyLog(folder)).file, 0o400)
    await chmod(folder, 0o500)
    const log = await openLog(folder)
    expect(log.events()).toEqual(events)
    await expect(log.append(review())).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    await chmod(folder, 0o700)
  })

  it('refuses to write where opening is refused, and reads all the same', async () => {
    const { folder, events } = await written(2)
    const denied: Open = () => Promise.reject(Object.assign(new Error('read-only file system'), { code: 'EROFS' }))
    const { file, bytes } = await onlyLog(folder)
    await appendFile(file, '{"v":1')
    const log = await openLog(folder, () => noon, denied)
    expect(log.events()).toEqual(events)
    expect(log.notices()).toMatchObject([{ kind: 'torn', aside: null, count: 1 }])
    await expect(log.append(review())).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    // What could not be copied is not cut off.
    expect((await onlyLog(folder)).bytes.length).toBe(bytes.length + 6)
  })

  it('begins another where a torn end cannot be cut off', async () => {
    const { folder, events } = await written(2)
    const { file } = await onlyLog(folder)
    await appendFile(file, '{"v":1')
    // It goes while its end is copied.
    const vanishing: Open = async (path, flags) => {
      await rm(file, { force: true })
      return open(path, flags)
    }
    const log = await openLog(folder, () => noon, vanishing)
    expect(log.events()).toEqual(events)
    const next = await log.append(review('a/b', 3))
    await log.close()
    const again = await openLog(folder)
    // Of the same moment, and of two logs: which comes first is a matter of their names.
    expect(again.events()).toHaveLength(3)
    expect(again.events()).toEqual(expect.arrayContaining([...events, next]))
    await again.close()
  })

  it('writes anew what is in memory where its folder vanished or its log was changed under it', async () => {
    for (const harm of [
      async (folder: string) => rm(folder, { recursive: true }),
      async (_: string, file: string) => truncate(file, 0),
      async (_: string, file: string) => appendFile(file, line(eventOf('strange', 1))),
      async (_: string, file: string) => {
        await copyFile(file, `${file}.tmp`)
        await rename(`${file}.tmp`, file)
      },
    ]) {
      const folder = join(await temporaryFolder(), 'progress')
      await mkdir(folder)
      const log = await openLog(folder)
      for (const number of [1, 2]) await log.append(review('a/b', number))
      await harm(folder, (await onlyLog(folder)).file)
      await log.append(review('a/b', 3))
      await log.close()
      const again = await openLog(folder)
      const ms = again
        .events()
        .flatMap((event) => (event.type === 'review' && !event.id.startsWith('strange') ? [event.ms] : []))
      expect(new Set(ms)).toEqual(new Set([1, 2, 3]))
      expect(ms).toHaveLength(3)
      await again.close()
    }
  })
})

describe('several devices', () => {
  it('have a log each in one folder: a copy at another place is never written by two', async () => {
    const { folder, events } = await written(2)
    const copy = await temporaryFolder()
    for (const name of await readdir(folder)) await copyFile(join(folder, name), join(copy, name))
    const log = await openLog(copy)
    const next = await log.append(review('a/b', 3))
    await log.close()
    expect((await logsIn(copy)).size).toBe(2)
    expect(next.seq).toBe(1)
    expect(log.events()).toHaveLength(events.length + 1)
  })

  it('tell each other by their files', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder)
    await log.append(review())
    const told = new Promise<void>((resolve) => log.onOutside(resolve))
    await writeFile(join(folder, 'log-other.jsonl'), line(eventOf('other', 1, noon + 5)))
    await told
    expect(log.events()).toHaveLength(2)
    expect(await log.refresh()).toBe(false)
    await log.close()
  })

  it('say of two events with one id that there are two, and take the same', async () => {
    const [one, other] = [eventOf('other', 1), eventOf('other', 1, noon, review('a/c'))]
    const taken: (readonly ReviewEvent[])[] = []
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'log-a.jsonl'), line(first))
      await writeFile(join(folder, 'log-b.jsonl'), line(second))
      const log = await openLog(folder)
      expect(kinds(log)).toEqual(['conflict'])
      taken.push(log.events())
    }
    expect(taken[0]).toHaveLength(1)
    expect(taken[0]).toEqual(taken[1])
  })
})

it('is as docs/data.md shows it', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/data.md'), 'utf8')
  const examples = page.match(/^\{"v":1.*$/gm) ?? []
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'log-example.jsonl'), `${examples.join('\n')}\n`)
  const log = await openLog(folder)
  expect(log.events()).toMatchObject([
    { type: 'undo', day: '2026-11-24' },
    { type: 'course', from: 'id:network', to: 'notes' },
  ])
  expect(log.notices()).toEqual([])
})

const many = rounds(20_000, 100_000)
it(`reads ${many} events`, async () => {
  const folder = await temporaryFolder()
  const lines: string[] = []
  for (let seq = 1; seq <= many; seq += 1) lines.push(line(eventOf('long', seq, noon + seq)))
  await writeFile(join(folder, 'log-long.jsonl'), lines.join(''))
  const log = await openLog(folder)
  expect(log.events()).toHaveLength(many)
  expect(log.events().at(-1)?.seq).toBe(many)
  expect(log.notices()).toEqual([])
  await log.close()
})

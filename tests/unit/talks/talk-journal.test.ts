import { appendFile, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reduce, startTalk, type TalkEvent } from '../../../src/core/talk/index.ts'
import { beginJournal, continueJournal } from '../../../src/services/talks/journal-writer.ts'
import { readJournal, talkOf, type Journal, type JournalHeader } from '../../../src/services/talks/talk-journal.ts'
import { events, outlines } from '../talk/arbitrary.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'
import { noTrouble } from './no-trouble.ts'

const header: JournalHeader = {
  format: 1,
  talkId: 't',
  title: '도커와 VM',
  deck: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' },
  outline: {
    slides: [
      { id: '표지', steps: 1 },
      { id: 'vm', steps: 3 },
    ],
  },
  place: { slide: '표지', step: 1 },
  at: 1_790_000_000_000,
}
const quiet = { now: () => header.at, onTrouble: noTrouble }
const next = (at: number): TalkEvent => ({ type: 'next', at })

async function journalIn(file: string): Promise<Journal> {
  const journal = await readJournal(file)
  if (journal === null || journal === 'empty') throw new Error('no journal')
  return journal
}

/** A journal of a talk of three advances, closed but not ended. */
async function written(): Promise<string> {
  const file = join(await temporaryFolder(), 'talk.jsonl')
  const journal = beginJournal(file, header, quiet)
  for (const at of [1, 2, 3]) void journal.append(next(at))
  await journal.close()
  return file
}

describe('a journal', () => {
  it('gives back any talk exactly, event by event', async () => {
    const folder = await temporaryFolder()
    let count = 0
    await fc.assert(
      fc.asyncProperty(outlines, events, async (outline, list) => {
        const file = join(folder, `${(count += 1)}.jsonl`)
        const first = outline.slides[0]?.id ?? ''
        const began = { ...header, outline: { slides: [...outline.slides] }, place: { slide: first, step: 1 } }
        const journal = beginJournal(file, began, quiet)
        let state = startTalk(began)
        for (const event of list) {
          const reduced = reduce(state, event)
          if (reduced !== state) void journal.append(event)
          state = reduced
        }
        await journal.close()
        expect(talkOf(await journalIn(file))).toEqual(state)
      }),
      { numRuns: rounds(40, 2000) },
    )
  })

  it('is JSON line by line', async () => {
    const lines = (await readFile(await written(), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { body: { format: 1, title: '도커와 VM' } },
      { body: { at: 1, intent: { type: 'next' } } },
      { body: { at: 2 } },
      { body: { at: 3 } },
    ])
  })

  it('knows that a talk ended', async () => {
    const file = join(await temporaryFolder(), 'talk.jsonl')
    const journal = beginJournal(file, header, quiet)
    void journal.end(header.at + 5)
    await journal.close()
    expect(await journalIn(file)).toMatchObject({ ended: true, lastAt: header.at + 5, tail: 'clean' })
  })
})

describe('a journal cut anywhere', () => {
  it('gives the events whose lines are whole, and goes on from there', async () => {
    const file = await written()
    const whole = await readFile(file)
    const firstLine = whole.indexOf('\n') + 1
    const isNearLineEnd = (length: number): boolean =>
      whole.subarray(Math.max(0, length - 2), length + 1).includes('\n')
    for (let length = 0; length <= whole.length; length += 1) {
      if (length % 13 !== 0 && !isNearLineEnd(length)) continue
      await writeFile(file, whole.subarray(0, length))
      const read = await readJournal(file)
      if (length < firstLine - 1) {
        expect(read).toBe('empty')
        continue
      }
      const journal = await journalIn(file)
      // A line of which only the end is missing is whole.
      const ends =
        whole
          .subarray(firstLine, length + 1)
          .toString('latin1')
          .split('\n').length - 1
      const lines = length < firstLine ? 0 : ends
      expect(journal.tail === 'unended').toBe(whole[length] === 0x0a)
      expect(journal.events).toEqual([next(1), next(2), next(3)].slice(0, lines))
      const writer = continueJournal(file, journal, quiet)
      void writer.append(next(9))
      await writer.close()
      const again = await journalIn(file)
      expect(again.tail).toBe('clean')
      expect(again.events).toEqual([...journal.events, next(9)])
    }
  })

  it('is told from one with a bad line in its middle', async () => {
    const file = await written()
    const whole = await readFile(file, 'utf8')
    await writeFile(file, whole.replace('"at":2', '"at":7'))
    expect(await journalIn(file)).toMatchObject({ events: [next(1)], tail: 'damaged' })
    await writeFile(file, whole.replace('"at":3', '"at":7'))
    expect(await journalIn(file)).toMatchObject({ events: [next(1), next(2)], tail: 'torn' })
  })

  it('is no journal where its first line is not right', async () => {
    const file = await written()
    const whole = await readFile(file, 'utf8')
    await writeFile(file, whole.replace('도커와', '도커랑'))
    expect(await readJournal(file)).toBeNull()
    for (const other of ['something else\n', 'something else', '{', '{"crc":"x\n']) {
      await writeFile(file, other)
      expect(await readJournal(file), other).toBe(other === '{' ? 'empty' : null)
    }
  })

  it('with zeros at its end, as after a power cut, loses only them', async () => {
    const file = await written()
    await truncate(file, (await stat(file)).size + 4096)
    const journal = await journalIn(file)
    expect(journal).toMatchObject({ events: [next(1), next(2), next(3)], tail: 'torn' })
    await continueJournal(file, journal, quiet).close()
    expect((await journalIn(file)).tail).toBe('clean')
  })
})

describe('a disk that fills up during a talk', () => {
  it('loses nothing: what could not be written follows once there is room', async () => {
    const file = join(await temporaryFolder(), 'talk.jsonl')
    let isFull = false
    const troubles: (string | null)[] = []
    const journal = beginJournal(file, header, {
      now: quiet.now,
      onTrouble: (trouble) => troubles.push(trouble?.failure.code ?? null),
      open: async (path, flags) => {
        const handle = await open(path, flags)
        const write = handle.appendFile.bind(handle)
        handle.appendFile = async (data, options) => {
          if (!isFull) return write(data, options)
          // A full disk takes the part that still fits.
          await write((data as string).slice(0, 10))
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
        }
        return handle
      },
    })
    void journal.append(next(1))
    await journal.settled()
    isFull = true
    void journal.append(next(2))
    await journal.settled()
    void journal.append(next(3))
    await journal.settled()
    expect(troubles.filter((code) => code !== null)).toEqual(['disk-full', 'disk-full'])
    expect(await journalIn(file)).toMatchObject({ events: [next(1)], tail: 'clean' })
    isFull = false
    void journal.append(next(4))
    await journal.close()
    expect(troubles.at(-1)).toBeNull()
    expect(await journalIn(file)).toMatchObject({ events: [1, 2, 3, 4].map(next), tail: 'clean' })
  })

  it('lets the talk go on where the journal cannot even be made, and makes it as soon as it can', async () => {
    const folder = await temporaryFolder()
    const [inTheWay, file] = [join(folder, 'talks'), join(folder, 'talks', 'talk.jsonl')]
    await writeFile(inTheWay, '')
    const troubles: (string | null)[] = []
    const journal = beginJournal(file, header, {
      now: quiet.now,
      onTrouble: (trouble) => troubles.push(trouble?.failure.code ?? null),
    })
    void journal.append(next(1))
    await journal.settled()
    expect(new Set(troubles)).toEqual(new Set(['cannot-write']))
    await rm(inTheWay)
    void journal.append(next(2))
    await journal.close()
    expect(troubles.at(-1)).toBeNull()
    expect((await journalIn(file)).events).toEqual([next(1), next(2)])
  })
})

it('cuts a torn end before it writes, so that no line is glued to it', async () => {
  const file = await written()
  await appendFile(file, '{"crc":"0000')
  const writer = continueJournal(file, await journalIn(file), quiet)
  void writer.end(4)
  await writer.close()
  expect(await journalIn(file)).toMatchObject({ ended: true, tail: 'clean' })
})

describe('a journal with bytes changed at random', () => {
  it('gives what comes before the first bad line, exactly, and can be gone on with', async () => {
    const file = await written()
    const bytes = await readFile(file)
    const whole = await journalIn(file)
    const hit = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(hit, async ({ at, byte }) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = byte
        await writeFile(file, damaged)
        const read = await readJournal(file)
        // A header that is not ours is none: the journal is then kept aside as it is.
        if (read === null || read === 'empty') {
          expect(at).toBeLessThanOrEqual(bytes.indexOf('\n'))
          return
        }
        expect(read.events).toEqual(whole.events.slice(0, read.events.length))
        if (damaged.equals(bytes)) expect(read).toEqual(whole)
        else expect(read.events.length).toBeLessThanOrEqual(whole.events.length)
        if (read.tail === 'damaged') return
        const again = continueJournal(file, read, quiet)
        void again.append(next(9))
        await again.close()
        expect((await journalIn(file)).events).toEqual([...read.events, next(9)])
      }),
      { numRuns: rounds(50, 300) },
    )
  })
})

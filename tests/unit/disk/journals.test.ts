/** Journals of both kinds as the version of 2026-11-29 wrote them, damaged ones among them: files of that version stay readable. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalFile } from '../../../src/services/disk/journal-file.ts'
import { crcFirst, crcLast, lineEndsIn, type LineFormat } from '../../../src/services/disk/journal-lines.ts'
import { parseLog, type BadPart, type ParsedLog } from '../../../src/services/progress/parse-log.ts'
import { beginJournal, continueJournal } from '../../../src/services/talks/journal-writer.ts'
import { readJournal, type Journal } from '../../../src/services/talks/talk-journal.ts'
import { noTrouble } from '../talks/no-trouble.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const folder = join(import.meta.dirname, 'journals')
/** What that version read in each. */
const readings = JSON.parse(readFileSync(join(folder, 'readings.json'), 'utf8')) as Readonly<Record<string, unknown>>
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.jsonl') ? [basename(name, '.jsonl')] : []))
const fileOf = (name: string): string => join(folder, `${name}.jsonl`)
const options = { now: Date.now, onTrouble: noTrouble }
/** A reading as that version gave it: without the text itself. */
async function readAsBefore(file: string): Promise<unknown> {
  const reading = await readJournal(file)
  if (reading === null || reading === 'empty') return reading
  const { text, ...before } = reading
  expect(Buffer.byteLength(text)).toBe(before.goodBytes)
  return before
}

const told = (part: BadPart | null): unknown => part && { line: part.line, base64: part.bytes.toString('base64') }
const readingOf = ({ bad, torn, ...rest }: ParsedLog): unknown => ({ ...rest, bad: bad.map(told), torn: told(torn) })

/** Texts that JSON and UTF-8 make something of. */
const texts = [
  '{"v":1}',
  '{"v":1,"a":"\\"crc\\":\\"00000000\\"}"}',
  '{"a":"도커 😀\\u0000"}',
  '{"a":{"b":[1,null,2.5e-7]}}',
]

describe('journals of before', () => {
  it('are all named in their readings', () => {
    expect(names.toSorted()).toEqual(Object.keys(readings).toSorted())
    expect(names).toHaveLength(16)
  })

  it.each(names.filter((name) => name.startsWith('progress')))('%s is read as before', async (name) => {
    const bytes = await readFile(fileOf(name))
    expect(readingOf(parseLog(Buffer.from(bytes)))).toEqual(readings[name])
  })

  const isUnended = (name: string): boolean => name === 'talk-unended'
  it.each(names.filter((name) => name.startsWith('talk') && !isUnended(name)))('%s is read as before', async (name) => {
    expect(await readAsBefore(fileOf(name))).toEqual(readings[name])
  })

  it('a journal of a talk is read to its last line, also where that lacks only its end: before, it was lost', async () => {
    const before = readings['talk-unended'] as Journal
    const last = { type: 'outline', outline: { slides: [{ id: 'vm', steps: 4 }] }, at: 1_790_000_005_000 }
    expect(await readAsBefore(fileOf('talk-unended'))).toEqual({
      ...before,
      events: [...before.events, last],
      lastAt: last.at,
      goodBytes: (await readFile(fileOf('talk-unended'))).length,
      tail: 'unended',
    })
  })
})

describe('what is written today', () => {
  it('is to the byte what the version before wrote of a talk, which so reads it', async () => {
    const { header, events } = readings['talk-whole'] as Journal
    const file = join(await temporaryFolder(), 'talk.jsonl')
    const journal = beginJournal(file, header, options)
    for (const event of events) void journal.append(event)
    await journal.close()
    expect(await readFile(file)).toEqual(await readFile(fileOf('talk-whole')))
    const continued = continueJournal(file, (await readJournal(file)) as Journal, options)
    void continued.end(header.at + 9000)
    await continued.close()
    expect(await readFile(file)).toEqual(await readFile(fileOf('talk-ended')))
  })

  it('is to the byte what the version before wrote of reviews, which so reads it', async () => {
    const { events, newer } = parseLog(await readFile(fileOf('progress-whole')))
    const file = join(await temporaryFolder(), 'log.jsonl')
    const log = journalFile(file, 0)
    for (const event of events) await log.append(crcLast.seal(JSON.stringify(event)))
    for (const { text } of newer) await log.append(crcLast.seal(text))
    await log.close()
    expect(await readFile(file)).toEqual(await readFile(fileOf('progress-whole')))
  })
})

describe.each<[string, LineFormat]>([
  ['last', crcLast],
  ['first', crcFirst],
])('a line with its checksum %s', (_, format) => {
  it.each(texts)('gives back %s', (text) => {
    const line = format.seal(text)
    expect(line.endsWith('}\n')).toBe(true)
    expect(() => JSON.parse(line) as unknown).not.toThrow()
    expect(format.open(Buffer.from(line.slice(0, -1)))).toEqual({ text, value: JSON.parse(text) as unknown })
  })

  it.each(texts)('is bad wherever a bit or its end is lost: %s', (text) => {
    const line = Buffer.from(format.seal(text).slice(0, -1))
    for (let at = 0; at < line.length; at += 1) {
      for (const bit of [1, 0x20, 0x80]) {
        const hit = Buffer.from(line)
        hit[at] = (line[at] ?? 0) ^ bit
        expect(format.open(hit), hit.toString()).toBeNull()
      }
      expect(format.open(line.subarray(0, at))).toBeNull()
    }
  })

  it('leaves the bytes as they were', () => {
    const line = Buffer.from(format.seal('{"v":1}').slice(0, -1))
    const before = Buffer.from(line)
    format.open(line)
    expect(line).toEqual(before)
  })

  it('is bad where its checksum is right but it is no JSON', () => {
    expect(format.open(Buffer.from(format.seal('{"v":1,}').slice(0, -1)))).toBeNull()
  })
})

it.each([
  ['', 0],
  ['a', 0],
  ['\n', 1],
  ['\na\n\nb', 3],
])('lines are counted by their ends: %j has %i', (text, lines) => {
  expect(lineEndsIn(Buffer.from(text))).toBe(lines)
})

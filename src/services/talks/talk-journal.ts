import { mkdir, open, readFile, truncate, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { deckRefSchema } from '../../contract/library.ts'
import { intentSchema, placeSchema } from '../../contract/talk.ts'
import { reduce, startTalk, type TalkEvent, type TalkState } from '../../core/talk/index.ts'
import { checksum } from '../disk/checksum.ts'
import { writeFailure } from '../disk/disk-errors.ts'
import type { LecternError } from '../../contract/failure.ts'
import type { Open } from '../disk/write-atomic.ts'

const outlineSchema = v.object({
  slides: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        steps: v.pipe(v.number(), v.minValue(1)),
        asks: v.exactOptional(v.pipe(v.array(v.number()), v.readonly())),
      }),
    ),
    v.nonEmpty(),
  ),
})
const at = v.number()

/** The first line of a journal: how the talk began. */
const headerSchema = v.object({
  format: v.literal(1),
  talkId: v.string(),
  title: v.string(),
  deck: deckRefSchema,
  outline: outlineSchema,
  place: placeSchema,
  at,
})
export type JournalHeader = v.InferOutput<typeof headerSchema>

const eventSchema = v.union([
  v.object({ at, intent: intentSchema }),
  v.object({ at, outline: outlineSchema }),
  v.object({ at, end: v.literal(true) }),
])
type JournalEvent = v.InferOutput<typeof eventSchema>

/** A journal as read back. */
export interface Journal {
  readonly header: JournalHeader
  readonly events: readonly TalkEvent[]
  /** When the last thing happened (ms since 1970). */
  readonly lastAt: number
  readonly ended: boolean
  /** Bytes up to the end of the last good line: what follows is to be cut. */
  readonly goodBytes: number
  /** `torn`: only the last line was cut short, as by a power cut; `damaged`: there are lines after a bad one. */
  readonly tail: 'clean' | 'torn' | 'damaged'
}

const prefix = '{"crc":"00000000","body":'

/** A line of a journal: JSON with the CRC-32 of its body's bytes, so that a line is either whole or known to be bad. */
export function journalLine(body: unknown): string {
  const text = JSON.stringify(body)
  return `${prefix.replace('00000000', checksum(text))}${text}}\n`
}

/** What a line holds, or undefined where it is not exactly as it was written. */
function bodyOf(line: string): unknown {
  const text = line.slice(prefix.length, -1)
  try {
    const body: unknown = JSON.parse(text)
    return journalLine(body) === `${line}\n` ? body : undefined
  } catch {
    return undefined
  }
}

const entryOf = (event: TalkEvent): JournalEvent => {
  if (event.type === 'outline') return { at: event.at, outline: event.outline as v.InferOutput<typeof outlineSchema> }
  const { at: time, ...intent } = event
  return { at: time, intent }
}

const eventOf = (entry: Exclude<JournalEvent, { end: true }>): TalkEvent =>
  'outline' in entry ? { type: 'outline', outline: entry.outline, at: entry.at } : { ...entry.intent, at: entry.at }

/**
 * Reads a journal up to its first bad line.
 * @returns `empty` where not even its first line was finished, null where its first line is not one of ours
 */
export async function readJournal(file: string): Promise<Journal | 'empty' | null> {
  const bytes = await readFile(file)
  const lines = bytes.toString('utf8').split('\n')
  const rest = lines.pop() ?? ''
  if (lines[0] === undefined) return 'empty'
  const header = v.safeParse(headerSchema, bodyOf(lines[0]))
  if (!header.success) return null
  let goodBytes = Buffer.byteLength(lines[0]) + 1
  let lastAt = header.output.at
  let ended = false
  let bad = -1
  const events: TalkEvent[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue
    const entry = v.safeParse(eventSchema, bodyOf(line))
    if (!entry.success) {
      bad = index
      break
    }
    if ('end' in entry.output) ended = true
    else events.push(eventOf(entry.output))
    lastAt = entry.output.at
    goodBytes += Buffer.byteLength(line) + 1
  }
  const isLast = bad === lines.length - 1 && rest === ''
  const tail = bad === -1 ? (rest === '' ? 'clean' : 'torn') : isLast ? 'torn' : 'damaged'
  return { header: header.output, events, lastAt, ended, goodBytes, tail }
}

/** The talk that a journal tells of. */
export function talkOf({ header, events }: Pick<Journal, 'header' | 'events'>): TalkState {
  return events.reduce(reduce, startTalk(header))
}

export interface JournalWriter {
  /** Takes an event and returns at once; it reaches the disk in order. */
  append(event: TalkEvent): void
  /** Marks the talk as ended. */
  end(at: number): void
  /** Resolves when all that was taken so far is on disk, or could not be written. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface WriterOptions {
  /** A write failed (nothing is lost: it is tried again with the next event), or, with null, works again. */
  readonly onTrouble: (trouble: LecternError | null) => void
  readonly open?: Open | undefined
}

function writer(file: string, startBytes: number, first: string, options: WriterOptions): JournalWriter {
  let handle: FileHandle | null = null
  let length = startBytes
  let waiting = first
  let pumping: Promise<void> | null = null

  async function write(text: string): Promise<void> {
    if (handle === null) {
      await mkdir(dirname(file), { recursive: true })
      handle = await (options.open ?? open)(file, 'a')
    }
    await handle.appendFile(text, 'utf8')
    await handle.datasync()
    length += Buffer.byteLength(text)
  }
  /** Part of the lines may have reached the file: without this cut they would be in it twice. */
  async function takeBack(): Promise<void> {
    const failed = handle
    handle = null
    await failed?.truncate(length).catch(() => undefined)
    await failed?.close().catch(() => undefined)
  }
  async function pump(): Promise<void> {
    try {
      while (waiting !== '') {
        const text = waiting
        waiting = ''
        try {
          await write(text)
          options.onTrouble(null)
        } catch (error) {
          waiting = text + waiting
          await takeBack()
          options.onTrouble(writeFailure(error, file))
          return
        }
      }
    } finally {
      pumping = null
    }
  }
  const settled = (): Promise<void> => {
    if (waiting === '') return pumping ?? Promise.resolve()
    pumping ??= pump()
    return pumping
  }
  const take = (body: JournalEvent): void => {
    waiting += journalLine(body)
    void settled()
  }
  void settled()
  return {
    append: (event) => take(entryOf(event)),
    end: (time) => take({ at: time, end: true }),
    settled,
    close: async () => {
      await settled()
      await handle?.close()
      handle = null
    },
  }
}

/** Begins a journal in a file that is not there yet. Writing goes on beside the talk and never holds it up. */
export function beginJournal(file: string, header: JournalHeader, options: WriterOptions): JournalWriter {
  return writer(file, 0, journalLine(header), options)
}

/** Goes on with a journal that was read, after cutting what is bad at its end. */
export async function continueJournal(file: string, journal: Journal, options: WriterOptions): Promise<JournalWriter> {
  try {
    if (journal.tail !== 'clean') await truncate(file, journal.goodBytes)
  } catch (error) {
    throw writeFailure(error, file)
  }
  return writer(file, journal.goodBytes, '', options)
}

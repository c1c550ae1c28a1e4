import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { deckRefSchema } from '../../contract/library.ts'
import { intentSchema, placeSchema } from '../../contract/talk.ts'
import { reduce, startTalk, type TalkEvent, type TalkState } from '../../core/talk/index.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { cutJournalFile, journalFile, type JournalFile } from '../disk/journal-file.ts'
import { beginningOfLine, crcFirst, endedLines } from '../disk/journal-lines.ts'
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
  /**
   * `unended`: the last line is whole but for its end; `torn`: only the last line was cut short, as by a power cut;
   * `damaged`: there are lines after a bad one.
   */
  readonly tail: 'clean' | 'unended' | 'torn' | 'damaged'
}

const lineOf = (body: JournalHeader | JournalEvent): string => crcFirst.seal(JSON.stringify(body))

const entryOf = (event: TalkEvent): JournalEvent => {
  if (event.type === 'outline') return { at: event.at, outline: event.outline as v.InferOutput<typeof outlineSchema> }
  const { at: time, ...intent } = event
  return { at: time, intent }
}

const eventOf = (entry: Exclude<JournalEvent, { end: true }>): TalkEvent =>
  'outline' in entry ? { type: 'outline', outline: entry.outline, at: entry.at } : { ...entry.intent, at: entry.at }

/** The lines of a journal and where each ends, the last one also where its end is missing. */
function linesOf(bytes: Buffer): { readonly line: Buffer; readonly end: number }[] {
  const lines = [...endedLines(bytes)]
  const rest = bytes.subarray(lines.at(-1)?.end ?? 0)
  return rest.length === 0 ? lines : [...lines, { line: rest, end: bytes.length }]
}

/** Whether bytes may be the beginning of a line of ours that was never finished. */
const isBegun = (bytes: Buffer): boolean =>
  !bytes.includes('\n') && beginningOfLine.startsWith(bytes.toString('latin1', 0, beginningOfLine.length))

/**
 * Reads a journal up to its first bad line.
 * @returns `empty` where not even its first line was finished, null where its first line is not one of ours
 */
export async function readJournal(file: string): Promise<Journal | 'empty' | null> {
  const bytes = await readFile(file)
  const [first, ...others] = linesOf(bytes)
  if (first === undefined) return 'empty'
  const header = v.safeParse(headerSchema, crcFirst.open(first.line)?.value)
  if (!header.success) return isBegun(bytes) ? 'empty' : null
  let goodBytes = first.end
  let lastAt = header.output.at
  let ended = false
  const events: TalkEvent[] = []
  for (const { line, end } of others) {
    const entry = v.safeParse(eventSchema, crcFirst.open(line)?.value)
    if (!entry.success) break
    if ('end' in entry.output) ended = true
    else events.push(eventOf(entry.output))
    lastAt = entry.output.at
    goodBytes = end
  }
  const follows = bytes.subarray(goodBytes)
  const lineEnd = follows.indexOf('\n')
  // A bad line that others, or part of one, follow was not cut short.
  const isDamaged = lineEnd !== -1 && lineEnd < follows.length - 1
  const isEnded = bytes.at(goodBytes - 1) === 0x0a
  const tail = follows.length > 0 ? (isDamaged ? 'damaged' : 'torn') : isEnded ? 'clean' : 'unended'
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

function writer(file: JournalFile, first: string, { onTrouble }: WriterOptions): JournalWriter {
  let waiting = first
  let coming: Promise<void> | null = null
  const inTurn = makeInTurn()

  // What is taken during a write is written by the next one, all at once.
  const write = (): Promise<void> => {
    coming ??= inTurn(async () => {
      coming = null
      const text = waiting
      waiting = ''
      const trouble = await file.append(text).then(
        () => null,
        (error: unknown) => error as LecternError,
      )
      if (trouble !== null) waiting = text + waiting
      onTrouble(trouble)
    })
    return coming
  }
  const settled = (): Promise<void> => (waiting === '' ? inTurn.settled() : write())
  const take = (body: JournalEvent): void => {
    waiting += lineOf(body)
    void write()
  }
  if (first !== '') void write()
  return {
    append: (event) => take(entryOf(event)),
    end: (time) => take({ at: time, end: true }),
    settled,
    close: async () => {
      await settled()
      await file.close()
    },
  }
}

/** Begins a journal in a file that is not there yet. Writing goes on beside the talk and never holds it up. */
export function beginJournal(file: string, header: JournalHeader, options: WriterOptions): JournalWriter {
  return writer(journalFile(file, 0, options.open), lineOf(header), options)
}

/** Goes on with a journal that was read, after cutting what is bad at its end. */
export async function continueJournal(file: string, journal: Journal, options: WriterOptions): Promise<JournalWriter> {
  const { tail, goodBytes } = journal
  const isWhole = tail === 'clean' || tail === 'unended'
  const continued = isWhole
    ? journalFile(file, goodBytes, options.open)
    : await cutJournalFile(file, goodBytes, options.open)
  return writer(continued, tail === 'unended' ? '\n' : '', options)
}

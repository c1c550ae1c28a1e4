import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { deckRefSchema } from '../../contract/library.ts'
import { intentSchema, placeSchema } from '../../contract/talk.ts'
import { reduce, startTalk, type TalkEvent, type TalkState } from '../../core/talk/index.ts'
import { beginningOfLine, crcFirst, endedLines } from '../disk/journal-lines.ts'

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
export type JournalEvent = v.InferOutput<typeof eventSchema>

/** A journal as read back. */
export interface Journal {
  readonly header: JournalHeader
  readonly events: readonly TalkEvent[]
  /** When the last thing happened (ms since 1970). */
  readonly lastAt: number
  readonly ended: boolean
  /** Bytes up to the end of the last good line: what follows is to be cut. */
  readonly goodBytes: number
  /** Those bytes. */
  readonly text: string
  /**
   * `unended`: the last line is whole but for its end; `torn`: only the last line was cut short, as by a power cut;
   * `damaged`: there are lines after a bad one.
   */
  readonly tail: 'clean' | 'unended' | 'torn' | 'damaged'
}

/** A line of a journal, with its end. */
export const lineOf = (body: JournalHeader | JournalEvent): string => crcFirst.seal(JSON.stringify(body))

/** What a journal says of an event. */
export const entryOf = (event: TalkEvent): JournalEvent => {
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
  const text = bytes.toString('utf8', 0, goodBytes)
  return { header: header.output, events, lastAt, ended, goodBytes, text, tail }
}

/** The talk that a journal tells of. */
export function talkOf({ header, events }: Pick<Journal, 'header' | 'events'>): TalkState {
  return events.reduce(reduce, startTalk(header))
}

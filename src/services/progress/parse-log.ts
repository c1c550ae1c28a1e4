import { setImmediate as breathe } from 'node:timers/promises'
import type { ReviewEvent } from '../../contract/review.ts'
import { endedLines, lineEndsIn } from '../disk/journal-lines.ts'
import { readLine, type Line } from './line.ts'

/** Bytes of a log that are no good line. */
export interface BadPart {
  /** Counted from 1. */
  readonly line: number
  readonly bytes: Buffer
}

export interface ParsedLog {
  readonly events: readonly ReviewEvent[]
  /** Whole lines that only a newer Lectern understands. */
  readonly newer: readonly Extract<Line, { kind: 'newer' }>[]
  readonly bad: readonly BadPart[]
  /**
   * How the log ends: `clean` with the end of a line, `unended` with a whole line whose end is missing, `torn` with part
   * of one.
   */
  readonly tail: 'clean' | 'unended' | 'torn'
  /** The part of a line that the log ends with, where it is torn. */
  readonly torn: BadPart | null
  /** Bytes up to the end of the last ended line. */
  readonly endedBytes: number
}

const carriageReturn = 0x0d
/** How every line begins; within a line's strings quotes are escaped, so that it stands nowhere else. */
const beginning = '{"v":'

/** A bad line, cut where a line begins: where only the end of a line was hit, the next one is found all the same. */
function pieces(bytes: Buffer): readonly Buffer[] {
  const cuts = [0]
  for (let at = bytes.indexOf(beginning, 1); at !== -1; at = bytes.indexOf(beginning, at + 1)) cuts.push(at)
  return cuts.map((cut, index) => bytes.subarray(cut, cuts[index + 1]))
}

/** Reads a log line by line, whatever its bytes are. */
export function parseLog(bytes: Buffer): ParsedLog {
  const events: ReviewEvent[] = []
  const newer: Extract<Line, { kind: 'newer' }>[] = []
  const bad: BadPart[] = []

  const take = (line: Line): boolean => {
    if (line.kind === 'event') events.push(line.event)
    else if (line.kind === 'newer') newer.push(line)
    return line.kind !== 'bad'
  }
  const takeWhole = (part: Buffer, number: number): void => {
    // A tool that writes line ends of Windows harms nothing.
    const content = part.at(-1) === carriageReturn ? part.subarray(0, -1) : part
    if (content.length === 0 || take(readLine(content))) return
    for (const piece of pieces(part)) if (!take(readLine(piece))) bad.push({ line: number, bytes: piece })
  }

  let from = 0
  let number = 1
  for (const { line, end } of endedLines(bytes)) {
    takeWhole(line, number)
    from = end
    number += 1
  }
  const rest = bytes.subarray(from)
  if (rest.length === 0) return { events, newer, bad, tail: 'clean', torn: null, endedBytes: from }
  if (take(readLine(rest))) return { events, newer, bad, tail: 'unended', torn: null, endedBytes: from }
  const broken = pieces(rest).filter((piece) => !take(readLine(piece)))
  if (broken.length === pieces(rest).length)
    return { events, newer, bad, tail: 'torn', torn: { line: number, bytes: rest }, endedBytes: from }
  // A last line that took a whole one with it is no torn end: it is not cut off, its bad part is told of like others.
  for (const piece of broken) bad.push({ line: number, bytes: piece })
  return { events, newer, bad, tail: 'unended', torn: null, endedBytes: from }
}

/** How much of a log is read at once where others are to get their turn: some milliseconds. */
const turnBytes = 256 * 1024
const newline = 0x0a

/** Like `parseLog`, letting others have their turn in between. */
export async function parseLogInTurns(bytes: Buffer): Promise<ParsedLog> {
  const events: ReviewEvent[] = []
  const newer: ParsedLog['newer'][number][] = []
  const bad: BadPart[] = []
  let [from, linesBefore] = [0, 0]
  for (;;) {
    // A part ends where a line does; the last one as the log does.
    const end = from + turnBytes < bytes.length ? bytes.indexOf(newline, from + turnBytes) + 1 : 0
    const isLast = end === 0
    const part = bytes.subarray(from, isLast ? bytes.length : end)
    const read = parseLog(part)
    const placed = (one: BadPart): BadPart => ({ ...one, line: one.line + linesBefore })
    for (const event of read.events) events.push(event)
    for (const line of read.newer) newer.push(line)
    for (const one of read.bad) bad.push(placed(one))
    if (isLast) {
      const torn = read.torn && placed(read.torn)
      return { events, newer, bad, tail: read.tail, torn, endedBytes: from + read.endedBytes }
    }
    linesBefore += lineEndsIn(part)
    from = end
    await breathe()
  }
}

/** Recorded calls and commands, as far as this scene shows them. */
import { refTo, type Digest, type EventRef, type TraceEvent } from '../../traces/digest.ts'
import { eventOf, valueIn, listIn, numberIn, textIn } from '../../traces/read-values.ts'

/** A request and its answer, as far as they are shown. */
export interface Call {
  readonly ref: EventRef
  readonly method: string
  /** Decoded, so that names in it can be read. */
  readonly path: string
  readonly status: number
  /** Milliseconds after the command was started. */
  readonly ms: number
  /** When the last of the answer had come. */
  readonly endMs: number
  /** Bytes of the body that was sent, and of the one that came back. */
  readonly up: number
  readonly down: number
  /** The digest that the answer or the path names, if any. */
  readonly digest: string
  readonly event: TraceEvent
}

/** What a person typed, and what the screen answered line by line. */
export interface Command {
  readonly ref: EventRef
  readonly line: string
  readonly output: readonly string[]
}

const bytesOf = (side: TraceEvent['request']): number => (side?.['bytes'] === undefined ? 0 : numberIn(side, 'bytes'))

/** The first `sha256:…` of a text, else nothing. */
const digestIn = (text: string): string => /sha256:[0-9a-f]{64}/.exec(text)?.[0] ?? ''

/** The first twelve digits of a digest, as Docker shows them. */
export const short = (digest: string): string => digest.replace('sha256:', '').slice(0, 12)

/** An HTTP call of a recording by its number. */
export function recordedCall(digest: Digest, n: number): Call {
  const event = eventOf(digest, n)
  const { request, response } = event
  const path = decodeURIComponent(textIn(request, 'path'))
  return {
    ref: refTo(digest, n),
    method: textIn(request, 'method'),
    path,
    status: numberIn(response, 'status'),
    ms: event.t_ms,
    endMs: event.t_ms + (event.dur_ms ?? 0),
    up: bytesOf(request),
    down: bytesOf(response),
    digest: digestIn(path) || digestIn(JSON.stringify(valueIn(response, 'headers'))),
    event,
  }
}

/** A command at the shell of a recording by its number. Pieces of a line that came one by one are joined. */
export function recordedCommand(digest: Digest, n: number): Command {
  const { request, response } = eventOf(digest, n)
  const output = valueIn(response, 'output')
  const pieces = typeof output === 'string' ? [output] : listIn(output).map((piece) => textIn(piece, 'text'))
  const lines = pieces.join('').split('\n')
  return { ref: refTo(digest, n), line: textIn(request, 'command'), output: lines.filter((line) => line.trim()) }
}

/** The line of a command's answer that fits a pattern. */
export function callLine({ output, line }: Command, pattern: RegExp): string {
  const found = output.find((candidate) => pattern.test(candidate))
  if (found === undefined) throw new Error(`${line} did not answer ${pattern.source}`)
  return found
}

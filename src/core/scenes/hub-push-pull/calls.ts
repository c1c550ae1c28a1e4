/** Reads recorded calls out of digests; whatever is asked for and was not recorded is an error. */
import { refTo, type Digest, type EventRef, type Json, type TraceEvent } from '../../traces/digest.ts'

/** A request and its answer, as far as they are shown. */
export interface Call {
  readonly ref: EventRef
  readonly method: string
  /** Decoded, so that names in it can be read. */
  readonly path: string
  readonly status: number
  /** Milliseconds after the command was started. */
  readonly ms: number
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

/** A value inside recorded JSON; a path that leads nowhere is an error. */
export function within(json: Json | undefined, ...path: readonly (string | number)[]): Json {
  const found = path.reduce<Json | undefined>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, Json>>)[step] : undefined),
    json,
  )
  if (found === undefined) throw new Error(`the recording holds no ${path.join('.')}`)
  return found
}

/** The same, where a text is wanted. */
export function textIn(json: Json | undefined, ...path: readonly (string | number)[]): string {
  const found = within(json, ...path)
  if (typeof found !== 'string') throw new Error(`${path.join('.')} is no text`)
  return found
}

/** The same, where a number is wanted. */
export function numberIn(json: Json | undefined, ...path: readonly (string | number)[]): number {
  const found = within(json, ...path)
  if (typeof found !== 'number') throw new Error(`${path.join('.')} is no number`)
  return found
}

/** The same, where a list is wanted. */
export function listIn(json: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const found = within(json, ...path)
  if (!Array.isArray(found)) throw new Error(`${path.join('.')} is no list`)
  return found as readonly Json[]
}

const eventOf = (digest: Digest, n: number): TraceEvent => {
  const event = digest.events.find((candidate) => candidate.n === n)
  if (!event) throw new Error(`the digest of ${digest.of} lacks event ${n}`)
  return event
}

const bytesOf = (side: TraceEvent['request']): number => (side?.['bytes'] === undefined ? 0 : numberIn(side, 'bytes'))

/** The first `sha256:…` of a text, else nothing. */
const digestIn = (text: string): string => /sha256:[0-9a-f]{64}/.exec(text)?.[0] ?? ''

/** The first twelve digits of a digest, as Docker shows them. */
export const short = (digest: string): string => digest.replace('sha256:', '').slice(0, 12)

/** An HTTP call of a recording by its number. */
export function call(digest: Digest, n: number): Call {
  const event = eventOf(digest, n)
  const { request, response } = event
  const path = decodeURIComponent(textIn(request, 'path'))
  return {
    ref: refTo(digest, n),
    method: textIn(request, 'method'),
    path,
    status: numberIn(response, 'status'),
    ms: event.t_ms,
    up: bytesOf(request),
    down: bytesOf(response),
    digest: digestIn(path) || digestIn(JSON.stringify(within(response, 'headers'))),
    event,
  }
}

/** A command at the shell of a recording by its number. Pieces of a line that came one by one are joined. */
export function command(digest: Digest, n: number): Command {
  const { request, response } = eventOf(digest, n)
  const output = within(response, 'output')
  const pieces = typeof output === 'string' ? [output] : listIn(output).map((piece) => textIn(piece, 'text'))
  const lines = pieces.join('').split('\n')
  return { ref: refTo(digest, n), line: textIn(request, 'command'), output: lines.filter((line) => line.trim()) }
}

/** The line of a command's answer that fits a pattern. */
export function lineOf({ output, line }: Command, pattern: RegExp): string {
  const found = output.find((candidate) => pattern.test(candidate))
  if (found === undefined) throw new Error(`${line} did not answer ${pattern.source}`)
  return found
}

import type { Lang } from '../../contract/deck.ts'
import type { Digest, EventRef, Json, TraceEvent } from './digest.ts'
import { eventAt } from './digest.ts'
import { said } from './recording-words.ts'

/** One recorded event as a row of a log: all of it plain text, empty where the recording says nothing. */
export interface EventRow {
  readonly ref: EventRef
  /** Since the command was started. */
  readonly time: string
  readonly from: string
  readonly to: string
  readonly what: string
  readonly status: string
  readonly bytes: string
}

const digits = (least: number, most: number): ((n: number) => string) => {
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: most })
  return (n) => format.format(n)
}
const [whole, tenths, hundredths] = [digits(0, 0), digits(1, 1), digits(2, 2)]

/** Milliseconds as a log shows them: to a tenth below a second, seconds to the hundredth from there. */
export function timeText(ms: number): string {
  return ms < 1000 ? `${tenths(ms)} ms` : `${hundredths(ms / 1000)} s`
}

/** Bytes in decimal units, as Docker counts them. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${whole(bytes)} B`
  return bytes < 1_000_000 ? `${tenths(bytes / 1000)} kB` : `${tenths(bytes / 1_000_000)} MB`
}

const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** What was asked: method and path, a call, a command, else the recorder's summary. */
function whatOf({ request = {}, summary }: TraceEvent): string {
  const [method, path, command] = [text(request['method']), text(request['path']), text(request['command'])]
  if (method !== '' && path !== '') return `${method} ${path}`
  return command !== '' ? `$ ${command}` : summary
}

function statusOf({ response = {} }: TraceEvent): string {
  const status = text(response['status'])
  if (status !== '') return status
  const exit = response['exitCode']
  return typeof exit === 'number' ? `exit ${exit}` : ''
}

/** The bytes that went over the wire, both ways together. */
function bytesOf({ request = {}, response = {} }: TraceEvent): string {
  const sum = [request['bytes'], response['bytes']].reduce<number>(
    (total, bytes) => total + (typeof bytes === 'number' ? bytes : 0),
    0,
  )
  return sum > 0 ? bytesText(sum) : ''
}

/** A party of a recording in words; empty where the recording names none. */
export const partyOf = ({ actors }: Digest, actor: string | undefined, lang: Lang): string =>
  actor === undefined ? '' : said(actors[actor] ?? actor, lang)

/** The row of an event. Throws a RangeError where the digests lack it. */
export function eventRow(digests: readonly Digest[], ref: EventRef, lang: Lang): EventRow {
  const { digest, event } = eventAt(digests, ref)
  return {
    ref,
    time: timeText(event.t_ms),
    from: partyOf(digest, event.from, lang),
    to: partyOf(digest, event.to, lang),
    what: whatOf(event),
    status: statusOf(event),
    bytes: bytesOf(event),
  }
}

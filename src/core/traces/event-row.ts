import type { Lang } from '../../contract/deck.ts'
import { sizeText } from '../words/bytes-text.ts'
import { durationText } from '../words/duration-text.ts'
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
  return sum > 0 ? sizeText(sum) : ''
}

/** A party of a recording in words; empty where the recording names none. */
export const partyOf = ({ actors }: Digest, actor: string | undefined, lang: Lang): string =>
  actor === undefined ? '' : said(actors[actor] ?? actor, lang)

/** The row of an event. Throws a RangeError where the digests lack it. */
export function eventRow(digests: readonly Digest[], ref: EventRef, lang: Lang): EventRow {
  const { digest, event } = eventAt(digests, ref)
  return {
    ref,
    time: durationText(event.t_ms),
    from: partyOf(digest, event.from, lang),
    to: partyOf(digest, event.to, lang),
    what: whatOf(event),
    status: statusOf(event),
    bytes: bytesOf(event),
  }
}

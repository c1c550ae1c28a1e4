import * as v from 'valibot'
import { grades, marks, reviewEventSchema, reviewModes, type ReviewEvent } from '../../contract/review.ts'
import { crcLast } from '../disk/journal-lines.ts'

/**
 * What a line holds. `newer`: it is whole, but not of a kind that this version knows; `bad`: it is not as it was written.
 * `text` is its JSON without `crc`.
 */
export type Line =
  | { readonly kind: 'event'; readonly event: ReviewEvent }
  | { readonly kind: 'newer'; readonly text: string; readonly id: string; readonly seq: number; readonly at: number }
  | { readonly kind: 'bad' }
const bad: Line = { kind: 'bad' }

const oneOf = (list: readonly string[], value: unknown): boolean => typeof value === 'string' && list.includes(value)
const isCount = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most
const reviewKeys = 17
const card = /^[^/]+\/[^/]+$/u
const day = /^\d{4}-\d{2}-\d{2}$/

/** Reviews are nearly all that a log holds: known by hand they take a tenth of the schema's time. Says what the schema says of a review without `from`. */
export function isReview(value: Readonly<Record<string, unknown>>): boolean {
  const { points } = value
  return (
    value['v'] === 1 &&
    value['type'] === 'review' &&
    isCount(value['seq'], 1, 100_000_000) &&
    isText(value['id'], 100) &&
    isCount(value['at'], 0, 8_640_000_000_000_000) &&
    isCount(value['tz'], -1000, 1000) &&
    typeof value['day'] === 'string' &&
    day.test(value['day']) &&
    isText(value['card'], 500) &&
    card.test(value['card']) &&
    oneOf(reviewModes, value['mode']) &&
    oneOf(grades, value['grade']) &&
    (value['suggested'] === null || oneOf(grades, value['suggested'])) &&
    Array.isArray(points) &&
    points.length <= 100 &&
    points.every((mark) => oneOf(marks, mark)) &&
    isCount(value['ms'], 0, 100_000_000) &&
    isCount(value['hints'], 0, 100_000_000) &&
    typeof value['gaveUp'] === 'boolean' &&
    (value['recall'] === 'said' || value['recall'] === 'typed') &&
    isText(value['params'], 40) &&
    Object.keys(value).length === reviewKeys
  )
}

/** Reads a line, given without its end. Never throws. */
export function readLine(bytes: Buffer): Line {
  const content = crcLast.open(bytes)
  if (content === null) return bad
  const { text, value } = content
  if (typeof value !== 'object' || value === null) return bad
  const object = value as Record<string, unknown>
  if (isReview(object)) return { kind: 'event', event: object as ReviewEvent }
  // Not a parsed copy: its keys might stand in another order, and an event written again is to be the same text.
  if (v.is(reviewEventSchema, object)) return { kind: 'event', event: object }
  const { id, seq, at } = object
  if (!isText(id, 100)) return bad
  return { kind: 'newer', text, id, seq: typeof seq === 'number' ? seq : 0, at: typeof at === 'number' ? at : 0 }
}

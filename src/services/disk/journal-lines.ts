import { crc32 } from 'node:zlib'
import { checksum } from './checksum.ts'

/** What a whole line of a journal holds. */
export interface Content {
  /** Its JSON as it was sealed. */
  readonly text: string
  readonly value: unknown
}

/** How the lines of a kind of journal carry their checksum: a line is either exactly as it was written or known to be bad. */
export interface LineFormat {
  /** A line, with its end, for the JSON of an object that has at least one key. */
  seal(text: string): string
  /** What a line, given without its end, holds; null where it is not as it was written. Never throws. */
  open(bytes: Buffer): Content | null
}

const isHex = /^[0-9a-f]{8}$/

function parsed(text: string): Content | null {
  try {
    return { text, value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

/** `,"crc":"00000000"}` */
const crcField = /^,"crc":"[0-9a-f]{8}"\}$/
const crcFieldLength = 18
const [comma, beginOfObject, endOfObject] = [0x2c, 0x7b, 0x7d]

/**
 * Progress logs: the object itself with, as its last key, `crc`: the CRC-32 (eight hexadecimal digits) of the UTF-8 bytes
 * of its JSON without this key.
 */
export const crcLast: LineFormat = {
  seal: (text) => `${text.slice(0, -1)},"crc":"${checksum(text)}"}\n`,
  open: (bytes) => {
    const end = bytes.length - crcFieldLength
    if (end < 2 || bytes[0] !== beginOfObject) return null
    const field = bytes.toString('latin1', end)
    if (!crcField.test(field)) return null
    // The text without `crc` is made in place, without a copy; the bytes are as before right after it.
    bytes[end] = endOfObject
    const isWhole = crc32(bytes.subarray(0, end + 1)) === parseInt(field.slice(8, 16), 16)
    const text = isWhole ? bytes.toString('utf8', 0, end + 1) : ''
    bytes[end] = comma
    return isWhole ? parsed(text) : null
  },
}

const [beforeCrc, afterCrc] = ['{"crc":"', '","body":']
const bodyAt = beforeCrc.length + 8 + afterCrc.length

/** How each line of a journal of a talk begins. */
export const beginningOfLine = beforeCrc

/** Journals of talks: `{"crc":"00000000","body":…}`, the CRC-32 being that of the body's UTF-8 bytes. */
export const crcFirst: LineFormat = {
  seal: (text) => `${beforeCrc}${checksum(text)}${afterCrc}${text}}\n`,
  open: (bytes) => {
    if (bytes.at(-1) !== endOfObject) return null
    const beginning = bytes.toString('latin1', 0, bodyAt)
    const crc = beginning.slice(beforeCrc.length, beforeCrc.length + 8)
    if (!isHex.test(crc) || beginning !== `${beforeCrc}${crc}${afterCrc}`) return null
    const body = bytes.subarray(bodyAt, -1)
    return checksum(body) === crc ? parsed(body.toString('utf8')) : null
  },
}

const lineEnd = 0x0a

/** The lines of a journal that have an end, without it, and where each ends (behind its line end). */
export function* endedLines(bytes: Buffer): Generator<{ readonly line: Buffer; readonly end: number }> {
  let from = 0
  for (let to = bytes.indexOf(lineEnd); to !== -1; to = bytes.indexOf(lineEnd, from)) {
    yield { line: bytes.subarray(from, to), end: to + 1 }
    from = to + 1
  }
}

/** How many lines end in some bytes. */
export function lineEndsIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) lines += 1
  return lines
}

import { gunzipSync } from 'node:zlib'
import type { Json } from '../../core/traces/digest.ts'
import { readFrames } from './stream-frames.ts'
import type { HttpMessage } from './http-parser.ts'
import { prune } from './prune.ts'
import { listTar } from './tar.ts'

type JsonObject = Readonly<Record<string, Json>>

const mostLines = 80
const longestText = 2000

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Lines of JSON without what repeats: of the progress of a layer the first line of each kind stays. */
function jsonLines(text: string): Json[] {
  const seen = new Set<string>()
  const lines: Json[] = []
  for (const line of text.split(/\r?\n/).filter((one) => one !== '')) {
    const value = prune(parsed(line) ?? line)
    if (value === undefined) continue
    const object = typeof value === 'object' && value !== null ? (value as JsonObject) : {}
    if (!('progressDetail' in object)) {
      lines.push(value)
      continue
    }
    const kept = Object.fromEntries(Object.entries(object).filter(([name]) => name !== 'progress'))
    const kind = JSON.stringify([kept['id'], kept['status']])
    if (!seen.has(kind)) lines.push(kept)
    seen.add(kind)
  }
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 20), { leftOut: lines.length - mostLines + 10 }, ...lines.slice(-10)]
}

function unzipped(message: HttpMessage): Buffer | null {
  // Only the beginning of a long body is kept, and half an archive cannot be unzipped.
  if (message.bytes !== message.body.length) return null
  try {
    return gunzipSync(message.body)
  } catch {
    return null
  }
}

/** A body as a trace says it: JSON, lines of it, framed output, text, or the length and listing of bytes. */
export function bodyOf(message: HttpMessage): JsonObject | undefined {
  const { body, bytes, sha256, headers } = message
  if (bytes === 0) return undefined
  const type = headers['content-type'] ?? ''
  // Engines before API 1.42 name no type for framed output.
  const { frames, rest } = readFrames(body)
  if (frames.length > 0 && rest.length === 0) return { framed: frames.map((frame) => ({ ...frame })) }
  if (/multiplexed-stream|raw-stream/.test(type)) return { text: body.toString() }
  if (body[0] === 0x1f && body[1] === 0x8b) {
    const archive = unzipped(message)
    if (archive === null) return { binary: 'gzip', bytes, sha256 }
    return { binary: 'tar+gzip', bytes, sha256, tar: [...listTar(archive)] }
  }
  if (body.toString('latin1', 257, 262) === 'ustar') return { binary: 'tar', bytes, tar: [...listTar(body)] }
  const text = body.toString()
  if (/json|text\/plain|octet-stream/.test(type) || /^[[{]/.test(text)) {
    const value = parsed(text)
    if (value !== undefined) return { json: prune(value) ?? value }
    if (/^\s*\{/.test(text)) return { jsonLines: jsonLines(text) }
  }
  // eslint-disable-next-line no-control-regex -- control characters are what tells bytes from text
  if (/[\x00-\x08]/.test(text.slice(0, 200))) return { binary: type || 'bytes', bytes, sha256 }
  return { text: text.length > longestText ? `${text.slice(0, longestText)}…` : text }
}

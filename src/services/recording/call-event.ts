import type { Json } from '../../core/traces/digest.ts'
import { bodyOf } from './body.ts'
import { readFrames } from './stream-frames.ts'
import type { HttpMessage } from './http-parser.ts'
import type { Exchange, RawPart } from './proxy.ts'
import { toHundredths, type RecordedEvent } from './trace.ts'

type JsonObject = Readonly<Record<string, Json>>

/** Who spoke to whom over what, and how the connection is called in the trace. */
export interface Call {
  readonly from: string
  readonly to: string
  readonly protocol: string
  readonly conn: string
}

const requestHeaders = [
  'content-type',
  'content-length',
  'transfer-encoding',
  'connection',
  'upgrade',
  'accept',
  'range',
  'content-range',
  'user-agent',
  'host',
  'x-registry-auth',
]
const responseHeaders = [
  'content-type',
  'content-length',
  'connection',
  'upgrade',
  'api-version',
  'docker-experimental',
  'builder-version',
  'server',
  'ostype',
  'location',
  'docker-content-digest',
  'docker-upload-uuid',
  'docker-distribution-api-version',
  'range',
  'etag',
  'x-docker-container-path-stat',
]
const mostStreamParts = 60
const mostPartTimes = 40

const pick = (headers: Readonly<Record<string, string>>, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** A path short enough for one line: without the API version, ids and digests to 12 digits, long queries cut. */
export function shortPath(path: string): string {
  let plain = path
  try {
    plain = decodeURIComponent(path)
  } catch {
    // A % that escapes nothing is shown as it is.
  }
  return plain
    .replace(/^\/v1\.\d+/, '')
    .replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…')
    .replace(/_state=[\w%=-]{20,}/, '_state=<token>')
    .replace(/\?.*$/, (query) => (query.length > 90 ? `${query.slice(0, 87)}…` : query))
}

const contentOf = (message: HttpMessage): JsonObject => {
  const body = bodyOf(message)
  return body === undefined ? {} : { bytes: message.bytes, body }
}

/** What the CLI sends as `X-Registry-Auth`; the recorder's CLI knows no passwords, so it is empty. */
function decodedAuth(header: string | undefined): JsonObject {
  if (header === undefined) return {}
  try {
    return { registryAuthDecoded: JSON.parse(Buffer.from(header, 'base64url').toString()) as Json }
  } catch {
    return {}
  }
}

const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 64).some((byte) => byte <= 6)

/** What went over a hijacked connection, frame by frame; of what is neither frames nor text only the amount. */
export function streamOf(raw: readonly RawPart[], startMs: number): JsonObject[] {
  const stream: JsonObject[] = []
  let rest = Buffer.alloc(0)
  let hasBinary = false
  for (const { at, dir, bytes } of raw) {
    const t_ms = toHundredths(at - startMs)
    if (bytes === null) {
      stream.push({ t_ms, dir, end: true })
      continue
    }
    // A frame may come in several pieces.
    const together = dir === '<' ? Buffer.concat([rest, bytes]) : bytes
    const read = dir === '<' ? readFrames(together) : { frames: [], rest: together }
    for (const { stream: channel, text } of read.frames) stream.push({ t_ms, dir, channel, text })
    const begins = dir === '<' && read.rest.length > 0 && [0, 1, 2].includes(read.rest.readUInt8(0))
    rest = begins ? Buffer.from(read.rest) : dir === '<' ? Buffer.alloc(0) : rest
    if (read.rest.length === 0 || begins) continue
    hasBinary ||= isBinary(read.rest)
    stream.push({ t_ms, dir, text: read.rest.toString() })
  }
  if (!hasBinary) return stream.slice(0, mostStreamParts)
  const amount = (dir: RawPart['dir']): number =>
    raw.reduce((sum, part) => sum + (part.dir === dir ? (part.bytes?.length ?? 0) : 0), 0)
  const last = raw.at(-1)?.at ?? startMs
  const note = 'binary stream after the upgrade'
  const amounts = { chunks: raw.length, bytesIn: amount('<'), bytesOut: amount('>') }
  return [{ note, ...amounts, last_t_ms: toHundredths(last - startMs) }]
}

/** An exchange as an event of a trace whose command was started at `startMs`. */
export function callEvent(exchange: Exchange, call: Call, startMs: number): RecordedEvent {
  const { request, response, raw } = exchange
  const since = (at: number): number => toHundredths(at - startMs)
  const [method = '', path = ''] = request.startLine.split(' ')
  const [, status = '', ...reason] = response.startLine.split(' ')
  const first = response.partsAt[0] ?? 0
  const isSpread = response.partsAt.length > 1 && (response.partsAt.at(-1) ?? 0) - first > 20
  const stream = streamOf(raw, startMs)
  const { from, to, protocol, conn } = call
  return {
    t_ms: since(request.startedAt),
    dur_ms: toHundredths(response.endedAt - request.startedAt),
    from,
    to,
    protocol,
    conn,
    summary: `${method} ${shortPath(path)} → ${status}`,
    request: {
      method,
      path,
      headers: pick(request.headers, requestHeaders),
      ...contentOf(request),
      ...decodedAuth(request.headers['x-registry-auth']),
    },
    response: {
      t_ms: since(response.startedAt),
      status: Number(status),
      ...(reason.length > 0 ? { reason: reason.join(' ') } : {}),
      headers: pick(response.headers, responseHeaders),
      ...contentOf(response),
      ...(response.endedAt - response.startedAt > 2 ? { end_t_ms: since(response.endedAt) } : {}),
      ...(isSpread ? { chunk_t_ms: response.partsAt.slice(0, mostPartTimes).map(since) } : {}),
    },
    ...(stream.length > 0 ? { stream } : {}),
  }
}

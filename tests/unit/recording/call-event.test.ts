import { expect, test } from 'vitest'
import { callEvent, shortPath, streamOf } from '../../../src/services/recording/call-event.ts'
import type { HttpMessage } from '../../../src/services/recording/http-parser.ts'
import type { RawPart } from '../../../src/services/recording/proxy.ts'

const message = (startLine: string, more: Partial<HttpMessage> = {}): HttpMessage => ({
  startLine,
  headers: {},
  startedAt: 1000,
  endedAt: 1000,
  bytes: 0,
  body: Buffer.alloc(0),
  sha256: '',
  partsAt: [],
  ...more,
})
const call = { from: 'cli', to: 'dockerd', protocol: 'HTTP/1.1', conn: 'docker-1' }
const responseOf = (more: Partial<HttpMessage>) =>
  callEvent(
    { connection: 1, request: message('GET /v1.51/x HTTP/1.1'), response: message('HTTP/1.1 200 OK', more), raw: [] },
    call,
    990,
  ).response

const frame = (stream: number, text: string): Buffer =>
  Buffer.concat([Buffer.from([stream, 0, 0, 0, 0, 0, 0, Buffer.byteLength(text)]), Buffer.from(text)])
const from = (dir: RawPart['dir'], ...pieces: readonly (Buffer | string | null)[]): RawPart[] =>
  pieces.map((bytes, index) => ({
    at: 1000 + index,
    dir,
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  }))

test('the end of an answer is told where it took more than two milliseconds', () => {
  expect(responseOf({ endedAt: 1002 })).toEqual({ t_ms: 10, status: 200, reason: 'OK', headers: {} })
  expect(responseOf({ endedAt: 1003 })).toMatchObject({ t_ms: 10, end_t_ms: 13 })
})

test('an answer without a reason has none', () => {
  const response = message('HTTP/1.1 200')
  const { response: told } = callEvent(
    { connection: 1, request: message('GET /v1.51/x HTTP/1.1'), response, raw: [] },
    call,
    990,
  )
  expect(told).toEqual({ t_ms: 10, status: 200, headers: {} })
})

test('the times of its parts are told where they came more than twenty milliseconds apart, the first forty', () => {
  expect(responseOf({ partsAt: [1000, 1020] })).not.toHaveProperty('chunk_t_ms')
  expect(responseOf({ partsAt: [1000, 1021] })).toMatchObject({ chunk_t_ms: [10, 31] })
  const many = Array.from({ length: 50 }, (_, index) => 1000 + index)
  expect(responseOf({ partsAt: many })?.['chunk_t_ms']).toEqual(many.slice(0, 40).map((at) => at - 990))
})

test('a query of up to ninety letters stays whole', () => {
  const query = `?${'q'.repeat(89)}`
  expect(shortPath(`/a${query}`)).toBe(`/a${query}`)
  expect(shortPath(`/a${query}q`)).toBe(`/a${query.slice(0, 87)}…`)
})

test('a stream is told frame by frame, however they came, and what was said as text', () => {
  const bytes = Buffer.concat([frame(1, 'out'), frame(2, 'err')])
  const parts = [
    ...from('>', 'ls\n', null),
    ...from('<', bytes.subarray(0, 5), bytes.subarray(5, 14), bytes.subarray(14), null),
  ]
  expect(streamOf(parts, 1000)).toEqual([
    { t_ms: 0, dir: '>', text: 'ls\n' },
    { t_ms: 1, dir: '>', end: true },
    { t_ms: 1, dir: '<', channel: 'stdout', text: 'out' },
    { t_ms: 2, dir: '<', channel: 'stderr', text: 'err' },
    { t_ms: 3, dir: '<', end: true },
  ])
  expect(streamOf(from('>', ...Array.from({ length: 70 }, () => 'x')), 1000)).toHaveLength(60)
})

test('of a stream that is neither frames nor text only the amount is told', () => {
  const parts = [...from('>', Buffer.from([6, 200, 201])), ...from('<', 'HTTP/2', 'yes', null)]
  expect(streamOf(parts, 990)).toEqual([
    { note: 'binary stream after the upgrade', chunks: 4, bytesIn: 9, bytesOut: 3, last_t_ms: 12 },
  ])
  expect(streamOf(from('>', Buffer.from([7, 65])), 990)).toMatchObject([{ text: '\u0007A' }])
})

test('of headers those are kept that tell what a call is about, and nothing else', () => {
  const names =
    'content-type content-length transfer-encoding connection upgrade accept range content-range user-agent host api-version docker-experimental builder-version server ostype location docker-content-digest docker-upload-uuid docker-distribution-api-version etag x-docker-container-path-stat date cookie authorization'
  const headers = Object.fromEntries(names.split(' ').map((name) => [name, `of ${name}`]))
  const { request, response } = callEvent(
    {
      ...{ connection: 1, raw: [] },
      request: message('POST /v1.51/x HTTP/1.1', { headers }),
      response: message('HTTP/1.1 200 OK', { headers }),
    },
    call,
    990,
  )
  const kept = (part: unknown) => Object.keys((part as { headers: object }).headers).join(' ')
  expect(kept(request)).toBe(
    'content-type content-length transfer-encoding connection upgrade accept range content-range user-agent host',
  )
  expect(kept(response)).toBe(
    'content-type content-length connection upgrade api-version docker-experimental builder-version server ostype location docker-content-digest docker-upload-uuid docker-distribution-api-version range etag x-docker-container-path-stat',
  )
})

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { HttpParser, type AfterHead, type HttpMessage } from '../../../src/services/recording/http-parser.ts'

/** Reads bytes given in pieces of one size, and tells the messages and what came raw. */
function read(
  text: string,
  size: number,
  after: (startLine: string) => AfterHead = () => 'body',
  role: 'request' | 'response' = 'response',
): { messages: HttpMessage[]; raw: string; wasCut: boolean } {
  const messages: HttpMessage[] = []
  let raw = ''
  const parser = new HttpParser(role, {
    head: after,
    end: (message) => messages.push(message),
    raw: (bytes) => (raw += bytes.toString()),
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size), at)
  return { messages, raw, wasCut: parser.close(bytes.length) }
}

const chunked =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n there\r\n0\r\nTrailer: 1\r\n\r\n'
const fixed = 'HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\nVia: a\r\nvia: b\r\n\r\nno!'

test.each([1, 2, 3, 7, 1000])('two messages on one connection, in pieces of %i bytes', (size) => {
  const { messages, wasCut } = read(chunked + fixed, size)
  expect(messages.map(({ startLine, body, bytes }) => [startLine, body.toString(), bytes])).toEqual([
    ['HTTP/1.1 200 OK', 'hello there', 11],
    ['HTTP/1.1 404 Not Found', 'no!', 3],
  ])
  expect(messages[1]?.headers).toEqual({ 'content-length': '3', via: 'a, b' })
  expect(wasCut).toBe(false)
})

test('a body without a length lasts until the connection is closed', () => {
  const { messages, wasCut } = read('HTTP/1.0 200 OK\r\n\r\nall of it', 4)
  expect(messages.map(({ body }) => body.toString())).toEqual(['all of it'])
  expect(wasCut).toBe(false)
})

test('of a long body the beginning is kept, its length and digest are those of the whole', () => {
  const [size, piece] = [4 * 1024 * 1024, 16 * 1024]
  const content = Array.from({ length: size / 8 }, (_, i) => String(i).padStart(8, '0')).join('')
  const { messages } = read(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n${content}`, piece)
  const [message] = messages
  expect(message?.bytes).toBe(size)
  expect(message?.sha256).toBe(createHash('sha256').update(content).digest('hex'))
  const kept = message?.body.toString() ?? ''
  expect(kept.length).toBeGreaterThanOrEqual(512 * 1024)
  expect(kept.length).toBeLessThanOrEqual(512 * 1024 + piece)
  expect(content.startsWith(kept)).toBe(true)
  // When its parts came is told of the first ones alone.
  const { messages: many } = read(`HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n${'x'.repeat(2000)}`, 1)
  expect(many[0]?.partsAt).toHaveLength(400)
})

test('a request without a length has no body', () => {
  const { messages } = read('GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n', 5, () => 'body', 'request')
  expect(messages.map(({ startLine }) => startLine)).toEqual(['GET /a HTTP/1.1', 'GET /b HTTP/1.1'])
})

test('an answer to HEAD says a length and has no body', () => {
  const { messages } = read('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n', 6, () => 'no-body')
  expect(messages).toMatchObject([{ bytes: 0 }])
})

test('what is only an interim answer is passed over', () => {
  const after = (line: string): AfterHead => (line.includes('100') ? 'interim' : 'body')
  const { messages } = read(`HTTP/1.1 100 Continue\r\n\r\n${fixed}`, 9, after)
  expect(messages.map(({ startLine }) => startLine)).toEqual(['HTTP/1.1 404 Not Found'])
})

test.each([1, 1000])('after an upgrade everything is raw, in pieces of %i bytes', (size) => {
  const { messages, raw } = read('HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\nHTTP/1.1 is over', size, () => 'upgrade')
  expect(messages).toMatchObject([{ startLine: 'HTTP/1.1 101 UPGRADED', bytes: 0 }])
  expect(raw).toBe('HTTP/1.1 is over')
})

test('a message that is cut short is told as such', () => {
  const { messages, wasCut } = read('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', 8)
  expect(messages.map(({ body }) => body.toString())).toEqual(['half'])
  expect(wasCut).toBe(true)
})

test('what is no HTTP is passed over: an attempt at TLS, a chunk without a length', () => {
  expect(read('\u0016\u0003\u0001'.repeat(40_000), 1000).messages).toEqual([])
  const broken = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello'
  expect(read(broken, 1000)).toMatchObject({ wasCut: true })
})

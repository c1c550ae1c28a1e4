import { PassThrough } from 'node:stream'
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { holderSchema, outcomeSchema, readMessage, requestSchema } from '../../../src/services/instance/messages.ts'
import * as v from 'valibot'

const holder = { pid: 7, startedAtMs: 1 }

/** What is read of a connection that says these pieces, and then nothing or, with null, goes. */
function readOf(pieces: readonly (string | Buffer | null)[], patienceMs = 60_000) {
  const stream = new PassThrough()
  const message = readMessage(stream as unknown as Socket, holderSchema, patienceMs)
  for (const piece of pieces) if (piece !== null) stream.write(piece)
  if (pieces.includes(null)) stream.destroy()
  return message
}

test('a message is a line, however it comes', async () => {
  const line = `${JSON.stringify(holder)}\n`
  expect(await readOf([line])).toEqual(holder)
  expect(await readOf([line.slice(0, 5), line.slice(5)])).toEqual(holder)
  expect(await readOf([`${line}and more`])).toEqual(holder)
})

test.each(['hello\n', '{}\n', '\n', '{"pid":0,"startedAtMs":1}\n', '{"pid":1.5,"startedAtMs":1}\n', 'null\n'])(
  'what makes no sense is told as that: %j',
  async (line) => {
    expect(await readOf([line])).toBe('nonsense')
  },
)

test('a line without end is nonsense once it is longer than any of ours, and not before', async () => {
  const most = 64 * 1024
  expect(await readOf(['x'.repeat(most), 'x'])).toBe('nonsense')
  expect(await readOf(['x'.repeat(most), null])).toBe('closed')
  const long = JSON.stringify({ ...holder, more: 'x'.repeat(most) })
  expect(await readOf([long.slice(0, 100), `${long.slice(100)}\n`])).toEqual(holder)
})

test('who goes before the end of a line has said nothing, and so has who went before', async () => {
  expect(await readOf(['{"pid"', null])).toBe('closed')
  const stream = new PassThrough()
  const closed = new Promise((resolve) => stream.once('close', resolve))
  stream.destroy()
  await closed
  expect(await readMessage(stream as unknown as Socket, holderSchema, 60_000)).toBe('closed')
})

test('who says no whole line in time is silent', async () => {
  expect(await readOf(['{"pid"'], 10)).toBe('silent')
})

test.each([
  [{ is: 'opened' }, true],
  [{ is: 'not-open' }, true],
  [{ is: 'address', address: 'http://127.0.0.1:80/?key=x' }, true],
  [{ is: 'address', address: 'http://127.0.0.1:80' }, false],
  [{ is: 'address', address: 'http://127.0.0.1/' }, false],
  [{ is: 'address', address: 'http://a.example:80/' }, false],
  [{ is: 'address', address: 'https://127.0.0.1:80/' }, false],
  [{ is: 'address', address: 'see http://127.0.0.1:80/' }, false],
  [{ is: 'address', address: 'http://127.0.0.1:80/a b' }, false],
  [{ is: 'failed', failure: { code: 'busy', message: { ko: 'a', en: 'b' } } }, true],
  [{ is: 'failed', failure: { code: 'busy', message: { ko: 'a' } } }, false],
  [{ is: 'else' }, false],
])('%j as an outcome is taken: %s', (said, isTaken) => {
  expect(v.is(outcomeSchema, said)).toBe(isTaken)
})

test('a failure of a newer Lectern is one of ours', () => {
  const failure = { code: 'of-tomorrow', message: { ko: 'a', en: 'b' } }
  expect(v.parse(outcomeSchema, { is: 'failed', failure })).toMatchObject({ failure: { code: 'internal' } })
})

test('a request names a path of a length that there is, or none', () => {
  const isTaken = (path: unknown) => v.is(requestSchema, { path, gallery: false })
  expect([null, '/a', 'x'.repeat(4096)].map(isTaken)).toEqual([true, true, true])
  expect(['x'.repeat(4097), 7].map(isTaken)).toEqual([false, false])
  expect(v.is(requestSchema, { path: null })).toBe(false)
})

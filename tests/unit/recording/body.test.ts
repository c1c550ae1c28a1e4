import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bodyOf } from '../../../src/services/recording/body.ts'
import { shortPath } from '../../../src/services/recording/call-event.ts'
import type { HttpMessage } from '../../../src/services/recording/http-parser.ts'

const message = (content: string | Buffer, type?: string): HttpMessage => {
  const body = Buffer.from(content)
  const sha256 = createHash('sha256').update(body).digest('hex')
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  return { startLine: '', headers, startedAt: 0, endedAt: 0, bytes: body.length, body, sha256, partsAt: [] }
}

function tar(names: readonly string[]): Buffer {
  const heads = names.map((name) => {
    const head = Buffer.alloc(512)
    head.write(name)
    head.write('00000000000\0', 124)
    head.write(name.endsWith('/') ? '5' : '0', 156)
    head.write('ustar\0', 257)
    return head
  })
  return Buffer.concat([...heads, Buffer.alloc(1024)])
}

test('JSON loses its unset fields, unless nothing would be left', () => {
  expect(bodyOf(message('{"a":1,"b":null,"c":{"d":""},"e":[0,false]}', 'application/json'))).toEqual({ json: { a: 1 } })
  expect(bodyOf(message('{"Detach":false}', 'application/json'))).toEqual({ json: { Detach: false } })
})

test('of repeated progress the first line of each kind stays', () => {
  const lines = [
    { status: 'Preparing', progressDetail: {}, id: 'a' },
    { status: 'Pushing', progressDetail: { current: 1, total: 9 }, progress: '[> ]', id: 'a' },
    { status: 'Pushing', progressDetail: { current: 5, total: 9 }, progress: '[=>]', id: 'a' },
    { status: 'Pushing', progressDetail: { current: 1, total: 3 }, id: 'b' },
  ]
  expect(bodyOf(message(lines.map((line) => JSON.stringify(line)).join('\r\n'), 'application/json'))).toEqual({
    jsonLines: [
      { status: 'Preparing', id: 'a' },
      { status: 'Pushing', progressDetail: { current: 1, total: 9 }, id: 'a' },
      { status: 'Pushing', progressDetail: { current: 1, total: 3 }, id: 'b' },
    ],
  })
})

test('long answers lose their middle', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `{"n":${i + 1}}`).join('\n')
  const kept = bodyOf(message(lines, 'application/json'))?.['jsonLines'] as { leftOut?: number }[]
  expect(kept).toHaveLength(71)
  expect(kept[60]).toEqual({ leftOut: 30 })
})

test('long text loses its end, and says so; text that is just long enough does not', () => {
  expect(bodyOf(message('x'.repeat(2000), 'text/plain'))).toEqual({ text: 'x'.repeat(2000) })
  expect(bodyOf(message('x'.repeat(2001), 'text/plain'))).toEqual({ text: `${'x'.repeat(2000)}…` })
  const eighty = Array.from({ length: 80 }, (_, i) => `{"n":${i + 1}}`).join('\n')
  expect(bodyOf(message(eighty, 'application/json'))?.['jsonLines']).toHaveLength(80)
})

test('framed output is told by stream, also from engines that name no type for it', () => {
  const framed = Buffer.from('\u0001\0\0\0\0\0\0\u0002hi\u0002\0\0\0\0\0\0\u0003oh!')
  const expected = {
    framed: [
      { stream: 'stdout', text: 'hi' },
      { stream: 'stderr', text: 'oh!' },
    ],
  }
  expect(bodyOf(message(framed, 'application/vnd.docker.multiplexed-stream'))).toEqual(expected)
  expect(bodyOf(message(framed))).toEqual(expected)
})

test('archives are listed, other bytes measured', () => {
  const names = ['etc/', ...Array.from({ length: 14 }, (_, i) => `f${i}`)]
  const listing = bodyOf(message(gzipSync(tar(names))))
  expect(listing).toMatchObject({ binary: 'tar+gzip', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  expect(listing?.['tar']).toHaveLength(13)
  expect(listing?.['tar']).toContainEqual({ name: 'etc/', type: 'dir', size: 0 })
  expect(listing?.['tar']).toContainEqual({ more: 3 })
  expect(bodyOf(message(tar(['a']), 'application/x-tar'))).toMatchObject({ binary: 'tar', tar: [{ name: 'a' }] })
  expect(bodyOf(message(Buffer.from([0, 1, 2, 3]), 'x/y'))).toMatchObject({ binary: 'x/y', bytes: 4 })
  expect(bodyOf(message(''))).toBeUndefined()
})

test('paths are said in one line', () => {
  const id = 'a'.repeat(64)
  expect(shortPath(`/v1.51/containers/${id}/json`)).toBe('/containers/aaaaaaaaaaaa…/json')
  expect(shortPath(`/v2/x/blobs/sha256%3A${id}`)).toBe('/v2/x/blobs/sha256:aaaaaaaaaaaa…')
  expect(shortPath('/a?b=100%')).toBe('/a?b=100%')
})

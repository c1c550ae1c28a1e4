import { describe, expect, test } from 'vitest'
import { eventAt, refTo, type Digest } from '../../../src/core/traces/digest.ts'
import { eventRow } from '../../../src/core/traces/event-row.ts'

const digest: Digest = {
  schema: 'docker-trace-digest/1',
  of: 'set/a#b',
  title: 'a',
  recordedWith: {},
  conditions: [],
  actors: { cli: 'docker CLI' },
  events: [
    {
      n: 3,
      t_ms: 12.34,
      from: 'cli',
      to: 'engine',
      summary: 'create',
      request: { method: 'POST', path: '/containers/create', bytes: 1810 },
      response: { status: 201, bytes: 88 },
    },
    { n: 4, t_ms: 2500, summary: 'a command', request: { command: 'docker ps' }, response: { exitCode: 0 } },
    { n: 7, t_ms: 0, summary: 'the kernel says something' },
  ],
}

describe('a reference', () => {
  test('finds its event, also where the name itself holds the sign', () => {
    expect(refTo(digest, 3)).toBe('set/a#b#3')
    expect(eventAt([digest], refTo(digest, 4)).event.summary).toBe('a command')
  })

  test('that leads nowhere is an error', () => {
    expect(() => eventAt([digest], refTo(digest, 5))).toThrow(RangeError)
    expect(() => eventAt([], refTo(digest, 3))).toThrow(RangeError)
  })
})

describe('a row of the log', () => {
  test('says of a call who asked whom for what, how it ended and how much it took', () => {
    expect(eventRow([digest], refTo(digest, 3), 'en')).toEqual({
      ref: 'set/a#b#3',
      time: '12.3 ms',
      from: 'docker CLI',
      to: 'engine',
      what: 'POST /containers/create',
      status: '201',
      bytes: '1.90 kB',
    })
  })

  test('says of a command what was typed and its exit code, and of anything else what the recorder noted', () => {
    expect(eventRow([digest], refTo(digest, 4), 'en')).toMatchObject({
      time: '2.50 s',
      what: '$ docker ps',
      status: 'exit 0',
    })
    expect(eventRow([digest], refTo(digest, 7), 'en')).toMatchObject({
      what: 'the kernel says something',
      from: '',
      status: '',
      bytes: '',
    })
  })
})

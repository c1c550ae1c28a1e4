import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { reviewEventSchema } from '../../../src/contract/review.ts'
import { isReview, readLine } from '../../../src/services/progress/line.ts'
import { events } from './arbitrary.ts'
import { eventOf, line } from './given.ts'

const read = (object: object) => readLine(Buffer.from(line(object)).subarray(0, -1))

/** Whether a line is taken as an event, and whether the schema takes it. */
const verdicts = (object: object) => [read(object).kind === 'event', v.is(reviewEventSchema, object)]

const whole: Readonly<Record<string, unknown>> = { ...eventOf('device', 1) }
const edges = [
  ...[null, true, false, 0, -1, 1, 2, 0.5, -1000, -1001, 1000, 1001, 1e8, 1e8 + 1, 8.64e15, 8.64e15 + 1],
  ...['', 'x', '/', 'a/b', 'a/b/c', '/a', 'a/', 'Said', 'said', 'typed', 'shouted', 'good', 'great', 'due', 'later'],
  ...['hit', 'review', 'undo', '2026-11-24', '2026-1-24', '12026-11-24', '2026-11-245', ' 2026-11-24'],
  ...[40, 41, 100, 101, 200, 201, 300, 301, 500, 501].map((length) => 'x'.repeat(length)),
  ...[500, 501].map((length) => `a/${'x'.repeat(length - 2)}`),
  ...[[], ['hit'], ['hot'], [null], Array(100).fill('half'), Array(101).fill('half'), {}, { length: 1 }],
]

describe('a line of a log', () => {
  it('is an event where the schema says so and nowhere else, whichever of its fields is odd', () => {
    expect(verdicts(whole)).toEqual([true, true])
    for (const field of Object.keys(whole)) {
      for (const edge of edges) {
        const [isTaken, isRight] = verdicts({ ...whole, [field]: edge })
        expect([field, edge, isTaken]).toEqual([field, edge, isRight])
      }
      const { [field]: gone, ...without } = whole
      expect(gone).toBeDefined()
      expect([field, ...verdicts(without)]).toEqual([field, false, false])
    }
    expect(verdicts({ ...whole, from: 'device-000000001-x' })).toEqual([true, true])
    expect(verdicts({ ...whole, from: '' })).toEqual([false, false])
    expect(verdicts({ ...whole, more: 1 })).toEqual([false, false])
    // As many fields as there should be, one of them another.
    const others = Object.entries(whole).map(([name, value]) => [name === 'recall' ? 'from' : name, value] as const)
    expect(verdicts(Object.fromEntries(others))).toEqual([false, false])
  })

  it('is an event where the schema says so, for any event with any field replaced', () => {
    const fields = fc.constantFrom(...Object.keys(whole), 'from', 'ref', 'on', 'to')
    fc.assert(
      fc.property(events, fields, fc.oneof(fc.jsonValue(), fc.constantFrom(...edges)), (list, field, value) => {
        for (const event of list) {
          const object = JSON.parse(JSON.stringify({ ...event, [field]: value })) as object
          const [isTaken, isRight] = verdicts(object)
          expect([object, isTaken]).toEqual([object, isRight])
        }
      }),
    )
  })

  it('is known for a review by hand wherever the schema takes it, so that it takes no longer than it must', () => {
    for (const field of Object.keys(whole)) {
      for (const edge of edges) {
        const object = { ...whole, [field]: edge }
        expect([field, edge, isReview(object)]).toEqual([field, edge, v.is(reviewEventSchema, object)])
      }
    }
  })

  it('of a newer Lectern is kept with what it can be told by, whatever else is in it', () => {
    const newer = (more: object) => read({ ...whole, type: 'dream', ...more })
    expect(newer({ seq: 7, at: 9 })).toMatchObject({ kind: 'newer', id: whole['id'], seq: 7, at: 9 })
    // Behind all that this one knows, and as old as can be.
    expect(newer({ seq: 'seven', at: null })).toMatchObject({ kind: 'newer', id: whole['id'], seq: 0, at: 0 })
    for (const id of ['', 'x'.repeat(101), 7, null]) expect(newer({ id }).kind).toBe('bad')
    expect(newer({ id: 'x'.repeat(100) }).kind).toBe('newer')
  })

  it('says no where the schema would for every way of recalling but the two', () => {
    for (const recall of ['said', 'typed']) expect(read({ ...whole, recall }).kind).toBe('event')
    for (const recall of ['sung', '', null, true, 1, ['said']]) expect(read({ ...whole, recall }).kind).toBe('newer')
  })
})

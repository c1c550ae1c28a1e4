import { expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import { deviceOf } from '../../../src/core/review/device-of.ts'
import { byTime, unionOf, withEvents } from '../../../src/services/progress/merge.ts'
import { event } from '../review/log.ts'

const made = (device: string, seq: number, at: number, card = 'c/a'): ReviewEvent => ({
  ...event({ type: 'bury', card }),
  id: `${device}-${String(seq).padStart(9, '0')}-x`,
  seq,
  at,
})
const ids = (events: readonly ReviewEvent[]): string[] => events.map(({ id, seq }) => `${deviceOf(id)}${seq}`)

test('the device of an event is what its id begins with', () => {
  expect(['abc-000000001-x', 'abc', '-1', ''].map(deviceOf)).toEqual(['abc', '', '', ''])
})

test('events of one device stand as they happened, whatever its clock said', () => {
  expect(ids(byTime([made('a', 2, 5), made('a', 1, 9), made('a', 3, 1)]))).toEqual(['a1', 'a2', 'a3'])
})

test('between devices the clock decides, and a device never goes back in time', () => {
  const events = [made('a', 1, 10), made('a', 2, 3), made('a', 3, 12), made('b', 1, 11), made('b', 2, 13)]
  expect(ids(byTime(events))).toEqual(['a1', 'a2', 'b1', 'a3', 'b2'])
  expect(ids(byTime(events.toReversed()))).toEqual(['a1', 'a2', 'b1', 'a3', 'b2'])
})

test('at the same time the devices stand by their names', () => {
  expect(ids(byTime([made('b', 1, 5), made('a', 2, 5), made('a', 1, 5)]))).toEqual(['a1', 'a2', 'b1'])
})

test('a union has each event once, in order', () => {
  const [one, two, three] = [made('a', 1, 1), made('a', 2, 2), made('b', 1, 1)]
  const union = unionOf([two, one], [three, one], [])
  expect(ids(union.events)).toEqual(['a1', 'b1', 'a2'])
  expect(union.conflicts).toEqual([])
  expect(ids(unionOf([two, one]).events)).toEqual(['a1', 'a2'])
  expect(ids(unionOf([one, one]).events)).toEqual(['a1'])
  expect(unionOf()).toEqual({ events: [], conflicts: [] })
})

test('a log that is in order and alone is taken as it is, and never for more than one', () => {
  const whole = [made('a', 1, 9), made('a', 2, 1), made('a', 3, 5)]
  for (const list of [whole, whole.slice(0, 1)]) expect(unionOf([], list, []).events).toBe(list)
  expect(ids(unionOf(whole, [made('b', 1, 2)]).events)).toEqual(['b1', 'a1', 'a2', 'a3'])
  expect(ids(unionOf(whole.slice(0, 2), whole).events)).toEqual(['a1', 'a2', 'a3'])
  // Two that have one number stand by their time.
  const [early, late] = [{ ...made('a', 1, 1), id: 'a-000000001-y' }, made('a', 1, 2)]
  expect(unionOf([late, early]).events).toEqual([early, late])
})

test('a list in which one device stands between events of another is put in order', () => {
  const list = [made('a', 1, 5), made('b', 1, 1), made('a', 2, 6)]
  expect(ids(unionOf(list).events)).toEqual(['b1', 'a1', 'a2'])
})

test('of two events with one id the same is taken on every device, and that there are two is told', () => {
  const [one, other] = [made('a', 1, 1, 'c/a'), made('a', 1, 1, 'c/b')]
  for (const lists of [[[one], [other]], [[other], [one]], [[other, one]]]) {
    const { events, conflicts } = unionOf(...lists)
    expect(events).toEqual([one])
    expect(conflicts).toEqual([one.id])
  }
  expect(unionOf([one], [structuredClone(one)])).toEqual({ events: [one], conflicts: [] })
})

test('conflicts are told by id, each once', () => {
  const [a, b] = [made('a', 2, 1, 'c/a'), made('a', 1, 1, 'c/a')]
  const others = [made('a', 2, 1, 'c/b'), made('a', 2, 1, 'c/c'), made('a', 1, 1, 'c/b')]
  expect(unionOf([a, b], others).conflicts).toEqual([b.id, a.id])
})

test('events that come later are put where they belong', () => {
  const [one, two, three] = [made('a', 1, 1), made('a', 2, 2), made('a', 3, 3)]
  expect(ids(withEvents([one], [two]))).toEqual(['a1', 'a2'])
  expect(ids(withEvents([one, three], [two]))).toEqual(['a1', 'a2', 'a3'])
  expect(ids(withEvents([one], [two, three]))).toEqual(['a1', 'a2', 'a3'])
  expect(ids(withEvents([one], [three, two]))).toEqual(['a1', 'a2', 'a3'])
  expect(ids(withEvents([one, two], [two]))).toEqual(['a1', 'a2'])
  expect(ids(withEvents([one, two], [made('b', 3, 1)]))).toEqual(['a1', 'b3', 'a2'])
  expect(ids(withEvents([], [one]))).toEqual(['a1'])
  expect(withEvents([one], [])).toEqual([one])
})

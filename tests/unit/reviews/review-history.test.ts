import { expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import { cardOf } from '../../../src/core/review/index.ts'
import type { Progress } from '../../../src/services/progress/index.ts'
import { byTime } from '../../../src/services/progress/merge.ts'
import { reviewHistory } from '../../../src/services/reviews/review-history.ts'
import { dayMs, noon } from './course-history.ts'

const on = (device: string, seq: number, day: number, card = 'c/a'): ReviewEvent => {
  const at = noon + day * dayMs
  const id = `${device}-${String(seq).padStart(9, '0')}-x`
  return {
    ...{ v: 1, seq, id, at, tz: 540, day: new Date(at).toISOString().slice(0, 10) },
    ...{ type: 'review', card, mode: 'due', grade: 'good', suggested: null, points: [], ms: 0, hints: 0 },
    ...{ gaveUp: false, recall: 'said', params: 'p' },
  }
}

test('what a device did after its clock was far ahead stands among what others did at that time', () => {
  let events = byTime([on('a', 1, 26_000), on('a', 2, 10), on('b', 1, 12)])
  const time = { at: noon + 13 * dayMs }
  const history = reviewHistory({ events: () => events } as Progress, () => time.at, 'Asia/Seoul')
  expect(history.progress().events.map(({ id }) => id.slice(0, 1))).toEqual(['a', 'a', 'b'])
  expect(cardOf(history.progress(), 'c/a').reviews).toBe(3)

  // An answer more, and the day after: the same as from the beginning.
  time.at += dayMs
  events = byTime([...events, on('b', 2, 14)])
  expect(cardOf(history.progress(), 'c/a')).toMatchObject({ reviews: 4, lastDay: '2026-12-08' })
  expect(history.progress()).toBe(history.progress())
})

test('an answer more works out its own card anew and no other, but what came between others works out all', () => {
  let events = byTime([on('a', 1, 1, 'c/a'), on('a', 2, 3, 'c/b')])
  const history = reviewHistory({ events: () => events } as Progress, () => noon + 9 * dayMs, 'Asia/Seoul')
  const before = cardOf(history.progress(), 'c/b')
  events = [...events, on('a', 3, 5, 'c/a')]
  const second = history.progress()
  expect(cardOf(second, 'c/a').reviews).toBe(2)
  expect(cardOf(second, 'c/b')).toBe(before)

  // Of another device, and older than the last.
  events = byTime([...events, on('b', 1, 4, 'c/a')])
  const third = history.progress()
  expect(third.events.map(({ id }) => id.slice(0, 1))).toEqual(['a', 'a', 'b', 'a'])
  expect(cardOf(third, 'c/a').reviews).toBe(3)
  expect(cardOf(third, 'c/b')).not.toBe(before)
  expect(cardOf(third, 'c/b')).toEqual(before)

  // One that comes between, and one at the end.
  events = byTime([...events, on('c', 1, 2, 'c/a'), on('a', 4, 6, 'c/a')])
  expect(cardOf(history.progress(), 'c/a').reviews).toBe(5)

  // As many as before and one, but not the same before.
  events = [
    ...byTime([on('c', 1, 2, 'c/b'), on('a', 2, 3, 'c/b'), on('a', 3, 5, 'c/a'), on('d', 1, 6, 'c/a')]),
    on('a', 4, 7),
  ]
  expect(cardOf(history.progress(), 'c/a').reviews).toBe(3)
  expect(cardOf(history.progress(), 'c/b').reviews).toBe(2)
})

import { expect, test } from 'vitest'
import { eventsInOrder } from '../../../src/core/scenes/isolation/event-order.ts'

test('events come by recording as first named, within one as they happened, each once', () => {
  expect(eventsInOrder('b#10', 'a#3', 'b#9', 'a#1', 'b#10')).toEqual(['b#9', 'b#10', 'a#1', 'a#3'])
  expect(eventsInOrder()).toEqual([])
})

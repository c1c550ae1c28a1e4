import { expect, test } from 'vitest'
import { restTopic, topicCards, topicOf } from '../../../src/core/review/index.ts'

const cards = [
  { card: 'c/a', topics: ['one', 'all'] },
  { card: 'c/b', topics: ['two', 'one', 'all'] },
  { card: 'c/c', topics: [] },
]
const of = (topic: string) => topicCards(cards, topic).map(({ card }) => card)

test('a question belongs to the first deck that asks it, so that topics add up', () => {
  expect(cards.map(topicOf)).toEqual(['one', 'two', restTopic])
  expect([...of('one'), ...of('two'), ...of(restTopic)]).toEqual(['c/a', 'c/b', 'c/c'])
})

test('a deck to which none belongs has all that it asks', () => {
  expect(of('all')).toEqual(['c/a', 'c/b'])
  expect(of('none')).toEqual([])
})

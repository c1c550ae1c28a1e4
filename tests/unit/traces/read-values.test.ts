import { describe, expect, test } from 'vitest'
import { digestOf, eventOf, valueIn, listIn, numberIn, part, textIn } from '../../../src/core/traces/read-values.ts'

const recorded = { status: 201, body: { json: { Id: 'abc', Layers: ['a', 'b'] } }, empty: null }

describe('reading what was recorded', () => {
  test('goes down by names and places in lists', () => {
    expect(numberIn(recorded, 'status')).toBe(201)
    expect(textIn(recorded, 'body', 'json', 'Id')).toBe('abc')
    expect(textIn(recorded, 'body', 'json', 'Layers', 1)).toBe('b')
    expect(listIn(recorded, 'body', 'json', 'Layers')).toHaveLength(2)
  })

  test.each([
    ['nothing there', () => valueIn(recorded, 'body', 'text')],
    ['nothing on the way', () => valueIn(recorded, 'status', 'code')],
    ['null', () => valueIn(recorded, 'empty')],
    ['no part of it at all', () => valueIn(undefined, 'status')],
    ['a number where a text is wanted', () => textIn(recorded, 'status')],
    ['a text where a number is wanted', () => numberIn(recorded, 'body', 'json', 'Id')],
    ['an object where a list is wanted', () => listIn(recorded, 'body')],
    ['an event that the digest does not hold', () => eventOf(digestOf({ of: 'a', events: [] }), 1)],
    ['a text that a pattern does not find', () => part('exit 137', /code (\d+)/)],
  ])('%s is an error', (_what, read) => expect(read).toThrow('the recordings lack'))

  test('takes the first group of a pattern, or all that it finds', () => {
    expect(part('--memory=64m -d', /--memory=(\S+)/)).toBe('64m')
    expect(part('--memory=64m -d', /--memory=\S+/)).toBe('--memory=64m')
  })
})

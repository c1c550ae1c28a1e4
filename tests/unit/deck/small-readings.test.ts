/** Small things that are read out of a deck's text, each at its edges. */
import { describe, expect, test } from 'vitest'
import { codeGroups } from '../../../src/core/deck/code.ts'
import { framedSlide, langOf, parseDeck, skimDeck, sourceText, writeDeck } from '../../../src/core/deck/index.ts'
import { slideOf } from './deck-of.ts'
import { decoded, imagePath } from '../../../src/core/deck/targets.ts'

test.each([
  ['{1}', [[1]]],
  [' {1|3-4, 2} ', [[1], [3, 4, 2]]],
  ['{ 2 - 4 }', [[2, 3, 4]]],
  ['{4}', [[4]]],
  ['{5}', null],
  ['{0}', null],
  ['{3-2}', null],
  ['{2-5}', null],
  ['{1|}', null],
  ['{}', null],
  ['1', null],
  ['{1', null],
  ['x{1}', null],
])('of four lines %s lights %j', (written, groups) => {
  expect(codeGroups(written, 4)).toEqual(groups)
})

test.each([
  ['---\nlang: en\n---\n', 'en'],
  ['---\ntitle: 덱\n---\n', null],
  ['no block at all', null],
])('the language of a deck is what its own block says: %j', (text, lang) => {
  expect(langOf(text)).toBe(lang)
})

test('an image that is not there gives way to a frame, others and those that name none stay', () => {
  const html = '<p><img alt="none"><img src="a%20b.png?x#y"><img src="c.png"></p>'
  const { slide } = slideOf('', '\n## T\n')
  expect(framedSlide({ ...slide, html }, new Set(['a b.png'])).html).toBe(
    '<p><img alt="none"><img data-missing=""><img src="c.png"></p>',
  )
})

test('an address is the path that it encodes, or stands for itself', () => {
  expect(['a%20b', '%EA%B0%80', '%zz', '100%'].map(decoded)).toEqual(['a b', '가', '%zz', '100%'])
  expect(['a%20b.png', 'a.png?x', 'a.png#x?y'].map(imagePath)).toEqual(['a b.png', 'a.png', 'a.png'])
})

test('a slide without a body is its keys and what is said to it', () => {
  const written = (section: Parameters<typeof writeDeck>[1][number]) => sourceText(writeDeck(null, [section]))
  expect(written({ keys: { id: 'a' }, body: ' \n' })).toBe('---\nid: a\n---\n')
  expect(written({ keys: { id: 'a' }, body: '', notes: ' say --> it ' })).toBe(
    '---\nid: a\n---\n\n<!--\nsay --&gt; it\n-->\n',
  )
  expect(written({ keys: { id: 'a' }, body: '## A', notes: '' })).toBe('---\nid: a\n---\n\n## A\n')
})

describe('the head of a deck', () => {
  const setting = { file: 'a.ko.md', ref: { course: 'c', name: 'a', lang: 'ko' }, scenes: {} } as const
  test.each([
    ['minutes: 12', { minutes: 12, emblem: 'sheet' }],
    ['minutes: 9999', { minutes: 9999, emblem: 'sheet' }],
    ['emblem: vm', { minutes: undefined, emblem: 'vm' }],
    ['emblem: whale', { minutes: undefined, emblem: 'sheet' }],
  ])('says %s whether it is skimmed or read', (line, said) => {
    const text = `---\ntitle: 덱\n${line}\n---\n`
    for (const { minutes, emblem } of [skimDeck(text, setting), parseDeck(text, setting).deck])
      expect({ minutes: minutes ?? undefined, emblem }).toEqual(said)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDeck, skimDeck } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/catalogue.ts'
import { deckText } from '../../bench/deck-text.ts'

const setting = { file: 'a.ko.md', ref: { course: 'c', name: 'a', lang: 'ko' }, scenes: catalogue } as const

const shown = ({ title, emblem, minutes, slides }: ReturnType<typeof skimDeck>) => ({
  title,
  emblem,
  minutes,
  slides: slides.map(({ id, line, scene, seconds }) => ({ id, line, scene, seconds })),
})

it.each([
  ['as most are written', deckText(9)],
  [
    'written in other ways',
    [
      '---\ntitle: "덱: 하나"\nminutes: 7\n---\n',
      '---\nid: "quoted"\nseconds: 30 # about\ndiagram: vm-vs-container\nsteps: [VC-1, VC-3]\n---\n## 하나\n',
      "---\nid: 'single'\nlayout: diagram\ndiagram: vm-vs-container\nat: VC-2\n---\n## 둘\n",
      '---\nid: list\ndiagram: vm-vs-container\nsteps: list\n---\n## 셋\n\n```md\n---\nid: fenced\n---\n```\n',
      '---\nid: lines\ndiagram: vm-vs-container\nsteps:\n  - VC-1\n  - VC-2\n---\n## 셋째\n',
      '---\nid: silent\ndiagram: vm-vs-container\nsteps: VC-5\npredict: false\n---\n## 넷째\n',
      '---\nlayout: content\ndiagram: no-such-scene\n---\n## 넷\n',
    ].join('\n'),
  ],
  ['without a block of its own', '---\nid: only\n---\n## 하나\n'],
  ['that is empty', ''],
])('a deck %s looks before it is read as it does afterwards', (_how, text) => {
  expect(shown(skimDeck(text, setting))).toEqual(shown(parseDeck(text, setting).deck))
})

/** Letters, and what YAML heeds. */
const awkward = Array.from('a덱1 :#"\'-[{,\t\\&*!|>%@`.~')
const value = fc.oneof(
  fc.constantFrom(
    'null',
    'TRUE',
    'ko',
    '7',
    '07',
    '1e3',
    '0',
    "'7'",
    '하나: 둘',
    '하나 # 둘',
    '|',
    '&a b',
    '- 하나',
    ' ',
  ),
  fc.array(fc.constantFrom(...awkward), { maxLength: 8 }).map((letters) => letters.join('')),
)
const headLine = fc
  .tuple(
    fc.constantFrom('title', 'title', 'lang', 'minutes', 'emblem', 'id', 'layout'),
    fc.constantFrom(':', ': ', ' :  '),
    value,
  )
  .map((parts) => parts.join(''))
const plainLine = fc.constantFrom(
  'title: 덱 하나',
  'lang: ko',
  'minutes: 12',
  'emblem: vm',
  'emblem: whale',
  '',
  '# 말',
)

it('has the title and the minutes that reading it tells, whatever its block says', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(headLine, plainLine), { maxLength: 4 }), (lines) => {
      const text = `---\n${lines.join('\n')}\n---\n\n---\nid: one\nseconds: 90\n---\n\n## 하나\n`
      const { title, emblem, minutes } = parseDeck(text, setting).deck
      expect(skimDeck(text, setting)).toMatchObject({ title, emblem, minutes })
    }),
  )
})

it('has the steps that are marked and those of its pictures', () => {
  const text =
    '---\ntitle: a\n---\n\n---\nid: a\n---\n## a\n\n<!-- step -->\n\nb\n\n---\nid: b\ndiagram: vm-vs-container\nsteps: VC-2..VC-4\n---\n## b\n'
  expect(skimDeck(text, setting).slides.map(({ steps }) => steps)).toEqual([2, 3])
  expect(skimDeck(text, setting).problems).toEqual([])
})

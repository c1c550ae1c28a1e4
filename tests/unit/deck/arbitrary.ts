/** Decks as fast-check makes them up. */
import fc from 'fast-check'
import type { WrittenSection } from '../../../src/core/deck/index.ts'
import { scenes } from './deck-of.ts'

const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('---', '---  ', '```', '~~~', '````sh {1|2}', '<!--', '-->', '<!-- step -->', '***'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('id: a', 'title: b', 'layout: columns', 'steps: list', 'asks: [q-1', 'key: "', '\tx: 1'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '## 제목',
      '### 핵심',
      '- a',
      '  - b',
      '1. c',
      '> d',
      '| a | b |',
      '| - | - |',
      '[2] 노트',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<b onclick="x">',
      '</div>',
      '<div>',
      '<script>',
      '![x](http://a/b.png)',
      '[l](#a)',
      '[^1]',
      '[^1]: f',
    ),
  },
  fc.constantFrom('', '   ', '**굵게(bold)**를', 'text', 'Heading'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

/** Files of lines that mean something to the format, in any order and with any line endings. */
export const anyDeckText = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '\n', '---\ntitle: a\n---\n'),
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), { maxLength: 40 }),
    line,
  )
  .map(([lead, lines, last]) => lead + lines.map(([text, ending]) => text + ending).join('') + last)

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
export const id = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'))
const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => /\S/.test(text))
const seconds = fc.integer({ min: 1, max: 600 })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const facts = fc.uniqueArray(
  fc.record({
    id,
    asOf: fc.constantFrom('2026-11', '2025-01-31'),
    source: fc.constantFrom('https://a.b/c', 'https://docs.docker.com/engine/deprecated/#support-for-cgroup-v1'),
  }),
  { maxLength: 3, selector: (fact) => fact.id },
)
const vm = scenes['vm-vs-container']

const played = fc.oneof(
  fc.constant({}),
  fc.record({ diagram: fc.constant('vm-vs-container'), at: fc.constantFrom(...vm) }),
  fc.record({ diagram: fc.constant('vm-vs-container'), steps: fc.constantFrom('VC-2..VC-4', 'VC-5', 'list') }),
  fc.record({ diagram: fc.constant('vm-vs-container'), steps: fc.subarray(vm, { minLength: 1 }) }),
)

const blocks = fc.constantFrom(
  '문단 하나, **굵게(bold)**를 붙여서.',
  '- 하나\n- 둘\n  - 셋',
  '<!-- step -->',
  '```sh {1|2-3}\necho 1\necho 2\n---\n```',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '> 인용',
)

/** Slides that are right in every way. */
export const slide: fc.Arbitrary<WrittenSection> = fc
  .record({
    id,
    layout: fc.constantFrom('content', 'columns', 'table', 'code'),
    seconds: optional(seconds),
    covers: optional(fc.array(fc.stringMatching(/^[A-Z0-9.-]{1,8}$/), { maxLength: 3 })),
    facts: optional(facts),
    scene: played,
    blocks: fc.array(blocks, { maxLength: 5 }),
    notes: optional(fc.constantFrom('노트', '처음\n\n[1] 하나째')),
  })
  .map(({ scene, blocks: body, notes, ...keys }) => ({
    keys: { ...keys, ...scene },
    body: ['## 제목', ...body].join('\n\n'),
    notes,
  }))

export const deck = fc.record({
  header: fc.record({ title, minutes: optional(fc.integer({ min: 1, max: 90 })) }),
  slides: fc.uniqueArray(slide, { minLength: 1, maxLength: 6, selector: ({ keys }) => keys.id }),
})

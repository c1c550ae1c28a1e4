import { describe, expect, it } from 'vitest'
import { datedFacts, parseCoverage, sourceText, writeDeck } from '../../../src/core/deck/index.ts'
import { header, parsed, places, slideOf } from './deck-of.ts'

const source = 'https://docs.docker.com/engine/deprecated/#support-for-cgroup-v1'
const fact = (id: string, asOf: string, from = source) => `  - { id: ${id}, asOf: ${asOf}, source: ${from} }\n`

describe('facts of a slide', () => {
  it('are read as they are written', () => {
    const { slide, problems } = slideOf(
      `facts:\n${fact('a', '2026-11')}${fact('b-2', '2026-11-23')}`.trimEnd(),
      '## T\n',
    )
    expect(problems).toEqual([])
    expect(slide.facts).toEqual([
      { id: 'a', asOf: '2026-11', source },
      { id: 'b-2', asOf: '2026-11-23', source },
    ])
    expect(slideOf('', '## T\n').slide.facts).toEqual([])
  })

  it.each([
    ['no date', '  - { id: a, source: https://a.b }', 'bad-value@9:5'],
    ['a month that is none', '  - { id: a, asOf: 2026-13, source: https://a.b }', 'bad-value@9:20'],
    ['a day that is none', '  - { id: a, asOf: 2026-11-32, source: https://a.b }', 'bad-value@9:20'],
    ['a source that is no address', '  - { id: a, asOf: 2026-11, source: docs }', 'bad-value@9:37'],
    ['a source without encryption', '  - { id: a, asOf: 2026-11, source: http://a.b }', 'bad-value@9:37'],
    ['another key', '  - { id: a, asOf: 2026-11, source: https://a.b, by: c }', 'bad-value@9:54'],
    ['an id twice', fact('a', '2026-11').repeat(2).trimEnd(), 'bad-value@9:3'],
    ['no list', '  a', 'bad-value@9:3'],
  ])('with %s are told at their place and left out', (_, facts, expected) => {
    const { slide, problems } = slideOf(`facts:\n${facts}`, '## T\n')
    expect(places(problems)).toEqual([expected])
    expect(slide.facts).toEqual([])
  })

  it('are printed back byte for byte, and written as they are read', () => {
    const text = `${header}---\nid: one\nfacts: # to look up again\n${fact('a', '2026-11')}---\n\n## T\n`
    expect(sourceText(parsed(text).source)).toBe(text)
    const facts = [{ id: 'a', asOf: '2026-11', source }]
    const written = sourceText(writeDeck({ title: 't' }, [{ keys: { id: 'one', facts }, body: '## T' }]))
    expect(parsed(written).deck.slides[0]?.facts).toEqual(facts)
    expect(parsed(written).deck.problems).toEqual([])
  })
})

describe('datedFacts', () => {
  const deck = (facts: string) => parsed(`${header}---\nid: one\nfacts:\n${facts}---\n\n## T\n`).deck
  const now = new Date('2026-11-24T00:00:00Z')

  it('are oldest first, with their age in calendar months and their places', () => {
    const decks = [
      deck(fact('b', '2026-11') + fact('c', '2025-12-31')),
      deck(fact('a', '2026-11') + fact('b', '2026-11')),
    ]
    const place = { file: 'deck.ko.md', line: 6, slide: 'one' }
    expect(datedFacts(decks, now)).toEqual([
      { id: 'c', asOf: '2025-12-31', source, ageMonths: 11, places: [place] },
      { id: 'a', asOf: '2026-11', source, ageMonths: 0, places: [place] },
      { id: 'b', asOf: '2026-11', source, ageMonths: 0, places: [place, place] },
    ])
  })

  it('stay apart where their dates or sources differ', () => {
    const decks = [deck(fact('a', '2026-11')), deck(fact('a', '2026-10')), deck(fact('a', '2026-11', 'https://a.b'))]
    expect(datedFacts(decks, now).map(({ asOf, source: from }) => `${asOf} ${from}`)).toEqual([
      `2026-10 ${source}`,
      '2026-11 https://a.b',
      `2026-11 ${source}`,
    ])
  })

  it('are not younger than new', () => {
    expect(datedFacts([deck(fact('a', '2027-02'))], now)[0]?.ageMonths).toBe(0)
  })
})

describe('coverage.yaml', () => {
  it('is a list of items in both languages', () => {
    const read = parseCoverage('items:\n  S1-01: { ko: 가, en: a }\n  S1-02:\n    ko: 나\n    en: b\n', 'coverage.yaml')
    expect(read.problems).toEqual([])
    expect(read.items).toEqual([
      { id: 'S1-01', text: { ko: '가', en: 'a' }, at: { line: 2, column: 10 } },
      { id: 'S1-02', text: { ko: '나', en: 'b' }, at: { line: 4, column: 5 } },
    ])
  })

  it.each([
    ['nothing', '', 'missing-key@1:1'],
    ['an item in one language', 'items:\n  a: { ko: 가 }\n', 'bad-value@2:6'],
    ['an item that is a number', 'items:\n  a: { ko: 가, en: 1 }\n', 'bad-value@2:19'],
    ['an item twice', 'items:\n  a: { ko: 가, en: a }\n  a: { ko: 나, en: b }\n', 'yaml-broken@3:3'],
    ['another key', 'items: {}\nmore: 1\n', 'unknown-key@2:1'],
  ])('with %s is told where it stands', (_, text, expected) => {
    expect(places(parseCoverage(text, 'coverage.yaml').problems)).toEqual([expected])
  })
})

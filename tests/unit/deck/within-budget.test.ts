/** What takes too long to read is missing, and all else is there. */
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import {
  langOf,
  parseCourse,
  parseCoverage,
  parseDeck,
  parseGlossary,
  parseQuestions,
  type WithinBudget,
} from '../../../src/core/deck/index.ts'
import { longestPart } from '../../../src/core/deck/within-budget.ts'
import { header, setting } from './deck-of.ts'

/** Ends whatever has this word in it. */
const endingAt =
  (word: string): WithinBudget =>
  (work) => {
    const done = work()
    return inspect(done, { depth: 30 }).includes(word) ? null : { done }
  }
const codes = (problems: readonly { code: string; line: number }[]): string[] =>
  problems.map(({ code, line }) => `${code}:${line}`)

it('of a deck: the text of a slide, which is shown as plain words, and whose block and neighbours stay', () => {
  const text = `${header}---\nid: one\n---\n## A\n\na\n\n---\nid: two\nseconds: 30\n---\n## B\n\nSLOW\n\n---\nid: three\n---\n## C\n\nc\n`
  const line = text.slice(0, text.indexOf('---\nid: two')).split('\n').length
  const { deck } = parseDeck(text, { ...setting, within: endingAt('SLOW') })
  expect(deck.slides.map(({ id, title, html, seconds }) => [id, title, html, seconds])).toEqual([
    ['one', 'A', '<p>a</p>', null],
    ['two', 'B', '<p>SLOW</p>', 30],
    ['three', 'C', '<p>c</p>', null],
  ])
  expect(codes(deck.problems)).toEqual([`too-slow:${line}`])
  expect(codes(deck.slides[1]?.problems ?? [])).toEqual([`too-slow:${line}`])
  expect(deck.title).toBe('도커')
})

it('of a deck where nothing can be read: each slide says so once', () => {
  const text = `lead\n\n${header}\nlead\n\n---\nid: one\n---\n## A\n\n---\nid: two\n---\n## B\n`
  const { deck } = parseDeck(text, { ...setting, within: () => null })
  expect(deck.slides.map(({ id, problems }) => [id, codes(problems).map((one) => one.split(':')[0])])).toEqual([
    ['slide-1', ['too-slow']],
    ['slide-2', ['too-slow']],
  ])
  expect(new Set(codes(deck.problems)).size).toBe(deck.problems.length)
  expect(deck.problems.every(({ code }) => code === 'too-slow')).toBe(true)
  expect(langOf(text, () => null)).toBeNull()
})

it('of questions: the answer of one, and the others stay', () => {
  const question = (id: string, body: string): string => `---\nid: ${id}\n---\n\n## ${id}?\n\n### 한 줄\n\n${body}\n\n`
  const text = `---\ntitle: 질문\nlang: ko\n---\n\n${question('q-1', 'SLOW')}${question('q-2', '그래서.')}`
  const { questions, problems } = parseQuestions(text, { ...setting, lang: 'ko', within: endingAt('SLOW') })
  expect(questions.map(({ id, oneLineHtml }) => [id, oneLineHtml])).toEqual([
    ['q-1', ''],
    ['q-2', '<p>그래서.</p>'],
  ])
  expect(codes(problems).filter((one) => one.endsWith(':6'))).toEqual(['too-slow:6'])
})

it.each([
  ['glossary', (within: WithinBudget) => parseGlossary('terms: []\n', 'glossary.yaml', within).problems],
  ['course.yaml', (within: WithinBudget) => parseCourse('title: a\n', 'course.yaml', within).problems],
  ['coverage.yaml', (within: WithinBudget) => parseCoverage('items: {}\n', 'coverage.yaml', within).problems],
])('of %s: all of it, and that is all that is said', (_name, read) => {
  expect(codes(read(() => null))).toEqual(['too-slow:1'])
  expect(codes(read((work) => ({ done: work() })))).toEqual([])
})

it('of a slide: text that is longer than any slide, without a try', () => {
  const body = (length: number) => `${header}---\nid: one\n---\n## A\n\n${'a '.repeat(length / 2)}\n`
  const read = (length: number) => codes(parseDeck(body(length), setting).deck.problems)
  expect(read(longestPart)).toEqual([expect.stringContaining('too-slow')])
  expect(read(longestPart - 20)).toEqual([])
})

import { expect, test } from 'vitest'
import type { Overflow } from '../../../src/contract/print.ts'
import { overflowProblems, slideParts } from '../../../src/services/export/overflows.ts'
import { header, parsed } from '../deck/deck-of.ts'

const { deck } = parsed(`${header}---\nid: one\n---\n\n## 하나\n\n---\nid: two\n---\n\n## 둘\n`)
const overflow = (slide: string, step: number, by: number, part: Overflow['part'] = 'body'): Overflow => ({
  ...{ slide, step, part, by },
})
const told = (...overflows: readonly Overflow[]) =>
  overflowProblems(deck, overflows).map(({ line, code, message }) => [line, code, message.en])

test('a part that overflows at several steps is told once, with all of them and by how much at most', () => {
  const lines = told(overflow('one', 1, 4), overflow('one', 3, 12), overflow('one', 3, 2), overflow('one', 4, 7))
  expect(lines).toEqual([[6, 'overflow', expect.stringContaining('12') as string]])
  expect(lines[0]?.[2]).toContain('1, 3, 4')
  expect(lines[0]?.[2]).toContain(slideParts.body.en)
})

test('parts and slides are told apart, by the order of the deck', () => {
  const lines = told(overflow('two', 1, 4), overflow('one', 1, 4, 'title'), overflow('one', 1, 4))
  const [first, second] = [deck.slides[0]?.line, deck.slides[1]?.line]
  expect(lines.map(([line]) => line)).toEqual([first, first, second])
  const parts = lines.map(([, , message]) => String(message))
  expect(parts.filter((message) => message.includes(slideParts.title.en))).toHaveLength(1)
})

test('what fits, and what the deck has no more, is no problem', () => {
  expect(told()).toEqual([])
  expect(told(overflow('gone', 1, 4))).toEqual([])
})

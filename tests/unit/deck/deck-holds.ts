import { expect } from 'vitest'
import type { Deck } from '../../../src/contract/deck.ts'
import { parseDeck, sourceText } from '../../../src/core/deck/index.ts'
import { setting } from './deck-of.ts'

const marks = (html: string) =>
  [...html.matchAll(/data-(?:from|lit-from|lit)="([\d ]+)"/g)].flatMap(([, steps = '']) => steps.split(' ').map(Number))

/** Reads any text as a deck and expects what every deck holds: its bytes, safe markup, steps and problems within it. */
export function deckHolds(text: string): Deck {
  const { deck: read, source } = parseDeck(text, { ...setting, questions: [] })
  expect(sourceText(source)).toBe(text)
  const ids = read.slides.map((one) => one.id)
  expect(new Set(ids).size).toBe(ids.length)
  const lines = text.split(/\r\n|\n|\r/)
  const known = new Set(read.problems)
  for (const one of read.slides) {
    expect(one.steps).toBeGreaterThanOrEqual(1)
    for (const step of marks(one.html)) expect(step).toBeLessThanOrEqual(one.steps)
    for (const { step } of one.notes) expect(step ?? 1).toBeLessThanOrEqual(one.steps)
    // As markup: what is written out in code is only text.
    for (const html of [one.titleHtml, one.html, ...one.notes.map((note) => note.html)])
      expect(html).not.toMatch(/<script|<[a-z][^<>]*\sonclick|(?:href|src)="\s*javascript:|<!--/i)
    expect(one.problems.filter((problem) => !known.has(problem))).toEqual([])
  }
  for (const { line, column } of read.problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
  }
  return read
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDeckMemo, parseDeck } from '../../../src/core/deck/index.ts'
import { anyDeckText } from './arbitrary.ts'
import { header, scenes, setting } from './deck-of.ts'
import { rounds } from '../rounds.ts'

const deck = (...ids: string[]) =>
  header + ids.map((id) => `---\nid: ${id}\n---\n\n## ${id}\n\n<b onclick="x">b</b>\n\n`).join('')

describe('a deck read again with the same memory', () => {
  it('reads as it would without', () => {
    fc.assert(
      fc.property(fc.array(anyDeckText, { minLength: 2, maxLength: 4 }), (texts) => {
        const memo = createDeckMemo()
        for (const text of [...texts, ...texts]) {
          expect(parseDeck(text, { ...setting, questions: [], memo })).toEqual(
            parseDeck(text, { ...setting, questions: [] }),
          )
        }
      }),
      { numRuns: rounds(25, 1000) },
    )
  })

  it('reads only what has changed, wherever it stands now', () => {
    const memo = createDeckMemo()
    const first = parseDeck(deck('a', 'b', 'c'), { ...setting, memo }).deck
    const second = parseDeck(deck('a', 'new', 'b', 'c'), { ...setting, memo }).deck
    expect(second.slides.map(({ id, line }) => [id, line])).toEqual([
      ['a', 6],
      ['new', 14],
      ['b', 22],
      ['c', 30],
    ])
    expect(second.problems.map(({ line }) => line)).toEqual([12, 20, 28, 36])
    // The very same notes: they were not read again.
    expect(second.slides[2]?.notes).toBe(first.slides[1]?.notes)
    expect(second.slides[0]?.notes).toBe(first.slides[0]?.notes)
  })

  it('forgets what was read with other scenes', () => {
    const memo = createDeckMemo()
    const text = `${header}---\nid: a\ndiagram: isolation\n---\n\n## A\n`
    expect(parseDeck(text, { ...setting, memo }).deck.slides[0]?.steps).toBe(2)
    const changed = { ...scenes, isolation: ['IS-1'] }
    expect(parseDeck(text, { ...setting, scenes: changed, memo }).deck.slides[0]?.steps).toBe(1)
  })
})

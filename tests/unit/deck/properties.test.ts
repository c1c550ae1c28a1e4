import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SlideFact } from '../../../src/contract/deck.ts'
import { parseCourse, parseDeck, parseQuestions, sourceText, writeDeck } from '../../../src/core/deck/index.ts'
import { anyDeckText, deck, id, slide } from './arbitrary.ts'
import { deckHolds } from './deck-holds.ts'
import { scenes, setting } from './deck-of.ts'
import { rounds } from '../rounds.ts'

fc.configureGlobal({ numRuns: rounds(50, 2000) })

describe('parseDeck', () => {
  it('reads whatever it is given and points into it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void deckHolds(text)))
    fc.assert(
      fc.property(anyDeckText, (text) => void deckHolds(text)),
      { numRuns: rounds(100, 5000) },
    )
  })

  it('survives JSON and structured clone', () => {
    fc.assert(
      fc.property(anyDeckText, (text) => {
        const { deck: read } = parseDeck(text, setting)
        expect(JSON.parse(JSON.stringify(read))).toEqual(read)
        expect(structuredClone(read)).toEqual(read)
      }),
    )
  })
})

describe('parseQuestions and parseCourse', () => {
  it('read whatever they are given', () => {
    fc.assert(
      fc.property(anyDeckText, (text) => {
        expect(sourceText(parseQuestions(text, { file: 'q', lang: 'ko', scenes }).source)).toBe(text)
        expect(parseCourse(text, 'course.yaml').problems).toBeInstanceOf(Array)
      }),
    )
  })
})

describe('writeDeck', () => {
  it('writes what parseDeck reads back', () => {
    fc.assert(
      fc.property(deck, ({ header, slides }) => {
        const text = sourceText(writeDeck(header, slides))
        const { deck: read } = parseDeck(text, setting)
        expect(read.problems).toEqual([])
        expect(read.title).toBe(header.title)
        expect(read.slides.map((one) => [one.id, one.layout, one.seconds, one.covers, one.facts])).toEqual(
          slides.map(({ keys }) => {
            const {
              id: name,
              layout,
              seconds,
              covers,
              facts,
            } = keys as { id: string; layout: string; seconds?: number; covers?: string[]; facts?: SlideFact[] }
            return [name, layout, seconds ?? null, covers ?? [], facts ?? []]
          }),
        )
        expect(read.slides.map(({ notes }) => notes.length > 0)).toEqual(slides.map(({ notes }) => notes !== undefined))
        deckHolds(text)
      }),
    )
  })

  it('keeps each body in its slide, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 4 }), anyDeckText, fc.string(), (ids, body, notes) => {
        const source = writeDeck(
          { title: 't' },
          ids.map((one) => ({ keys: { id: one }, body, notes })),
        )
        expect(parseDeck(sourceText(source), setting).deck.slides.map((one) => one.id)).toEqual(ids)
        expect(source.unclosed).toEqual([])
      }),
    )
  })

  it('writes what it would write again', () => {
    fc.assert(
      fc.property(slide, ({ keys, body, notes }) => {
        const once = writeDeck(null, [{ keys, body, notes }])
        const [section] = once.sections
        const again = writeDeck(null, [{ keys, body: section?.body ?? '' }])
        expect(sourceText(again)).toBe(sourceText(once))
      }),
    )
  })

  it('breaks no line that people would not', () => {
    const title = '도커와 VM '.repeat(60).trim()
    expect(sourceText(writeDeck({ title, lang: 'ko' }, []))).toContain(`title: ${title}\n`)
  })

  it('writes as people do', () => {
    const source = writeDeck({ title: '도커: VM', lang: 'ko' }, [
      { keys: { id: 'a', asks: ['q-a', 'q-b'], steps: 'list' }, body: '## A\n\n---\n\n```sh\n---\n', notes: '끝 -->' },
    ])
    expect(sourceText(source)).toBe(
      '---\ntitle: "도커: VM"\nlang: ko\n---\n\n---\nid: a\nasks: [q-a, q-b]\nsteps: list\n---\n\n' +
        '## A\n\n***\n\n```sh\n---\n\n```\n\n<!--\n끝 --&gt;\n-->\n',
    )
  })
})

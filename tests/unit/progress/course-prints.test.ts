/** What a course is recognised by, where it has no `id`: each rule at its boundary. */
import { describe, expect, it } from 'vitest'
import {
  askedPrints,
  coursePrints,
  hasPrints,
  mayBeCopy,
  mayBeMoved,
  mayBeStill,
  shareInBoth,
  type CoursePrints,
} from '../../../src/services/progress/course-prints.ts'

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `${from + index}?`)
/** A course that asks the questions from one number up to another, and shows as many slides. */
const asking = (from: number, to: number): CoursePrints => ({ asked: askedPrints(numbers(from, to)), shown: [] })
const showing = (from: number, to: number): CoursePrints => {
  const slides = numbers(from, to).map((id) => ({ id }))
  const { shown } = coursePrints({}, [{ ref: { name: 'deck' }, title: 'Deck', slides }])
  return { asked: [], shown }
}
const none: CoursePrints = { asked: [], shown: [] }

describe('the prints of a course', () => {
  it('are of its questions, whatever stands around their words, and of its decks', () => {
    const question = (text: string) => ({ question: { text }, path: [] }) as never
    const decks = [{ ref: { name: 'deck' }, title: 'Title', slides: [{ id: 'one' }, { id: 'two' }] }]
    const prints = coursePrints({ ko: [question('왜 그럴까?')], en: [question('Why *that*?')] }, decks)
    expect(prints.asked).toHaveLength(2)
    expect(prints.shown).toHaveLength(3)
    expect(coursePrints({ en: [question('why that')], ko: [question('왜  그럴까')] }, [])).toEqual({
      asked: prints.asked,
      shown: [],
    })
    const other = { ref: { name: 'other' }, title: 'Title', slides: [{ id: 'one' }, { id: 'two' }] }
    // A slide is one of its deck, a title that of a deck.
    expect(new Set([...prints.shown, ...coursePrints({}, [other]).shown]).size).toBe(5)
    for (const print of [...prints.asked, ...prints.shown]) expect(print).toMatch(/^[\w-]{12}$/)
  })

  it('leave out what is no text, are in order, each once, and at most four hundred', () => {
    expect(askedPrints(['', 'one', 'one'])).toEqual(askedPrints(['one']))
    const many = askedPrints(numbers(0, 1000))
    expect(many).toHaveLength(400)
    expect(many).toEqual(many.toSorted())
    expect(many).toEqual(askedPrints(numbers(0, 1000).toReversed()))
  })

  it('are none where it has neither', () => {
    expect([none, asking(0, 1), showing(0, 1)].map(hasPrints)).toEqual([false, true, true])
  })
})

describe('two courses', () => {
  it.each<[string, CoursePrints, CoursePrints, number]>([
    ['the same', asking(0, 8), asking(0, 8), 1],
    ['half of the smaller', asking(0, 8), asking(6, 10), 0.5],
    ['nothing', asking(0, 8), asking(8, 10), 0],
    ['no questions in one of them', asking(0, 8), none, 0],
    ['decks where one asks nothing', { ...asking(0, 8), shown: showing(0, 4).shown }, showing(1, 5), 0.8],
    [
      'questions, whatever their decks',
      { ...asking(0, 4), shown: showing(0, 4).shown },
      { ...asking(2, 6), shown: showing(0, 4).shown },
      0.5,
    ],
  ])('share what the smaller one has of the other: %s', (_what, a, b, share) => {
    expect([shareInBoth(a, b), shareInBoth(b, a)]).toEqual([share, share])
  })

  it('may be one that moved from half of the smaller on', () => {
    expect(mayBeMoved(asking(0, 8), asking(6, 10))).toBe(true)
    expect(mayBeMoved(asking(0, 8), asking(7, 10))).toBe(false)
    expect(mayBeMoved(none, none)).toBe(false)
  })

  it('may be copies from a third of all that they have on', () => {
    // Four of twelve, three of twelve.
    expect(mayBeCopy(asking(0, 8), asking(4, 12))).toBe(true)
    expect(mayBeCopy(asking(0, 7), asking(4, 12))).toBe(false)
    // One that is a small part of the other is none.
    expect(mayBeCopy(asking(0, 20), asking(0, 3))).toBe(false)
    expect(mayBeCopy(none, none)).toBe(false)
  })

  it('are still one from a tenth of the questions on, or where nearly all decks are the same', () => {
    expect(mayBeStill(asking(0, 10), asking(9, 19))).toBe(true)
    expect(mayBeStill(asking(0, 11), asking(10, 21))).toBe(false)
    const [four, fewer] = [showing(0, 4), showing(0, 3)]
    // Of five prints, the title of the deck among them, four; and three of five.
    expect(mayBeStill({ ...asking(0, 9), shown: four.shown }, { ...asking(9, 20), shown: fewer.shown })).toBe(true)
    const shown = [...showing(0, 2).shown, ...showing(7, 9).shown]
    expect(mayBeStill({ ...asking(0, 9), shown: four.shown }, { ...asking(9, 20), shown })).toBe(false)
    expect(mayBeStill(asking(0, 9), asking(9, 20))).toBe(false)
    // What holds nothing at present says nothing.
    expect([mayBeStill(none, asking(0, 9)), mayBeStill(asking(0, 9), none)]).toEqual([true, true])
  })

  it('that are large are compared by what both can know of', () => {
    const [all, half] = [asking(0, 2000), asking(0, 1000)]
    expect(shareInBoth(all, half)).toBe(1)
    expect(shareInBoth(asking(0, 300), all)).toBeCloseTo(1)
    const estimate = shareInBoth(asking(0, 1000), asking(500, 1500))
    expect(estimate).toBeGreaterThan(0.4)
    expect(estimate).toBeLessThan(0.6)
  })
})

import { describe, expect, test } from 'vitest'
import type { Lang } from '../../../src/contract/deck.ts'
import type { CourseSummary, DeckSummary } from '../../../src/contract/library.ts'
import { crumbsOf } from '../../../src/renderer/library/folder-path.ts'
import { lastPart } from '../../../src/renderer/parts/last-part.ts'
import { cardsOf, langsOf, slidesOf } from '../../../src/renderer/library/shelf.ts'

const deck = (name: string, lang: Lang, slides = 10): DeckSummary => ({
  ref: { course: 'c', name, lang },
  title: `${name} ${lang}`,
  emblem: 'sheet',
  slides,
  pages: { all: slides, final: slides },
  minutes: null,
  problems: { errors: 0, warnings: 0, first: [] },
  lastPlace: null,
})
const course = (decks: readonly DeckSummary[]): CourseSummary => ({
  id: 'c',
  folder: '/c',
  bundled: true,
  title: { ko: '', en: '' },
  description: { ko: '', en: '' },
  questions: 4,
  terms: 0,
  review: { due: 0, new: 0, done: 0, limits: { due: 60, new: 10 }, gentle: false },
  interviewIn: null,
  decks,
  paths: [],
  problems: { errors: 0, warnings: 0, first: [] },
})

describe('the shelf', () => {
  const both = course([deck('a', 'ko', 10), deck('a', 'en', 11), deck('b', 'en', 5), deck('c', 'ko', 1)])

  test('has one card a deck, in the wanted language where there is one', () => {
    const titles = (lang: Lang) => cardsOf(both.decks, lang).map((card) => card.deck.title)
    expect(titles('ko')).toEqual(['a ko', 'b en', 'c ko'])
    expect(titles('en')).toEqual(['a en', 'b en', 'c ko'])
  })

  test('counts a deck in two languages once, with the slides that are shown', () => {
    expect(slidesOf(cardsOf(both.decks, 'ko'))).toBe(16)
    expect(slidesOf(cardsOf(both.decks, 'en'))).toBe(17)
  })

  test('offers the languages that there are', () => {
    expect(langsOf(both)).toEqual(['ko', 'en'])
    expect(langsOf(course([deck('a', 'en')]))).toEqual(['en'])
    expect(langsOf(course([]))).toEqual([])
  })
})

describe('folder paths', () => {
  test.each([
    ['/home/me/notes', 'notes'],
    ['/home/me/notes/', 'notes'],
    ['C:\\Users\\me\\노트', '노트'],
    ['/', '/'],
  ])('the name of %s is %s', (path, name) => expect(lastPart(path)).toBe(name))

  test.each([
    ['/', ['/']],
    ['/home/me', ['/', '/home', '/home/me']],
    ['C:\\', ['C:\\']],
    ['C:\\Users\\me', ['C:\\', 'C:\\Users', 'C:\\Users\\me']],
    ['\\\\server\\share\\notes', ['\\\\server\\share', '\\\\server\\share\\notes']],
    ['/odd\\name/x', ['/', '/odd\\name', '/odd\\name/x']],
  ])('the way to %s', (path, way) => expect(crumbsOf(path).map((crumb) => crumb.path)).toEqual(way))
})

import { expect, test } from 'vitest'
import type { Deck, Lang } from '../../../src/contract/deck.ts'
import type { LoadedCourse } from '../../../src/services/courses/course.ts'
import { deckRevisions } from '../../../src/services/courses/deck-revisions.ts'
import { parseDeck } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/catalogue.ts'
import { deckText } from '../temporary-folder.ts'

const deck = (name: string, lang: Lang, title = '하나'): Deck =>
  parseDeck(deckText(title, { a: 1 }), {
    file: `/c/${name}.${lang}.md`,
    ref: { course: 'c', name, lang },
    scenes: catalogue,
    questions: [],
  }).deck

const course = (changes: Partial<LoadedCourse> = {}): LoadedCourse => ({
  id: 'c',
  ownId: null,
  folder: '/c',
  bundled: false,
  title: { ko: '강의', en: 'Course' },
  description: { ko: '', en: '' },
  decks: [deck('one', 'ko'), deck('one', 'en'), deck('two', 'ko')],
  paths: [],
  glossary: [],
  questions: { ko: [], en: [] },
  questionFiles: [],
  problems: [],
  ...changes,
})

/** Which decks a course that was changed shows differently. */
const changedBy = (changes: Partial<LoadedCourse>): string[] => {
  const revisions = deckRevisions()
  revisions.take(course())
  const changed = revisions.take(course(changes)).map(({ name, lang }) => `${name}.${lang}`)
  // A second look finds nothing any more.
  expect(revisions.take(course(changes))).toEqual([])
  return changed
}

test('a course that reads as before has no changed deck, however often it was read', () => {
  expect(changedBy({})).toEqual([])
  expect(changedBy({ description: { ko: '말', en: 'words' } })).toEqual([])
})

test('a deck changes with its file, with its course, and with the languages that it is there in', () => {
  expect(changedBy({ decks: [deck('one', 'ko'), deck('one', 'en'), deck('two', 'ko', '둘')] })).toEqual(['two.ko'])
  expect(changedBy({ title: { ko: '강의', en: 'Other' } })).toEqual(['one.en'])
  const term = { term: '커널', aliases: [], definition: { ko: '', en: '' } }
  expect(changedBy({ glossary: [term] as unknown as LoadedCourse['glossary'] })).toEqual(['one.ko', 'one.en', 'two.ko'])
  expect(changedBy({ decks: [deck('one', 'ko'), deck('two', 'ko')] })).toEqual(['one.ko'])
})

test('each change counts one up; what is asked for as a whole counts for all', () => {
  const revisions = deckRevisions()
  const [one, , two] = course().decks.map(({ ref }) => ref)
  if (!one || !two) throw new Error('three decks')
  revisions.take(course())
  expect(revisions.of(one)).toBe(1)
  revisions.take(course({ decks: [deck('one', 'ko', '둘'), deck('two', 'ko')] }))
  revisions.take(course({ decks: [deck('one', 'ko', '셋'), deck('two', 'ko')] }))
  expect([revisions.of(one), revisions.of(two)]).toEqual([3, 1])
  expect(revisions.take(course({ decks: [deck('one', 'ko', '셋'), deck('two', 'ko')] }), true)).toEqual([one, two])
  expect([revisions.of(one), revisions.of(two)]).toEqual([4, 2])
})

test('a deck that was looked at before its course was read changes by the reading', () => {
  const revisions = deckRevisions()
  const [one, , two] = course().decks.map(({ ref }) => ref)
  if (!one || !two) throw new Error('three decks')
  revisions.lookedAtEarly(one)
  revisions.take(course())
  expect([revisions.of(one), revisions.of(two)]).toEqual([2, 1])
})

test('what has not changed is not written out to be compared', () => {
  const written = Object.assign(deck('two', 'ko'), {
    toJSON: () => {
      throw new Error('written out')
    },
  })
  const revisions = deckRevisions()
  revisions.take(course({ decks: [written] }))
  expect(revisions.take(course({ decks: [written] }))).toEqual([])
})

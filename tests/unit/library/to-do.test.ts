import { expect, test } from 'vitest'
import type { CourseSummary } from '../../../src/contract/library.ts'
import { toDoOf, type Today } from '../../../src/renderer/library/to-do.ts'
import { cardOf, placeAt } from './sample-cards.ts'

const today = '2026-11-24'
const counts = { due: 0, new: 0, done: 0, limits: { due: 60, new: 10 }, gentle: false }
const course = (id: string, review: Partial<typeof counts> = {}, interviewIn: number | null = null) =>
  ({ id, review: { ...counts, ...review }, interviewIn }) as CourseSummary

/** What there is to do, a line each. */
function said(more: Partial<Today> & { readonly course: CourseSummary }): readonly string[] {
  const all = { courses: [more.course], decks: [], paths: [], day: today, isTalking: false, ...more }
  return toDoOf(all).map((item) => {
    const what =
      item.kind === 'review'
        ? `${item.course.id} ${item.questions}`
        : item.kind === 'present'
          ? item.card.name
          : `in ${item.days}`
    return `${item.isDone ? 'done' : 'open'} ${item.kind} ${what}`
  })
}

test('nothing is to do where nothing is due and every deck was shown', () => {
  expect(said({ course: course('c'), decks: [cardOf('a', placeAt(10, { isEnd: true }))] })).toEqual([])
  expect(said({ course: course('c'), decks: [cardOf('a', null, 0)] })).toEqual([])
})

test('the questions of the day are, and once they are answered that is done', () => {
  expect(said({ course: course('c', { due: 3, new: 2, done: 4 }) })).toEqual(['open review c 5'])
  expect(said({ course: course('c', { done: 4 }) })).toEqual(['done review c 4'])
})

test('the next deck is, until slides of it were shown today', () => {
  const deck = (lastPlace: ReturnType<typeof placeAt> | null) =>
    said({ course: course('c'), decks: [cardOf('a', lastPlace)] })
  expect(deck(null)).toEqual(['open present a'])
  expect(deck(placeAt(5))).toEqual(['open present a'])
  expect(deck(placeAt(1, { day: today }))).toEqual(['open present a'])
  expect(deck(placeAt(5, { day: today }))).toEqual(['done present a'])
})

test('what was shown to its end today is done, and the next deck is to do', () => {
  const decks = [cardOf('a', placeAt(10, { isEnd: true, day: today, atMs: 1 })), cardOf('b')]
  expect(said({ course: course('c'), decks })).toEqual(['open present b', 'done present a'])
})

test('a deck that was left in its middle is still to do after another one was begun', () => {
  const decks = [cardOf('a', placeAt(5, { atMs: 1 })), cardOf('b', placeAt(3, { day: today, atMs: 2 })), cardOf('c')]
  expect(said({ course: course('c'), decks })).toEqual(['open present a', 'done present b'])
  const both = [cardOf('a', placeAt(5, { day: today, atMs: 1 })), cardOf('b', placeAt(3, { day: today, atMs: 2 }))]
  expect(said({ course: course('c'), decks: both })).toEqual(['done present b', 'done present a'])
  expect(said({ course: course('c'), decks, isTalking: true })).toEqual(['done present b'])
})

test('no deck is while a talk is running or waits to be taken up', () => {
  expect(said({ course: course('c'), decks: [cardOf('a')], isTalking: true })).toEqual([])
})

test('the interview is, as long as it lies ahead', () => {
  expect(said({ course: course('c', {}, 0) })).toEqual(['open interview in 0'])
  expect(said({ course: course('c', {}, 12) })).toEqual(['open interview in 12'])
})

test('of other courses the questions that are due are, and those that are new are not', () => {
  const own = course('c')
  const courses = [own, course('d', { due: 4, new: 9 }), course('e', { new: 9 })]
  expect(said({ course: own, courses })).toEqual(['open review d 4'])
})

test('of much only three things are, what is done last', () => {
  const own = course('c', { due: 1 }, 3)
  const decks = [cardOf('a', placeAt(10, { isEnd: true, day: today, atMs: 1 })), cardOf('b')]
  const courses = [own, course('d', { due: 4 })]
  expect(said({ course: own, courses, decks })).toEqual(['open review c 1', 'open present b', 'open interview in 3'])
})

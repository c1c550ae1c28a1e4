import { expect, it } from 'vitest'
import type { Deck, Lang } from '../../../src/contract/deck.ts'
import type { LoadedCourse } from '../../../src/services/courses/course.ts'
import { deckInCourse } from '../../../src/services/courses/deck-in-course.ts'

const deck = (name: string, lang: Lang, ...layouts: string[]): Deck =>
  ({
    ref: { course: 'c', name, lang },
    title: `${name} ${lang}`,
    slides: layouts.map((layout) => ({ layout })),
  }) as unknown as Deck
const first = deck('1', 'ko', 'closing')
const course = {
  folder: '/home/me/docker',
  title: { ko: '도커', en: 'Docker' },
  decks: [first, deck('1', 'en', 'closing'), deck('2', 'ko', 'content'), deck('2', 'en', 'closing')],
} as unknown as LoadedCourse

it('says what its course is called and which deck of its language comes next', () => {
  expect(deckInCourse(first, course)).toEqual({ ...first, courseTitle: '도커', next: '2 ko' })
  expect(deckInCourse(deck('2', 'en', 'closing'), course)).not.toHaveProperty('next')
})

it('knows of no next deck where no closing says it, and of none after a path', () => {
  expect(deckInCourse(deck('1', 'ko', 'content'), course)).not.toHaveProperty('next')
  expect(deckInCourse(deck('path:all', 'ko', 'closing'), course)).not.toHaveProperty('next')
})

it('does not tell an audience what a folder is called', () => {
  const unnamed = { ...course, title: { ko: 'docker', en: 'docker' } }
  expect(deckInCourse(first, unnamed)).not.toHaveProperty('courseTitle')
})

import { expect, test } from 'vitest'
import type { Question, Slide } from '../../../src/contract/deck.ts'
import { askedBy, likelyFollowUps } from '../../../src/renderer/stage/likely-follow-ups.ts'

const question = (id: string, ...followups: string[]) => ({ id, followups }) as unknown as Question
const slide = (id: string, asks: readonly string[], own: Question | null = null) =>
  ({ id, asks, question: own }) as unknown as Slide
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)
const told = (of: Slide, questions: readonly Question[], slides: readonly Slide[] = []) =>
  likelyFollowUps(of, questions, slides).map((each) => [each.question.id, each.slide?.id ?? null])

test('a slide asks its own question first, then those that it names, each once and in its order', () => {
  const own = question('own')
  const known = [question('a'), question('b'), own]
  expect(ids(askedBy(slide('s', ['b', 'own', 'a', 'b', 'gone'], own), known))).toEqual(['own', 'b', 'a'])
  expect(ids(askedBy(slide('s', ['a']), known))).toEqual(['a'])
  expect(ids(askedBy(slide('s', []), known))).toEqual([])
})

test('what follows up comes once, in the order of the questions, and never what the slide answers itself', () => {
  const known = [question('a', 'b', 'c', 'gone'), question('b', 'd', 'c', 'a'), question('c'), question('d')]
  expect(told(slide('s', ['a', 'b']), known)).toEqual([
    ['c', null],
    ['d', null],
  ])
})

test('a follow-up leads to the first slide that is about it or names it', () => {
  const [b, c] = [question('b'), question('c')]
  const known = [question('a', 'b', 'c'), b, c]
  const slides = [slide('s', ['a']), slide('names c', ['b', 'c']), slide('is c', [], c)]
  expect(told(slides[0] as Slide, known, slides)).toEqual([
    ['b', 'names c'],
    ['c', 'names c'],
  ])
  expect(told(slides[0] as Slide, known, [slide('is c', [], c)])).toEqual([
    ['b', null],
    ['c', 'is c'],
  ])
})

test('there are no more of them than digit keys', () => {
  const many = Array.from({ length: 12 }, (_, index) => `q${index}`)
  const known = [question('a', ...many), ...many.map((id) => question(id))]
  expect(told(slide('s', ['a']), known).map(([id]) => id)).toEqual(many.slice(0, 9))
})

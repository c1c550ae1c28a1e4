import { expect, test } from 'vitest'
import { overviewOf, statisticsWithWords } from '../../../src/services/reviews/overview.ts'
import { courseHistory } from './course-history.ts'

const questions = { 'q-a': {}, 'q-b': { decks: ['a', 'b'] }, 'q-c': { decks: [] } }

test('an overview counts each question in the first deck that asks it, so that topics add up to the course', async () => {
  const { history, course } = await courseHistory(questions)
  expect(overviewOf(history, course)).toMatchObject({
    course: 'docker',
    title: { ko: '도커', en: 'Docker' },
    lang: 'ko',
    day: '2026-11-24',
    cards: 3,
    topics: [
      { name: 'a', title: '덱 a', cards: 2, due: 0, new: 2 },
      // No deck asks it.
      { name: '/', title: null, cards: 1, due: 0, new: 1 },
    ],
    nextDue: null,
    weak: 0,
    undo: null,
    notices: [],
  })
  const other = await courseHistory({ 'q-a': { decks: ['b'] } })
  expect(overviewOf(other.history, other.course).topics.map(({ name }) => name)).toEqual(['b'])
})

test('what was answered is new no more, what its day has come for is due, what was taken out is neither', async () => {
  const { history, course, answer, day } = await courseHistory(questions)
  await answer('q-a', 'again')
  await history.add({ type: 'suspend', card: 'docker/q-b', on: true })
  const topics = () => overviewOf(history, course).topics.map(({ due, new: fresh }) => [due, fresh])
  expect(topics()).toEqual([
    [0, 0],
    [0, 1],
  ])
  day(3)
  expect(topics()).toEqual([
    [1, 0],
    [0, 1],
  ])
})

test('the next day with something due is the first after today, with all that are due on it', async () => {
  const { history, course, answer, day } = await courseHistory(questions)
  const next = () => overviewOf(history, course).nextDue
  for (const id of ['q-c', 'q-a']) await answer(id, 'again')
  expect(next()).toEqual({ day: '2026-11-25', cards: 2 })
  await answer('q-b', 'easy')
  expect(next()).toEqual({ day: '2026-11-25', cards: 2 })
  // What is due today is not still to come.
  day(1)
  const later = next()
  expect(later?.cards).toBe(1)
  expect((later?.day ?? '') > '2026-11-26').toBe(true)
  await history.add({ type: 'suspend', card: 'docker/q-b', on: true })
  expect(next()).toBeNull()
})

test('weak questions and what can be taken back are told', async () => {
  const { history, course, answer } = await courseHistory(questions)
  await answer('q-a', 'hard')
  await answer('q-b', 'good')
  expect(overviewOf(history, course)).toMatchObject({ weak: 1, undo: { question: 'q-b?' }, counts: { done: 2 } })
})

test('what is set for all and for the course are told apart', async () => {
  const { history, course } = await courseHistory(questions)
  await history.add({ type: 'params', course: null, set: { newPerDay: 7 } })
  await history.add({ type: 'params', course: 'docker', set: { newPerDay: 3 } })
  expect(overviewOf(history, course)).toMatchObject({ params: { newPerDay: 3 }, general: { newPerDay: 7 } })
})

test('statistics come with the words for what they name', async () => {
  const { history, course } = await courseHistory(questions)
  const { titles, questions: words, statistics } = statisticsWithWords(history, course)
  expect(titles).toEqual({ a: '덱 a', b: '덱 b' })
  expect(words['docker/q-c']).toEqual({ text: 'q-c?', points: ['q-c 1', 'q-c 2'] })
  expect(Object.keys(words)).toEqual(['docker/q-a', 'docker/q-b', 'docker/q-c'])
  expect(statistics.days.at(-1)).toEqual({ day: '2026-11-24', reviews: 0, ms: 0, mock: 0 })
})

test('a topic tells how well its questions are known, and what may follow them up in an interview', async () => {
  const chained = { 'q-a': { followups: ['q-b'] }, 'q-b': { followups: ['q-a', 'q-c'] }, 'q-c': { decks: ['b'] } }
  const { history, course, answer, day } = await courseHistory(chained)
  expect(overviewOf(history, course).usualMs).toBeNull()
  await answer('q-a', 'easy')
  await answer('q-b', 'again')
  day(1)
  const { topics, usualMs } = overviewOf(history, course)
  expect(topics).toMatchObject([
    { name: 'a', known: 1, learning: 1, new: 0, chains: [2, 1] },
    { name: 'b', known: 0, learning: 0, new: 1, chains: [0] },
  ])
  expect(usualMs).toBeGreaterThan(0)
})

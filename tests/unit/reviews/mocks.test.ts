import { expect, test } from 'vitest'
import type { MockAnswer } from '../../../src/contract/review.ts'
import { adoptionOf, mockOf, mocksOf, nextInChain, planOf } from '../../../src/services/reviews/mocks.ts'
import { courseHistory } from './course-history.ts'

const questions = { 'q-a': { followups: ['q-c'] }, 'q-b': { points: 3 }, 'q-c': { decks: ['b'] } }

const said = (id: string, points: MockAnswer['points'] = ['hit', 'hit']): MockAnswer => ({
  card: `docker/${id}`,
  after: null,
  points,
  ms: 50_000,
  hints: 0,
})

async function given() {
  const found = await courseHistory(questions)
  const { history } = found
  const hold = async (answers: readonly MockAnswer[], course = 'docker'): Promise<string> => {
    const { id } = await history.add({ type: 'mock', course, kind: 'real', answers })
    return id
  }
  return { ...found, hold, isAdopted: (id: string): boolean => mockOf(history, found.course, id).adopted }
}

test('interviews of the course come with the newest first, those of others not at all', async () => {
  const { history, course, hold } = await given()
  const [first, second] = [await hold([said('q-a')]), await hold([said('q-b')])]
  const other = await hold([said('q-a')], 'other')
  expect(mocksOf(history, course).map(({ id }) => id)).toEqual([second, first])
  expect(mockOf(history, course, first)).toMatchObject({ id: first, kind: 'real', answers: [{ card: 'docker/q-a' }] })
  for (const id of [other, 'none'])
    expect(() => mockOf(history, course, id)).toThrow('This interview is not in the log.')
})

test('an interview is taken over once each answer that can be was, and no more when one is taken back', async () => {
  const { history, course, hold, isAdopted } = await given()
  const id = await hold([said('q-a'), said('q-b', []), said('q-c')])
  expect(isAdopted(id)).toBe(false)
  const bodies = adoptionOf(history, course, mockOf(history, course, id))
  expect(bodies).toMatchObject([
    { card: 'docker/q-a', mode: 'mock', grade: 'good', suggested: 'good', from: id },
    { card: 'docker/q-c', from: id },
  ])
  const [first, second] = bodies
  if (first === undefined || second === undefined) throw new Error('two answers can be taken over')
  await history.add(first)
  expect(isAdopted(id)).toBe(false)
  const { id: taken } = await history.add(second)
  expect(isAdopted(id)).toBe(true)
  await history.add({ type: 'undo', ref: taken })
  expect(isAdopted(id)).toBe(false)
  expect(adoptionOf(history, course, mockOf(history, course, id))).toMatchObject([{ card: 'docker/q-c' }])
})

test('an interview of which nothing can be taken over never was', async () => {
  const { history, course, hold, isAdopted } = await given()
  const id = await hold([said('q-a', []), said('gone')])
  expect(adoptionOf(history, course, mockOf(history, course, id))).toEqual([])
  expect(isAdopted(id)).toBe(false)
})

test('what was taken over from one interview is not of another', async () => {
  const { history, course, hold, isAdopted } = await given()
  const [one, other] = [await hold([said('q-a')]), await hold([said('q-a')])]
  for (const body of adoptionOf(history, course, mockOf(history, course, one))) await history.add(body)
  expect([isAdopted(one), isAdopted(other)]).toEqual([true, false])
})

test('a plan has questions with the time that an answer should take, and none after another', async () => {
  const { history, course } = await given()
  const plan = planOf(history, course, { topics: [], count: 5, seed: 1 })
  expect(plan.map(({ card, after, targetMs }) => [card, after, targetMs])).toEqual([
    ['docker/q-a', null, 60_000],
    ['docker/q-b', null, 75_000],
    ['docker/q-c', null, 60_000],
  ])
  expect(planOf(history, course, { topics: ['b'], count: 5, seed: 1 }).map(({ card }) => card)).toEqual(['docker/q-c'])
})

test('a question is followed up by what it names, until that was asked', async () => {
  const { course } = await given()
  const asked = [{ card: 'docker/q-a', after: null }]
  expect(nextInChain(course, 'docker/q-a', asked, [])).toMatchObject({ card: 'docker/q-c', after: 'docker/q-a' })
  expect(nextInChain(course, 'docker/q-a', [...asked, { card: 'docker/q-c', after: 'docker/q-a' }], [])).toBeNull()
  expect(nextInChain(course, 'docker/q-a', asked, ['docker/q-c'])).toBeNull()
  expect(nextInChain(course, 'docker/q-b', asked, [])).toBeNull()
})

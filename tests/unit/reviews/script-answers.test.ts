import { expect, test } from 'vitest'
import { answerByScript, type ScriptAnswer } from '../../../src/services/reviews/script-answers.ts'
import { courseHistory } from './course-history.ts'

const questions = { 'image-layers': { points: 3, core: [3] }, 'q-b': {} }

async function given() {
  const { history, course, day } = await courseHistory(questions)
  return {
    history,
    day,
    answer: (id: string, more: Partial<ScriptAnswer> = {}) =>
      answerByScript(history, course, { id, points: null, grade: null, hints: 0, ms: null, gaveUp: false, ...more }),
    kept: () => history.progress().events,
  }
}

test('an answer is kept as it was reported, and tells when the question is asked again', async () => {
  const { answer, kept } = await given()
  const answered = await answer('image-layers', { points: ['hit', 'half', 'hit'], ms: 4000, hints: 1 })
  expect(kept()).toMatchObject([
    {
      type: 'review',
      card: 'docker/image-layers',
      mode: 'script',
      grade: 'hard',
      suggested: 'hard',
      points: ['hit', 'half', 'hit'],
      ms: 4000,
      hints: 1,
      gaveUp: false,
      recall: 'said',
    },
  ])
  expect(answered).toMatchObject({ id: 'image-layers', grade: 'hard', suggested: 'hard', reviews: 1 })
  expect(answered.due > '2026-11-24').toBe(true)
  const days = (Date.parse(answered.due) - Date.parse('2026-11-24')) / 86_400_000
  expect(answered.interval).toBe(days)
})

test('a grade that was given counts, and what the points suggest stands beside it', async () => {
  const { answer, kept } = await given()
  const points = ['hit', 'hit', 'miss'] as const
  expect(await answer('image-layers', { points, grade: 'good' })).toMatchObject({ grade: 'good', suggested: 'again' })
  expect(kept()).toMatchObject([{ grade: 'good', suggested: 'again' }])
  expect(await answer('q-b', { grade: 'easy' })).toMatchObject({ grade: 'easy', suggested: null })
  expect(kept().at(-1)).toMatchObject({ points: [], ms: 0 })
})

test('which points are core is the question’s own', async () => {
  const { answer } = await given()
  expect(await answer('image-layers', { points: ['miss', 'hit', 'hit'] })).toMatchObject({ grade: 'hard' })
  const { answer: other } = await given()
  expect(await other('image-layers', { points: ['hit', 'hit', 'miss'] })).toMatchObject({ grade: 'again' })
})

test('what nobody measured was neither fast nor slow', async () => {
  const { answer, day } = await given()
  const points = ['hit', 'hit'] as const
  for (const turn of [0, 10]) {
    day(turn)
    expect(await answer('q-b', { points })).toMatchObject({ grade: 'good' })
  }
  day(60)
  expect(await answer('q-b', { points })).toMatchObject({ grade: 'good' })
  day(200)
  expect(await answer('q-b', { points, ms: 1000 })).toMatchObject({ grade: 'easy', reviews: 4 })
})

test('a second answer of a day is kept and moves nothing', async () => {
  const { answer, kept } = await given()
  const first = await answer('q-b', { grade: 'good' })
  expect(await answer('q-b', { grade: 'again' })).toEqual({ ...first, grade: 'again' })
  expect(kept()).toHaveLength(2)
})

test('who gave up answers again', async () => {
  const { answer, kept } = await given()
  expect(await answer('q-b', { gaveUp: true })).toMatchObject({ grade: 'again', suggested: 'again' })
  expect(kept()).toMatchObject([{ gaveUp: true }])
})

const refused = (code: string, ko: string, en: string) => ({
  failure: { code, message: { ko: expect.stringContaining(ko) as string, en: expect.stringContaining(en) as string } },
})

test('an answer to a question that is not there is refused, with one of nearly that name where there is one', async () => {
  const { answer, kept } = await given()
  await expect(answer('image-layer', { grade: 'good' })).rejects.toMatchObject(
    refused('not-found', '질문이 없어요. 혹시 image-layers인가요?', 'image-layer. Did you mean image-layers?'),
  )
  const strange = answer('something-else', { grade: 'good' })
  await expect(strange).rejects.toMatchObject(
    refused('not-found', '‘도커’ 강의에는', 'has no question something-else.'),
  )
  await expect(strange).rejects.not.toMatchObject(refused('not-found', '혹시', 'Did you mean'))
  expect(kept()).toEqual([])
})

test.each([
  { points: ['hit', 'hit'] as const, given: 2 },
  { points: ['hit', 'hit', 'hit', 'hit'] as const, given: 4 },
  { points: [], given: 0 },
])('an answer with $given marks for three points is refused', async ({ points, given: count }) => {
  const { answer, kept } = await given()
  await expect(answer('image-layers', { points, grade: 'good' })).rejects.toMatchObject(
    refused('bad-request', `핵심은 3개인데 결과를 ${count}개`, `key points in the question: 3, marks given: ${count}`),
  )
  expect(kept()).toEqual([])
})

test('an answer for which nothing speaks is refused', async () => {
  const { answer, kept } = await given()
  await expect(answer('q-b')).rejects.toMatchObject(
    refused('bad-request', '제안할 평가가 없어요', 'no grade is suggested'),
  )
  expect(kept()).toEqual([])
})

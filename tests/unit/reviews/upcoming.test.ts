import { expect, test } from 'vitest'
import { cardOf, retrievabilityOn } from '../../../src/core/review/index.ts'
import { upcomingIn } from '../../../src/services/reviews/upcoming.ts'
import { courseHistory } from './course-history.ts'

const three = { 'q-a': {}, 'q-b': { followups: ['q-c'] }, 'q-c': { decks: ['b'] } }

test('questions that were never answered come in the order of the course, and what follows one up after it', async () => {
  const { history, course, scope } = await courseHistory(three)
  const upcoming = upcomingIn(history, course, scope())
  const never = { kind: 'new', retrievability: null, why: { ko: '아직 답하지 않은 질문', en: 'never answered' } }
  expect(upcoming.next).toEqual([
    { id: 'q-a', question: 'q-a?', ...never },
    { id: 'q-b', question: 'q-b?', ...never },
    {
      id: 'q-c',
      question: 'q-c?',
      retrievability: null,
      kind: 'follow-up',
      why: { ko: '‘q-b?’에 이어지는 질문', en: 'follows “q-b?”' },
    },
  ])
  expect(upcoming).toMatchObject({ due: 0, new: 3, done: 0, gentle: false })
})

test('a question that is due says since when, and how it went the last time', async () => {
  const { history, course, scope, answer, day } = await courseHistory(three)
  await answer('q-a', 'again')
  day(5)
  const { next, due } = upcomingIn(history, course, scope())
  expect(next[0]).toMatchObject({
    id: 'q-a',
    kind: 'due',
    why: {
      ko: '2026-11-25부터 볼 차례 (2026-11-24에 ‘다시’)',
      en: 'due since 2026-11-25 (again on 2026-11-24)',
    },
  })
  expect(due).toBe(1)
  const { retrievability } = next[0] ?? {}
  const exact = retrievabilityOn(cardOf(history.progress(), 'docker/q-a'), history.today()) ?? 0
  expect(exact).toBeGreaterThan(0.5)
  expect(retrievability).toBeCloseTo(exact, 3)
  expect(String(retrievability)).toMatch(/^0\.\d{1,3}$/)
})

test('a weak question says how likely it is to be remembered', async () => {
  const { history, course, scope, answer, day } = await courseHistory(three)
  await answer('q-a', 'hard')
  day(3)
  const { next } = upcomingIn(history, course, scope('weak'))
  expect(next).toHaveLength(1)
  const percent = Math.round(100 * (next[0]?.retrievability ?? 0))
  expect(percent).toBeGreaterThan(1)
  expect(next[0]).toMatchObject({
    id: 'q-a',
    kind: 'weak',
    why: { ko: `기억하고 있을 확률 ${percent}%`, en: `${percent} % likely to be remembered` },
  })
})

test('a question asked ahead says the day on which it would be asked', async () => {
  const { history, course, scope, answer, day } = await courseHistory(three)
  await answer('q-a', 'easy')
  day(1)
  const { next } = upcomingIn(history, course, scope('ahead'))
  expect(next).toMatchObject([{ id: 'q-a', kind: 'ahead' }])
  const [, due = ''] = /^ahead of (\d{4}-\d\d-\d\d)$/.exec(next[0]?.why.en ?? '') ?? []
  expect(due > '2026-11-26').toBe(true)
  expect(next[0]?.why.ko).toBe(`${due}에 볼 질문을 미리`)
})

test('a question that comes before its day says for which interview', async () => {
  const { history, course, scope, answer, day } = await courseHistory(three)
  await answer('q-a', 'easy')
  await history.add({ type: 'params', course: 'docker', set: { interview: '2026-11-30' } })
  day(5)
  expect(upcomingIn(history, course, scope()).next[0]).toMatchObject({
    id: 'q-a',
    kind: 'interview',
    why: { ko: '2026-11-30 면접 전에 한 번 더', en: 'once more before the interview on 2026-11-30' },
  })
})

test('a question that is due by itself says so, also before an interview', async () => {
  const { history, course, scope, answer, day } = await courseHistory(three)
  await answer('q-a', 'again')
  await history.add({ type: 'params', course: 'docker', set: { interview: '2026-11-30' } })
  day(1)
  expect(upcomingIn(history, course, scope()).next[0]).toMatchObject({ id: 'q-a', kind: 'due' })
})

test('only the questions of a deck come where one was named', async () => {
  const { history, course, scope } = await courseHistory(three)
  expect(upcomingIn(history, course, scope('due', 'b')).next.map(({ id, kind }) => [id, kind])).toEqual([
    ['q-c', 'new'],
  ])
})

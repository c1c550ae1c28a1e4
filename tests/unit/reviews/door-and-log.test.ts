/** What windows may ask of reviewing is what the record takes: one door, one schema. */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { requestSchemas } from '../../../src/contract/channels.ts'
import { reviewBodySchema } from '../../../src/contract/review.ts'
import { answerBody } from '../../../src/services/reviews/review-session.ts'

const answer = {
  scope: { course: 'docker', mode: 'due', topic: null, since: 0, lang: 'ko' },
  card: 'docker/q-a',
  grade: 'good',
  suggested: null,
  points: [],
  ms: 0,
  hints: 0,
  gaveUp: false,
  recall: 'said',
} as const
const extremes: Readonly<Record<string, readonly unknown[]>> = {
  card: ['a/b', 'a', '/b', 'a/', 'a/b/c', `${'가'.repeat(400)}/b`, `${'a'.repeat(498)}/b`, `${'a'.repeat(499)}/b`, ''],
  grade: ['easy', 'great', null],
  suggested: [null, 'again', 'great', undefined],
  points: [Array(100).fill('hit'), Array(101).fill('hit'), ['maybe'], null],
  ms: [0, 100_000_000, 100_000_001, Number.MAX_SAFE_INTEGER, -1, 0.5, NaN, Infinity, '1'],
  hints: [0, 100_000_000, 100_000_001, -1, 0.5],
  gaveUp: [true, 1, null],
  recall: ['typed', 'thought'],
}
const schema = requestSchemas['review:answer']

it.each(Object.entries(extremes))('%s: the door lets in what the record takes, and nothing else', (key, values) => {
  for (const value of values) {
    const asked = { ...answer, [key]: value }
    const isRecorded = v.is(reviewBodySchema, answerBody(asked as v.InferOutput<typeof schema>))
    expect([value, v.is(schema, asked)]).toEqual([value, isRecorded])
  }
})

const interview = { card: 'docker/q-a', after: null, points: [], ms: 0, hints: 0 }
const extremeAnswers: readonly (readonly [name: string, answers: readonly unknown[]])[] = [
  ['none', []],
  ['the most', Array(100).fill(interview)],
  ['one more', Array(101).fill(interview)],
  ['one that took the longest', [{ ...interview, ms: 100_000_000 }]],
  ['one that took longer', [{ ...interview, ms: 100_000_001 }]],
]
it.each(extremeAnswers)('an interview of answers, %s: the door and the record agree', (_name, answers) => {
  const body = { type: 'mock', course: 'docker', kind: 'real', answers }
  const asked = { course: 'docker', lang: 'ko', kind: 'real', answers }
  expect(v.is(requestSchemas['review:mock'], asked)).toBe(v.is(reviewBodySchema, body))
})

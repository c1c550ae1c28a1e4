import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropDraft, keepDraft, readDraft } from '../../../src/renderer/review/interview/interview-draft.ts'
import { beginInterview, showPoints, type Interview } from '../../../src/renderer/review/interview/interview.ts'
import { mockQuestion } from './sample-mock.ts'

const begun = (): Interview => {
  const interview = beginInterview({ course: 'docker', lang: 'ko', kind: 'practice' }, [
    mockQuestion('하나'),
    mockQuestion('둘', 3),
  ])
  if (!interview) throw new Error('nothing to ask')
  return showPoints(interview)
}
const now = begun().now
const [asked] = now.asked

beforeEach(() => sessionStorage.clear())
afterEach(() => sessionStorage.clear())

test('an interview is found again as it was, by its course alone, until it is dropped', () => {
  keepDraft(begun())
  expect(readDraft('docker')).toEqual(begun())
  expect(readDraft('other')).toBeNull()
  dropDraft('docker')
  expect(readDraft('docker')).toBeNull()
})

test.each<readonly [string, object]>([
  ['of another course', { course: 'other' }],
  ['before the first question', { now: { ...now, at: -1 } }],
  ['behind the last question', { now: { ...now, at: now.asked.length } }],
  ['that was there before behind the last', { before: [{ ...now, at: now.asked.length }] }],
  ['between two questions', { now: { ...now, at: 0.5 } }],
  ['without any question', { now: { ...now, asked: [] } }],
  ['of a card that it does not know', { now: { ...now, asked: [{ ...asked, card: 'docker/gone' }] } }],
  ['with fewer marks than points', { now: { ...now, asked: [{ ...asked, marks: [null] }] } }],
  ['with more marks than points', { now: { ...now, asked: [{ ...asked, marks: [null, null, null] }] } }],
  ['with a mark that there is not', { now: { ...now, asked: [{ ...asked, marks: ['well', null] }] } }],
  ['with a plan of cards that it does not know', { plan: ['docker/하나', 'docker/gone'] }],
  ['with less than no time', { spent: { 'docker/하나': { ms: -1, hints: 0 } } }],
  ['with fewer than no hints', { spent: { 'docker/하나': { ms: 0, hints: -1 } } }],
  ['in a language that there is not', { lang: 'xx' }],
  ['of a kind that there is not', { kind: 'xx' }],
  ['at a moment that there is not', { now: { ...now, phase: 'xx' } }],
])('a place %s is none to come back to', (_what, change) => {
  keepDraft(begun())
  const [key = ''] = Object.keys(sessionStorage)
  sessionStorage.setItem(key, JSON.stringify({ ...begun(), ...change }))
  expect(readDraft('docker')).toBeNull()
})

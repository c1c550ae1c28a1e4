import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { MockQuestion } from '../../../src/contract/review-view.ts'
import { answerEntries } from '../../../src/contract/review.ts'
import {
  answeredOf,
  answersOf,
  beginInterview,
  currentOf,
  endEarly,
  giveHint,
  goOn,
  isTimeToEnd,
  markPoint,
  mayFollowUp,
  passTime,
  placeOf,
  showPoints,
  skipChain,
  undone,
  type Interview,
  type InterviewKind,
} from '../../../src/renderer/review/interview/interview.ts'

const question = (card: string, points = 2, after: string | null = null): MockQuestion => ({
  card,
  after,
  targetMs: 60_000,
  question: {
    id: card,
    line: 1,
    text: card,
    titleHtml: card,
    level: null,
    oneLineHtml: '',
    answerHtml: '',
    keyPoints: Array.from({ length: points }, (_, at) => ({ html: `${at}`, text: `${at}`, core: false })),
    mistakes: [],
    sources: [],
    followups: [],
    picture: null,
  },
})

function begin(kind: InterviewKind, plan: readonly MockQuestion[] = [question('a'), question('b')]): Interview {
  const interview = beginInterview({ course: 'c', lang: 'ko', kind }, plan)
  if (!interview) throw new Error('no interview')
  return interview
}
const at = ({ now }: Interview) => [now.phase, now.asked.map(({ card }) => card).join(), now.at] as const
/** Checks the question before the person: everything hit. */
const allHit = (interview: Interview): Interview =>
  currentOf(interview).marks.reduce<Interview>((one, _, point) => markPoint(one, point, 'hit'), interview)

test('an empty plan is no interview', () => {
  expect(beginInterview({ course: 'c', lang: 'ko', kind: 'real' }, [])).toBeNull()
})

describe('practice', () => {
  test('goes from question to check to question, and is done after the last check', () => {
    let now = showPoints(begin('practice'))
    expect(at(now)).toEqual(['checking', 'a', 0])
    now = goOn(allHit(now), null)
    expect(at(now)).toEqual(['answering', 'a,b', 1])
    now = goOn(allHit(showPoints(now)), null)
    expect(now.now.phase).toBe('done')
    expect(answersOf(now).map(({ card, points }) => [card, points])).toEqual([
      ['a', ['hit', 'hit']],
      ['b', ['hit', 'hit']],
    ])
  })

  test('may follow up after a check only, and counts a follow-up to its question', () => {
    const answering = begin('practice')
    expect(mayFollowUp(answering)).toBe(false)
    const checked = allHit(showPoints(answering))
    expect(mayFollowUp(checked)).toBe(true)
    const followed = goOn(checked, question('x', 1, 'a'))
    expect(currentOf(followed)).toMatchObject({ card: 'x', after: 'a', marks: [null] })
    expect(placeOf(followed)).toEqual({ at: 1, all: 2 })
    expect(placeOf(goOn(allHit(showPoints(followed)), null))).toEqual({ at: 2, all: 2 })
  })

  test('gives the number of points, then their beginnings, and no more', () => {
    let now = begin('practice')
    for (let hint = 1; hint <= 5; hint += 1) now = giveHint(now)
    expect(currentOf(now).hints).toBe(3)
    expect(currentOf(giveHint(showPoints(begin('practice')))).hints).toBe(0)
    expect(currentOf(giveHint(begin('practice', [question('a', 0)]))).hints).toBe(0)
  })
})

describe('for real', () => {
  test('asks everything first, then checks one after the other what has points', () => {
    let now = begin('real', [question('a'), question('b', 0), question('c', 1)])
    expect(giveHint(now)).toBe(now)
    now = goOn(now, null)
    now = goOn(now, null)
    expect(at(now)).toEqual(['answering', 'a,b,c', 2])
    now = goOn(now, null)
    expect(at(now)).toEqual(['checking', 'a,b,c', 0])
    expect(placeOf(now)).toEqual({ at: 1, all: 3 })
    expect(mayFollowUp(now)).toBe(false)
    now = goOn(allHit(now), null)
    expect(at(now)).toEqual(['checking', 'a,b,c', 2])
    now = goOn(markPoint(now, 0, 'miss'), null)
    expect(now.now.phase).toBe('done')
    expect(answersOf(now).map(({ points }) => points)).toEqual([['hit', 'hit'], [], ['miss']])
  })

  test('has nothing to check where no question has points', () => {
    expect(goOn(begin('real', [question('a', 0)]), null).now.phase).toBe('done')
  })
})

test('a chain is left for the next of the plan; what was not answered of it is neither kept nor wanted again', () => {
  const followed = goOn(begin('real'), question('x', 1, 'a'))
  const now = skipChain(followed)
  expect(at(now)).toEqual(['answering', 'a,b', 1])
  expect(now.now.skipped).toEqual(['x'])
  expect(skipChain(now)).toBe(now)
  // After the last question of the plan, leaving the chain is the end of asking.
  expect(skipChain(goOn(now, question('y', 1, 'b'))).now).toMatchObject({ phase: 'checking', skipped: ['x', 'y'] })
})

test('time counts while answering only, and answers keep it in whole milliseconds', () => {
  let now = passTime(passTime(begin('practice'), 1200.4), 300.4)
  now = passTime(showPoints(now), 60_000)
  expect(currentOf(now).ms).toBeCloseTo(1500.8)
  expect(answersOf(now)).toMatchObject([{ card: 'a', ms: 1501 }])
  expect(currentOf(passTime(begin('practice'), -5)).ms).toBe(0)
  // One that stood open for days can be recorded.
  const [answer] = answersOf(showPoints(passTime(begin('practice'), 5 * 86_400_000)))
  expect(v.is(answerEntries.ms, answer?.ms)).toBe(true)
})

test('it is time to come to an end after two minutes with one question', () => {
  const almost = passTime(begin('practice'), 119_999)
  expect(isTimeToEnd(currentOf(almost))).toBe(false)
  const long = passTime(almost, 1)
  expect(isTimeToEnd(currentOf(long))).toBe(true)
  expect(isTimeToEnd(currentOf(goOn(allHit(showPoints(long)), null)))).toBe(false)
})

test('undoing takes back marks and steps one by one; time and hints stay used up', () => {
  const first = giveHint(passTime(begin('practice'), 5000))
  const shown = showPoints(first)
  const marked = markPoint(shown, 0, 'miss')
  expect(currentOf(undone(marked)).marks).toEqual([null, null])
  expect(undone(undone(marked)).now).toEqual(first.now)
  const next = passTime(giveHint(goOn(allHit(shown), null)), 7000)
  const back = undone(next)
  expect(currentOf(back)).toMatchObject({ card: 'a', marks: ['hit', 'hit'], ms: 5000, hints: 1 })
  expect(currentOf(goOn(back, null))).toMatchObject({ card: 'b', ms: 7000, hints: 1 })
  expect(undone(first)).toBe(first)
})

test('a mark that says the same or is for no point is no step', () => {
  const shown = markPoint(showPoints(begin('practice')), 0, 'hit')
  expect(markPoint(shown, 0, 'hit')).toBe(shown)
  expect(markPoint(shown, 7, 'hit')).toBe(shown)
  const answering = begin('practice')
  expect(markPoint(answering, 0, 'hit')).toBe(answering)
})

describe('ending early', () => {
  test('needs an answer', () => {
    const now = begin('real')
    expect(answeredOf(now)).toBe(0)
    expect(endEarly(now)).toBe(now)
  })

  test('drops the question that waits for its answer, and checks the others of a real interview', () => {
    const now = endEarly(goOn(begin('real'), null))
    expect(at(now)).toEqual(['checking', 'a', 0])
    expect(answersOf(endEarly(markPoint(now, 0, 'hit')))).toMatchObject([{ card: 'a', points: [] }])
  })

  test('keeps what was answered but not wholly checked, without marks', () => {
    const now = endEarly(markPoint(showPoints(begin('practice')), 1, 'half'))
    expect(now.now.phase).toBe('done')
    expect(answersOf(now)).toMatchObject([{ card: 'a', after: null, points: [] }])
  })
})

test('only so many steps are kept', () => {
  let now = showPoints(begin('practice'))
  for (let turn = 0; turn < 150; turn += 1) now = markPoint(now, 0, turn % 2 === 0 ? 'hit' : 'miss')
  expect(now.before).toHaveLength(100)
})

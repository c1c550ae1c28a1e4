import { describe, expect, test } from 'vitest'
import type { ReviewBody } from '../../../src/contract/review.ts'
import {
  answeredLine,
  comingLines,
  copyLine,
  eventLine,
  eventName,
  idLines,
  recoveredLine,
  undoneLine,
} from '../../../src/cli/review-words.ts'
import { event, noon, review } from '../review/log.ts'

const coming = { due: 2, new: 3, done: 1, limits: { due: 60, new: 10 }, gentle: false }
const card = (id: string) => ({
  ...{ id, question: `${id}?`, retrievability: null },
  ...{ kind: 'new' as const, why: { ko: '까닭', en: 'a reason' } },
})

describe('what comes up', () => {
  test('is the numbers of the day, then each question in a column with its reason below', () => {
    expect(comingLines('도커', { ...coming, next: [card('a'), card('long')] }, 'ko')).toEqual([
      '도커: 오늘 다시 볼 질문 2개, 새 질문 3개, 오늘 답한 질문 1개',
      'a     a?',
      '      → 까닭',
      'long  long?',
      '      → 까닭',
    ])
    expect(comingLines('Docker', { ...coming, next: [card('a')] }, 'en')).toEqual([
      'Docker: 2 to review today, 3 new, 1 answered today',
      'a  a?',
      '   → a reason',
    ])
  })

  test('may be nothing, or little after some days off', () => {
    expect(comingLines('도커', { ...coming, gentle: true, next: [] }, 'ko').slice(1)).toEqual([
      '며칠 쉬었으니 오늘은 조금만 해요.',
      '지금은 볼 질문이 없어요.',
    ])
    expect(comingLines('Docker', { ...coming, gentle: true, next: [] }, 'en').slice(1)).toEqual([
      'After some days off, today is kept short.',
      'Nothing to ask at present.',
    ])
  })
})

test('an answer is told with its grade and when it comes back', () => {
  const answered = { id: 'q', grade: 'hard', suggested: null, due: '2026-01-02', interval: 1, reviews: 2 } as const
  expect(answeredLine(answered, 'ko')).toBe(
    'q: 기록했어요 (어려움). 1일 뒤인 2026-01-02에 다시 나와요. 지금까지 2번 복습했어요.',
  )
  expect(answeredLine(answered, 'en')).toBe(
    'q: recorded as hard. It comes back on 2026-01-02, after 1 day. 2 reviews so far.',
  )
})

describe('an event', () => {
  const lineOf = (body: ReviewBody, lang: 'ko' | 'en' = 'en'): string => eventLine(event(body), lang)

  test('is told with the time where it happened', () => {
    expect(eventLine(review('a', { points: ['hit', 'half', 'miss'] }), 'en')).toBe(
      '2026-01-01 12:00  answer  c/a  good  hit, half, miss',
    )
    expect(eventLine(review('a'), 'ko')).toBe('2026-01-01 12:00  답  c/a  알맞음')
    expect(eventLine({ ...review('a'), tz: 0 }, 'en')).toContain('2026-01-01 03:00')
  })

  test('of the end of time is told with the latest moment that can be written', () => {
    expect(eventLine({ ...review('a'), at: 8_640_000_000_000_000 }, 'en')).toMatch(/^\+275760-09-1/)
  })

  test.each<[ReviewBody, string]>([
    [{ type: 'undo', ref: 'a-1' }, 'undo  a-1'],
    [{ type: 'suspend', card: 'c/a', on: true }, 'taken out  c/a'],
    [{ type: 'suspend', card: 'c/a', on: false }, 'taken back in  c/a'],
    [{ type: 'bury', card: 'c/a' }, 'put off  c/a'],
    [{ type: 'reset', card: 'c/a' }, 'begun anew  c/a'],
    [{ type: 'alias', from: 'c/a', to: 'c/b' }, 'renamed  c/a → c/b'],
    [{ type: 'course', from: 'id:x', to: 'notes' }, 'same course  id:x → notes'],
    [{ type: 'import', source: 'all.zip', events: 3 }, 'import  all.zip (3)'],
    [{ type: 'params', course: null, set: { newPerDay: 5 } }, 'setting  *  {"newPerDay":5}'],
    [{ type: 'params', course: 'c', set: {} }, 'setting  c  {}'],
    [
      {
        type: 'mock',
        course: 'c',
        kind: 'real',
        answers: [{ card: 'c/a', after: null, points: [], ms: 0, hints: 0 }],
      },
      'mock interview  c (1)',
    ],
  ])('is told with what it is about: %o', (body, said) => {
    expect(lineOf(body)).toBe(`2026-01-01 12:00  ${said}`)
    expect(lineOf(body, 'ko')).toMatch(/^2026-01-01 12:00 {2}[가-힣 ]+ {2}/)
  })

  test('that takes a card in again is called otherwise than one that takes it out', () => {
    const names = (on: boolean) => eventName(event({ type: 'suspend', card: 'c/a', on }), 'ko')
    expect([names(true), names(false)]).toEqual(['복습에서 빼기', '복습에 다시 넣기'])
  })
})

test('what was taken back is told with its question, where the course has it', () => {
  const taken = review('a')
  expect(undoneLine(taken, 'Why?', 'en')).toBe('Undone: 2026-01-01 12:00  answer  c/a  good  Why?')
  expect(undoneLine(taken, null, 'ko')).toBe('되돌렸어요: 2026-01-01 12:00  답  c/a  알맞음')
  expect([undoneLine(null, null, 'ko'), undoneLine(null, null, 'en')]).toEqual([
    '되돌릴 것이 없어요.',
    'There is nothing to undo.',
  ])
})

test('a line that was set aside is told with where it stood', () => {
  const part = { log: 'log-a.jsonl', line: 3, at: noon, text: 'torn', base64: '' }
  expect(recoveredLine(part, 'en')).toBe('set aside  log-a.jsonl:3  torn')
  expect(recoveredLine(part, 'ko')).toBe('읽을 수 없어 따로 둔 줄  log-a.jsonl:3  torn')
})

test('of a course that may be a copy is told what it shares with which, in one line', () => {
  const said = (sameId: boolean, lang: 'ko' | 'en') => copyLine('/b', { folder: '/a\n', sameId }, lang)
  expect([said(true, 'ko'), said(false, 'ko')].map((line) => line.split('. ')[0])).toEqual([
    '/b 강의는 /a\\n 강의와 course.yaml의 id가 같아요',
    '/b 강의는 /a\\n 강의와 질문이 같아요',
  ])
  expect([said(true, 'en'), said(false, 'en')].map((line) => line.split(/\. (?=Say)/)[0])).toEqual([
    'The course /b has the same id in course.yaml as /a\\n',
    'The course /b has the same questions as /a\\n',
  ])
})

test('ids of a file are told one by one, and how many of them the course has', () => {
  const ids = [
    { id: 'c/a', known: true },
    { id: 'c/b', known: false },
    { id: 'c/c', known: true },
  ]
  expect(idLines('도커', ids, 'ko')).toEqual(['질문 3개 가운데 2개가 ‘도커’ 강의에 있어요.', '✓ c/a', '– c/b', '✓ c/c'])
  expect(idLines('Docker', ids.slice(1, 2), 'en')).toEqual(['In the course “Docker”: 0 of 1 question.', '– c/b'])
})

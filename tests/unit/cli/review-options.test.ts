import { describe, expect, test } from 'vitest'
import { readReviewOptions } from '../../../src/cli/review-options.ts'

const requestOf = (...args: readonly string[]) => readReviewOptions(args).request
const saidOf = (...args: readonly string[]): string => {
  try {
    return JSON.stringify(readReviewOptions(args))
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('without anything the questions of the day are listed', () => {
  expect(readReviewOptions([])).toEqual({
    request: { what: 'list', mode: 'due', topic: null },
    course: undefined,
    lang: undefined,
    json: false,
  })
})

test('what is listed, of which course and in which language can be said', () => {
  const args = ['--mode', 'weak', '--topic', '01-vm', '--course', 'docker', '--lang', 'en', '--json']
  expect(readReviewOptions(args)).toEqual({
    request: { what: 'list', mode: 'weak', topic: '01-vm' },
    course: 'docker',
    lang: 'en',
    json: true,
  })
})

describe('an answer', () => {
  test('is that nothing was checked or measured unless it is said', () => {
    expect(requestOf('--answer', 'q')).toEqual({
      what: 'answer',
      answer: { id: 'q', points: null, grade: null, hints: 0, ms: null, gaveUp: false },
    })
  })

  test('has its points in order, its grade, hints, time, and whether it was given up', () => {
    const args = ['--points', 'hit, half,miss', '--grade', 'hard', '--hints', '2', '--ms', '900', '--gave-up']
    expect(requestOf('--answer', 'q', ...args)).toEqual({
      what: 'answer',
      answer: { id: 'q', points: ['hit', 'half', 'miss'], grade: 'hard', hints: 2, ms: 900, gaveUp: true },
    })
  })

  test.each(['', '  '])('of a question without points has none: %j', (points) => {
    expect(requestOf('--answer', 'q', `--points=${points}`)).toMatchObject({ answer: { points: [] } })
  })

  test.each(['hit,yes', 'yes', 'hit,,miss', 'HIT'])('with other marks is refused: %s', (points) => {
    expect(saidOf('--answer', 'q', '--points', points)).toContain('it is one of hit, half, miss.')
  })
})

test('what else can be asked for', () => {
  expect(requestOf('--undo')).toEqual({ what: 'undo' })
  expect(requestOf('--log')).toEqual({ what: 'log' })
  expect(requestOf('--anki-ids', 'notes.txt')).toEqual({ what: 'anki-ids', file: 'notes.txt' })
})

test.each([['--undo'], ['--log'], ['--anki-ids', 'notes.txt'], ['--answer', 'q']])(
  '%s goes with what always goes',
  (...args) => {
    const options = readReviewOptions([...args, '--course', 'docker', '--lang', 'ko', '--json', '--verbose'])
    expect(options).toMatchObject({ course: 'docker', lang: 'ko', json: true })
  },
)

test.each([
  ['--undo', '--log', '--undo and --log do not go together.'],
  ['--undo', '--mode=weak', '--undo and --mode do not go together.'],
  ['--log', '--topic=a', '--log and --topic do not go together.'],
  ['--log', '--answer=q', '--log and --answer do not go together.'],
  ['--anki-ids=f', '--grade=good', '--anki-ids and --grade do not go together.'],
  ['--answer=q', '--mode=due', '--answer and --mode do not go together.'],
  ['--answer=q', '--undo', '--undo and --answer do not go together.'],
])('%s and %s do not go together', (one, other, said) => {
  expect(saidOf(one, other)).toBe(said)
  expect(saidOf(other, one)).toBe(said)
})

test.each(['--points=hit', '--grade=good', '--hints=1', '--ms=5', '--gave-up'])(
  '%s without a question lacks the question',
  (option) => {
    expect(saidOf(option)).toBe('This is missing: --answer ID')
  },
)

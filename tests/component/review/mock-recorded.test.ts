/** A mock interview that is over, without its window: it is recorded once, and its report is there. */
import { fake } from '../library/fake-shell.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import type { MockAnswer } from '../../../src/contract/review.ts'
import type { Mock } from '../../../src/renderer/review/interview/mock.svelte.ts'
import { keepDraft } from '../../../src/renderer/review/interview/interview-draft.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { begun, full, later, newMock, readyMock, stoppedClock } from './held-mock.ts'
import { mockQuestion, mockResult } from './sample-mock.ts'

beforeEach(readyMock)

/** The only question of an interview is checked, so that going on records it. */
async function ready(): Promise<Mock> {
  fake.when('review:plan', () => [mockQuestion('하나')])
  const mock = await begun()
  await mock.go()
  mock.current?.marks.forEach((_, point) => {
    mock.mark('hit', point)
  })
  return mock
}
describe('recording', () => {
  test('is done once with what was answered, opens the report and forgets the interview', async () => {
    const mock = await ready()
    const going = mock.go()
    await expect.poll(() => mock.result).not.toBeNull()
    await Promise.all([going, mock.record()])
    expect(fake.payloads('review:mock')).toMatchObject([
      {
        course: 'docker',
        lang: 'ko',
        kind: 'practice',
        answers: [{ card: 'docker/하나', points: ['hit', 'hit'], hints: 0 }],
      },
    ])
    expect([mock.interview, mock.failure, mock.busy, mock.result?.id]).toEqual([null, null, false, 'm'])
    expect(sessionStorage).toHaveLength(0)
    await expect.poll(() => mock.earlier).toEqual([])
  })

  test('does not ask the first time what was recorded before; it does once it was sent', async () => {
    fake.when('review:mock', () => {
      throw full
    })
    const mock = await ready()
    await mock.go()
    await expect.poll(() => mock.failure).toEqual(full.failure)
    expect([mock.interview?.sent, mock.busy, fake.payloads('review:mocks')]).toEqual([true, false, []])
    expect(newMock().interview?.sent).toBe(true)
    await mock.go()
    expect(fake.payloads('review:mocks')).toEqual([{ course: 'docker', lang: 'ko' }])
    expect(fake.payloads('review:mock')).toHaveLength(2)
  })

  test('says no more why it failed once a step was taken back, or all was given up', async () => {
    fake.when('review:mock', () => {
      throw full
    })
    const mock = await ready()
    await mock.go()
    await expect.poll(() => mock.failure).not.toBeNull()
    mock.undo()
    expect([mock.failure, mock.interview?.now.phase]).toEqual([null, 'checking'])
    await mock.go()
    await expect.poll(() => mock.failure).not.toBeNull()
    mock.giveUp()
    expect([mock.failure, mock.interview]).toEqual([null, null])
  })

  const answer: MockAnswer = { card: 'docker/하나', after: null, points: ['hit', 'hit'], ms: 0, hints: 0 }
  test.each<readonly [string, readonly MockAnswer[], recorded: number]>([
    ['the very answers', [answer], 0],
    ['another card', [{ ...answer, card: 'docker/둘' }], 1],
    ['another time', [{ ...answer, ms: 1 }], 1],
    ['other marks', [{ ...answer, points: ['hit', 'half'] }], 1],
    ['fewer marks', [{ ...answer, points: ['hit'] }], 1],
    ['one answer more', [answer, answer], 1],
    ['none', [], 1],
  ])('that was sent before is there already where %s are', async (_, known, times) => {
    using clock = stoppedClock()
    const { interview } = await ready()
    // Checking takes none of it.
    clock.pass(40)
    if (!interview) throw new Error('no interview')
    keepDraft({ ...interview, sent: true, now: { ...interview.now, phase: 'done' } })
    fake.when('review:mocks', () => [mockResult('old', 'practice', known)])
    const mock = newMock()
    const stop = mock.start()
    await expect.poll(() => mock.result).not.toBeNull()
    stop()
    expect(fake.payloads('review:mock')).toHaveLength(times)
    expect(mock.result?.id).toBe(times === 0 ? 'old' : 'm')
  })
})

describe('reports', () => {
  const [first, second] = [mockResult('a', 'real', []), mockResult('b', 'practice', [])] as const

  test('are read at the start and whenever something was reviewed, until the window goes', async () => {
    fake.when('review:mocks', () => [first])
    const mock = newMock()
    expect(mock.earlier).toBeNull()
    const stop = mock.start()
    await expect.poll(() => mock.earlier).toEqual([first])
    fake.when('review:mocks', () => [second, first])
    fake.tell('review:changed', null)
    await expect.poll(() => mock.earlier).toEqual([second, first])
    expect(notices.list).toEqual([])
    stop()
    const before = fake.payloads('review:mocks').length
    fake.tell('review:changed', null)
    expect(fake.payloads('review:mocks')).toHaveLength(before)
  })

  test('that are open are renewed when read, and stay where they are not listed', async () => {
    const mock = newMock()
    await mock.read()
    expect(mock.result).toBeNull()
    mock.open(first)
    await mock.read()
    expect(mock.result).toBe(first)
    fake.when('review:mocks', () => [second, { ...first, adopted: true }])
    await mock.read()
    expect([mock.result?.id, mock.result?.adopted]).toEqual(['a', true])
    mock.close()
    expect(mock.result).toBeNull()
  })

  test('are told as trouble where they cannot be read', async () => {
    fake.when('review:mocks', () => {
      throw full
    })
    const mock = newMock()
    await mock.read()
    expect([mock.earlier, notices.list.length]).toEqual([null, 1])
  })

  test('are taken over once, and only that which was asked for', async () => {
    const mock = newMock()
    await mock.adopt()
    mock.open({ ...second, adopted: true })
    await mock.adopt()
    expect(fake.payloads('review:adopt')).toEqual([])
    mock.open(first)
    await Promise.all([mock.adopt(), mock.adopt()])
    expect(fake.payloads('review:adopt')).toEqual([{ course: 'docker', lang: 'ko', mock: 'a' }])
    expect([mock.result?.adopted, mock.busy]).toEqual([true, false])
    const adopting = later<null>()
    fake.when('review:adopt', () => adopting.promise as never)
    mock.open(first)
    const taking = mock.adopt()
    mock.open(second)
    adopting.answer(null)
    await taking
    expect(mock.result).toBe(second)
  })
})

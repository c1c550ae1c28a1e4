/** A mock interview that is being held, without its window: what is planned, counted, asked and marked. */
import { fake } from '../library/fake-shell.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MockQuestion } from '../../../src/contract/review-view.ts'
import { Mock } from '../../../src/renderer/review/interview/mock.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { begun, full, later, newMock, plan, readyMock, stoppedClock } from './held-mock.ts'
import { mockQuestion } from './sample-mock.ts'

const followUp = mockQuestion('꼬리', 1, '하나')

beforeEach(readyMock)
afterEach(() => {
  vi.useRealTimers()
})

describe('planning', () => {
  test('asks for as many questions of these topics, in the language of the time', async () => {
    const mock = new Mock('docker', () => 'en')
    await mock.begin('real', 10, ['01-vm'])
    const [asked] = fake.payloads('review:plan') as { readonly seed: number }[]
    expect(asked).toMatchObject({ course: 'docker', lang: 'en', topics: ['01-vm'], count: 10 })
    expect(Number.isInteger(asked?.seed)).toBe(true)
    expect(mock.interview).toMatchObject({ course: 'docker', lang: 'en', kind: 'real', sent: false })
    expect([mock.place, mock.answered, mock.busy]).toEqual([{ at: 1, all: 2 }, 0, false])
  })

  test('is by chance: no two ask for the same', async () => {
    for (let i = 0; i < 4; i += 1)
      await newMock()
        .begin('real', 5, [])
        .then(() => sessionStorage.clear())
    expect(new Set((fake.payloads('review:plan') as { readonly seed: number }[]).map(({ seed }) => seed)).size).toBe(4)
  })

  test('is done once, and not while an interview is held', async () => {
    const mock = newMock()
    await Promise.all([mock.begin('practice', 5, []), mock.begin('practice', 5, [])])
    const held = mock.interview
    await mock.begin('practice', 5, [])
    expect(fake.payloads('review:plan')).toHaveLength(1)
    expect(mock.interview).toBe(held)
  })

  test('says that there is nothing to ask until it is closed or there is', async () => {
    fake.when('review:plan', () => [])
    const mock = newMock()
    expect(mock.isEmpty).toBe(false)
    await mock.begin('practice', 5, [])
    expect([mock.isEmpty, mock.interview, mock.current, mock.place]).toEqual([true, null, null, null])
    expect([mock.answered, mock.point]).toEqual([0, null])
    mock.close()
    expect(mock.isEmpty).toBe(false)
    await mock.begin('practice', 5, [])
    fake.when('review:plan', () => plan)
    await mock.begin('practice', 5, [])
    expect(mock.isEmpty).toBe(false)
    expect(sessionStorage).toHaveLength(1)
  })
})

describe('time', () => {
  const spent = (mock: Mock) => mock.current?.ms

  test('is that between two readings of the clock', async () => {
    using clock = stoppedClock()
    const mock = await begun()
    for (const ms of [300, 0, 40]) {
      clock.pass(ms)
      mock.tick()
    }
    expect(spent(mock)).toBe(340)
  })

  test('counts up to where it is stopped, not on from there, and then again', async () => {
    using clock = stoppedClock()
    const mock = await begun()
    clock.pass(100)
    mock.pause(true)
    clock.pass(5_000)
    mock.tick()
    clock.pass(5_000)
    mock.pause(false)
    clock.pass(20)
    mock.tick()
    expect(spent(mock)).toBe(120)
  })

  test('is not that before an interview, nor that of asking the shell', async () => {
    using clock = stoppedClock()
    const mock = newMock()
    clock.pass(700)
    const planned = later<readonly MockQuestion[]>()
    fake.when('review:plan', () => planned.promise)
    const beginning = mock.begin('real', 5, [])
    clock.pass(700)
    mock.tick()
    planned.answer(plan)
    await beginning
    clock.pass(30)
    mock.tick()
    expect(spent(mock)).toBe(30)
    const following = later<null>()
    fake.when('review:followUp', () => following.promise)
    clock.pass(5)
    const going = mock.go()
    clock.pass(900)
    following.answer(null)
    await going
    expect([spent(mock), mock.interview?.spent['docker/하나']?.ms]).toEqual([0, 35])
  })

  test('is counted at least once a second while the window is there, and no more afterwards', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    using clock = stoppedClock()
    const mock = await begun()
    const stop = mock.start()
    clock.pass(1_000)
    vi.advanceTimersByTime(1_000)
    expect(spent(mock)).toBe(1_000)
    stop()
    clock.pass(1_000)
    vi.advanceTimersByTime(10_000)
    expect(spent(mock)).toBe(1_000)
  })

  test('is counted up to the answer, and up to the leaving of the window', async () => {
    using clock = stoppedClock()
    const mock = await begun()
    const stop = mock.start()
    clock.pass(250)
    window.dispatchEvent(new Event('pagehide'))
    expect(newMock().current?.ms).toBe(250)
    clock.pass(50)
    stop()
    expect(newMock().current?.ms).toBe(300)
    clock.pass(7)
    await mock.go()
    clock.pass(100)
    mock.tick()
    expect(spent(mock)).toBe(307)
    sessionStorage.clear()
    window.dispatchEvent(new Event('pagehide'))
    expect(sessionStorage).toHaveLength(0)
  })
})

describe('the keys', () => {
  test('are at no point but while checking, then at the first that is not checked', async () => {
    const mock = await begun()
    expect(mock.point).toBeNull()
    mock.mark('hit')
    mock.moveTo(0)
    expect(mock.current?.marks).toEqual([null, null])
    await mock.go()
    expect(mock.point).toBe(0)
    mock.mark('half')
    expect(mock.point).toBe(1)
    mock.mark('miss')
    expect([mock.point, mock.current?.marks]).toEqual([null, ['half', 'miss']])
  })

  test('move from point to point and no further, from behind the last one back to it', async () => {
    const mock = await begun()
    await mock.go()
    const at: (number | null)[] = []
    for (const by of [-1, 1, 1, -1, -1] as const) {
      mock.moveBy(by)
      at.push(mock.point)
    }
    expect(at).toEqual([0, 1, 1, 0, 0])
    mock.mark('hit')
    mock.mark('hit')
    mock.moveBy(1)
    expect(mock.point).toBeNull()
    mock.moveBy(-1)
    expect(mock.point).toBe(1)
    mock.mark('half')
    expect([mock.point, mock.current?.marks]).toEqual([null, ['hit', 'half']])
  })

  test('mark the point that is named, wherever they are', async () => {
    const mock = await begun()
    await mock.go()
    mock.mark('miss', 1)
    expect([mock.current?.marks, mock.point]).toEqual([[null, 'miss'], 0])
    mock.undo()
    expect(mock.current?.marks).toEqual([null, null])
  })

  test('go on only once all is checked', async () => {
    const mock = await begun()
    await mock.go()
    mock.mark('hit')
    await mock.go()
    expect([mock.interview?.now.phase, mock.place?.at]).toEqual(['checking', 1])
    expect(fake.payloads('review:followUp')).toEqual([])
    mock.mark('hit')
    await mock.go()
    expect([mock.interview?.now.phase, mock.place?.at]).toEqual(['answering', 2])
  })
})

test('hints are counted while practising, none for real', async () => {
  for (const [kind, given] of [
    ['practice', [1, 2, 3, 3]],
    ['real', [0, 0, 0, 0]],
  ] as const) {
    sessionStorage.clear()
    const mock = await begun(kind)
    const hints = given.map(() => {
      mock.hint()
      return mock.current?.hints
    })
    expect(hints).toEqual(given)
    expect(newMock().current?.hints).toBe(given[3])
  }
})

test('an interview ends early with what was answered, and not before anything was', async () => {
  const mock = await begun('real')
  mock.endEarly()
  expect([mock.interview?.now.phase, mock.answered]).toEqual(['answering', 0])
  await mock.go()
  mock.endEarly()
  expect([mock.interview?.now.phase, mock.current?.card, mock.answered]).toEqual(['checking', 'docker/하나', 1])
})

describe('a follow-up', () => {
  test('is told what was asked, planned and not wanted', async () => {
    fake.when('review:followUp', ({ card }: { card: string }) => (card === 'docker/하나' ? followUp : null))
    const mock = await begun('real')
    await mock.go()
    expect(mock.current?.card).toBe('docker/꼬리')
    mock.skip()
    expect(mock.current?.card).toBe('docker/둘')
    await mock.go()
    const asked = { card: 'docker/하나', after: null }
    expect(fake.payloads('review:followUp')).toEqual([
      { course: 'docker', lang: 'ko', card: 'docker/하나', asked: [asked], planned: ['docker/하나', 'docker/둘'] },
      {
        course: 'docker',
        lang: 'ko',
        card: 'docker/둘',
        asked: [asked, { card: 'docker/둘', after: null }],
        planned: ['docker/하나', 'docker/둘', 'docker/꼬리'],
      },
    ])
    expect(mock.interview?.now.phase).toBe('checking')
  })

  test('that comes late changes nothing of what was given up, and nothing is done meanwhile', async () => {
    const following = later<MockQuestion | null>()
    fake.when('review:followUp', () => following.promise)
    const mock = await begun('real')
    const going = mock.go()
    expect(mock.busy).toBe(true)
    const before = mock.interview
    await mock.go()
    mock.hint()
    mock.endEarly()
    mock.undo()
    expect(mock.interview).toBe(before)
    expect(fake.payloads('review:followUp')).toHaveLength(1)
    mock.giveUp()
    following.answer(followUp)
    await going
    expect([mock.interview, mock.busy]).toEqual([null, false])
    expect(sessionStorage).toHaveLength(0)
  })

  test('that cannot be told is told as trouble, and the interview goes on', async () => {
    fake.when('review:followUp', () => {
      throw full
    })
    const mock = await begun('real')
    await mock.go()
    expect([mock.current?.card, mock.busy, notices.list.length]).toEqual(['docker/둘', false, 1])
  })
})

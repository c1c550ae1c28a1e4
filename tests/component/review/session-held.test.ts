/** A review session without its window: what it asks of the shell, and what of its cards stays. */
import { fake, Failed } from '../library/fake-shell.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ReviewCard, ReviewScope, ReviewSession } from '../../../src/contract/review.ts'
import { Session } from '../../../src/renderer/review/card/session.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { reviewWords } from '../../../src/renderer/words/review.ts'
import { reviewCard } from './sample-card.ts'
import { overviewOf } from './sample-statistics.ts'

const scope: ReviewScope = { course: 'docker', mode: 'due', topic: '01-vm', since: 7, lang: 'ko' }
const full = new Failed({ code: 'disk-full', message: { ko: '디스크가 찼어요.', en: 'The disk is full.' } } as never)
const [first, second] = ['docker/q-a', 'docker/q-b'].map((id) => reviewCard(['하나', '둘'], id)) as [
  ReviewCard,
  ReviewCard,
]

const sessionOf = (card: ReviewCard | null, done = 0, undo: ReviewSession['undo'] = null): ReviewSession => ({
  scope,
  card,
  done,
  left: 2 - done,
  counts: overviewOf().counts,
  undo,
})

let stop: () => void = () => undefined
/** What a test lets pass besides the time that it takes, in milliseconds. */
let passed = 0
const clock = performance.now.bind(performance)

beforeEach(() => {
  passed = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + passed)
  sessionStorage.clear()
  notices.list = []
  fake.reset()
  fake.when('review:session', () => sessionOf(first))
  fake.when('review:answer', () => sessionOf(second, 1, { card: first.card, question: 'q-a?' }))
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A session with its first card, recalled for long enough. */
async function started(): Promise<Session> {
  const session = new Session(scope)
  stop = session.start()
  await expect.poll(() => session.busy).toBe(false)
  recall(session)
  return session
}
/** Lets the time go by that is for recalling. */
function recall(session: Session): void {
  passed += 5_000
  session.flow?.tick()
}
/** Opens the answer and checks all of its points. */
function check(session: Session): void {
  session.flow?.reveal()
  session.flow?.marks.forEach((_, point) => {
    session.flow?.mark('hit', point)
  })
}
/** An answer of the shell that comes when a test wants it. */
function later<T>() {
  let answer: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => (answer = resolve))
  return { promise, answer }
}
const told = () => notices.list.map(({ text }) => text)
const undone = (question: string) => ({ ko: reviewWords.ko.undone(question), en: reviewWords.en.undone(question) })

describe('a session', () => {
  test('is asked for by its scope, and anew whenever something was reviewed, until the window goes', async () => {
    const session = await started()
    expect([session.flow?.card.card, session.state?.done]).toEqual([first.card, 0])
    fake.when('review:session', () => sessionOf(second))
    fake.tell('review:changed', null)
    await expect.poll(() => session.flow?.card.card).toBe(second.card)
    stop()
    fake.tell('review:changed', null)
    expect(fake.payloads('review:session')).toEqual([{ scope }, { scope }])
  })

  test('keeps what was done with a card that is still at hand, and begins one that comes again anew', async () => {
    const session = await started()
    session.flow?.reveal()
    session.togglePicture()
    const { flow, visit } = session
    fake.tell('review:changed', null)
    await expect.poll(() => fake.payloads('review:session')).toHaveLength(2)
    await expect.poll(() => session.busy).toBe(false)
    expect([session.flow === flow, session.visit === visit, visit === null]).toEqual([true, true, false])
    fake.when('review:session', () => sessionOf(first, 1))
    fake.tell('review:changed', null)
    await expect.poll(() => session.state?.done).toBe(1)
    expect([session.flow === flow, session.visit]).toEqual([false, null])
  })

  test('has no card where nothing is left', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    fake.when('review:session', () => sessionOf(null, 2))
    const session = await started()
    expect([session.flow, session.state?.done]).toEqual([null, 2])
    await session.grade('good')
    await session.act('bury')
    session.togglePicture()
    await session.undo()
    // Its clock finds nothing to count.
    vi.advanceTimersByTime(1_000)
    expect(fake.asked.map(({ name }) => name)).toEqual(['review:session'])
  })

  test('that cannot be read is told as trouble, and is no longer waited for', async () => {
    fake.when('review:session', () => {
      throw full
    })
    const session = await started()
    expect([session.state, session.busy, notices.list.length]).toEqual([null, false, 1])
    await session.undo()
    expect(fake.payloads('review:undo')).toEqual([])
  })

  test('counts the time of its card by itself, until the window goes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const session = await started()
    passed += 60_000
    vi.advanceTimersByTime(1_000)
    expect(session.flow?.ms).toBeGreaterThanOrEqual(65_000)
    stop()
    const { ms } = session.flow ?? {}
    passed += 60_000
    vi.advanceTimersByTime(1_000)
    expect(session.flow?.ms).toBe(ms)
  })
})

describe('an answer', () => {
  test('is recorded with all that was found out, once, and the next card comes', async () => {
    const session = await started()
    session.flow?.hint()
    await session.grade('good')
    expect(fake.payloads('review:answer')).toEqual([])
    check(session)
    await Promise.all([session.grade('hard'), session.grade('hard')])
    expect(fake.payloads('review:answer')).toEqual([
      {
        scope,
        card: first.card,
        grade: 'hard',
        suggested: 'hard',
        points: ['hit', 'hit'],
        ms: expect.any(Number) as number,
        hints: 1,
        gaveUp: false,
        recall: 'said',
      },
    ])
    expect([session.flow?.card.card, session.flow?.marks, session.busy]).toEqual([second.card, [null, null], false])
    expect(sessionStorage.getItem('lectern-card')).toBeNull()
  })

  test('lets no news of others take its card away before it is recorded', async () => {
    const session = await started()
    check(session)
    const recorded = later<ReviewSession>()
    fake.when('review:answer', () => recorded.promise)
    const grading = session.grade('good')
    expect(session.busy).toBe(true)
    fake.tell('review:changed', null)
    await session.act('bury')
    await session.undo()
    recorded.answer(sessionOf(second, 1))
    await grading
    expect(fake.asked.map(({ name }) => name)).toEqual(['review:session', 'review:answer'])
  })

  test('that cannot be recorded leaves the card as it is, over a reload too', async () => {
    const session = await started()
    check(session)
    fake.when('review:answer', () => {
      throw full
    })
    await session.grade('good')
    expect([session.flow?.card.card, session.flow?.complete, session.busy]).toEqual([first.card, true, false])
    expect(notices.list).toHaveLength(1)
    expect((await started()).flow?.complete).toBe(true)
  })
})

describe('undo', () => {
  test('is of the card at hand first, without asking, then of the last answer', async () => {
    const session = await started()
    check(session)
    await session.grade('good')
    fake.when('review:undo', () => sessionOf(first))
    recall(session)
    session.flow?.hint()
    await session.undo()
    expect([session.flow?.hints, fake.payloads('review:undo')]).toEqual([0, []])
    await session.undo()
    expect(fake.payloads('review:undo')).toEqual([{ scope }])
    expect([session.flow?.card.card, session.flow?.marks]).toEqual([first.card, ['hit', 'hit']])
    expect(told()).toEqual([undone('q-a?')])
  })

  test.each<readonly [string, ReviewSession['undo'], string]>([
    ['its question', { card: 'docker/q-x', question: '무엇인가요?' }, '무엇인가요?'],
    ['its id where the question is gone', { card: 'docker/q-x', question: null }, 'docker/q-x'],
    ['nothing where it is of no card', { card: null, question: null }, ''],
  ])('says %s', async (_, undo, name) => {
    fake.when('review:session', () => sessionOf(first, 1, undo))
    fake.when('review:undo', () => sessionOf(null))
    const session = await started()
    await session.undo()
    expect([told(), session.flow]).toEqual([[undone(name)], null])
  })

  test('where it cannot be done says only why', async () => {
    fake.when('review:session', () => sessionOf(first, 1, { card: second.card, question: 'q-b?' }))
    fake.when('review:undo', () => {
      throw full
    })
    const session = await started()
    await session.undo()
    expect([notices.list.length, told().includes(undone('q-b?')), session.flow?.card.card]).toEqual([
      1,
      false,
      first.card,
    ])
  })

  test('of which the shell knows nothing leaves the session as it is', async () => {
    fake.when('review:session', () => sessionOf(first, 1, { card: second.card, question: 'q-b?' }))
    fake.when('review:undo', () => null)
    const session = await started()
    const { state, flow } = session
    await session.undo()
    expect([session.state === state, session.flow === flow]).toEqual([true, true])
  })
})

test.each([
  ['bury', 'buried'],
  ['suspend', 'suspended'],
  ['reset', 'wasReset'],
] as const)('%s is asked of the card at hand and told once done', async (act, word) => {
  const session = await started()
  fake.when('review:card', () => {
    throw full
  })
  await session.act(act)
  expect([notices.list.length, session.flow?.card.card]).toEqual([1, first.card])
  notices.list = []
  fake.when('review:card', () => sessionOf(second))
  await session.act(act)
  expect(fake.payloads('review:card')).toEqual([
    { scope, card: first.card, act },
    { scope, card: first.card, act },
  ])
  expect(told()).toEqual([{ ko: reviewWords.ko[word], en: reviewWords.en[word] }])
  expect(session.flow?.card.card).toBe(second.card)
})

describe('the picture', () => {
  test('opens at its step once something may be shown, counts as help, and closes', async () => {
    const session = await started()
    passed = 0
    session.flow?.tick()
    session.togglePicture()
    expect([session.visit, session.flow?.sawPicture]).toEqual([null, false])
    recall(session)
    session.togglePicture()
    expect([session.visit?.address, session.flow?.helps]).toEqual(['#vm-vs-container/VC-5', 1])
    session.togglePicture()
    expect([session.visit, session.flow?.helps]).toEqual([null, 1])
  })

  test('is none where the question has none', async () => {
    const bare = { ...first, question: { ...first.question, picture: null } }
    fake.when('review:session', () => sessionOf(bare))
    const session = await started()
    session.togglePicture()
    expect([session.visit, session.flow?.sawPicture]).toEqual([null, false])
  })
})

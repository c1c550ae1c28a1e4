/** The review window without its parts: which course and view it shows, and what it asks of the shell. */
import { fake, Failed } from '../library/fake-shell.ts'
import { courseOf, libraryOf, notesCourse, running } from '../library/sample-library.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReviewOverview } from '../../../src/contract/review-view.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { addressOf, Review, viewOf } from '../../../src/renderer/review/review.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { reviewWords } from '../../../src/renderer/words/review.ts'
import { overviewOf } from './sample-statistics.ts'

const full = new Failed({ code: 'disk-full', message: { ko: '디스크가 찼어요.', en: 'The disk is full.' } } as never)
const network = courseOf({ id: '/net', title: { ko: '네트워크', en: 'Networks' }, questions: 7 })
const docker = courseOf()

let stop: () => void = () => undefined

beforeEach(async () => {
  notices.list = []
  fake.reset(libraryOf({ courses: [notesCourse, docker, network] }))
  fake.when('review:read', ({ course }: { course: string }) => overviewOf({ course }))
  await look.start()
})
afterEach(() => {
  stop()
  stop = () => undefined
})

/** The window with the library read. */
async function start(address = '#start'): Promise<Review> {
  const review = new Review(address)
  stop = review.start()
  await expect.poll(() => review.isRead || notices.list.length > 0).toBe(true)
  return review
}
async function read(change: Partial<ReviewOverview> = {}): Promise<Review> {
  const review = await start()
  fake.when('review:read', () => overviewOf({ course: docker.id, ...change }))
  await review.read()
  return review
}

describe('the address', () => {
  test.each([
    [{ kind: 'start' }, '#start'],
    [{ kind: 'mock' }, '#mock'],
    [{ kind: 'statistics' }, '#statistics'],
    [{ kind: 'session', mode: 'due', topic: null, since: 17 }, '#session/due/17'],
    [{ kind: 'session', mode: 'weak', topic: 'a b/ko', since: 0 }, '#session/weak/0/a%20b%2Fko'],
  ] as const)('of %j is %s', (view, address) => {
    expect(addressOf(view)).toBe(address)
    expect(viewOf(address)).toEqual(view)
    expect(viewOf(address.slice(1))).toEqual(view)
  })

  test.each(['#session/due/1x', '#session/due/x1', '#session/due/', '#statistic', '#session/mock/1', '#session/due/%'])(
    '%s is the start',
    (address) => expect(viewOf(address)).toEqual({ kind: 'start' }),
  )

  test('of a topic may have its slash as it is', () => {
    expect(viewOf('#session/ahead/3/a/b')).toEqual({ kind: 'session', mode: 'ahead', topic: 'a/b', since: 3 })
  })
})

describe('the course', () => {
  test('is none before the library is read, then the chosen one among those that ask something', async () => {
    const review = new Review('#mock')
    expect([review.course, review.isRead, review.view]).toEqual([null, false, { kind: 'mock' }])
    await review.read()
    expect(fake.payloads('review:read')).toEqual([])
    stop = review.start()
    await expect.poll(() => review.isRead).toBe(true)
    expect(review.course?.id).toBe(docker.id)
    look.settings = { ...look.settings, course: network.id }
    expect(review.course?.id).toBe(network.id)
    look.settings = { ...look.settings, course: notesCourse.id }
    expect(review.course?.id).toBe(docker.id)
  })

  test('that is chosen begins at its start, stays in spite of other windows, and is kept for the next time', async () => {
    const review = await start('#mock')
    review.choose(network.id)
    expect([review.course?.id, review.view]).toEqual([network.id, { kind: 'start' }])
    expect(fake.payloads('settings:write')).toEqual([{ course: network.id }])
    look.settings = { ...look.settings, course: docker.id }
    expect(review.course?.id).toBe(network.id)
  })

  test('is chosen all the same where that cannot be kept', async () => {
    fake.when('settings:write', () => {
      throw full
    })
    const review = await start()
    review.choose(network.id)
    await expect.poll(() => fake.payloads('settings:write')).toHaveLength(1)
    expect([review.course?.id, notices.list]).toEqual([network.id, []])
  })

  test('is another when the library says so, until the window goes', async () => {
    const review = await start()
    fake.change(libraryOf({ courses: [network] }))
    expect(review.course?.id).toBe(network.id)
    stop()
    fake.change(libraryOf({ courses: [docker] }))
    expect(review.course?.id).toBe(network.id)
  })

  test('is none where the library cannot be read, which is told', async () => {
    fake.when('library:read', () => {
      throw full
    })
    const review = await start()
    expect([review.course, review.isRead, notices.list.length]).toEqual([null, false, 1])
  })

  test('asks in the language of its decks, else in that of the interface', () => {
    const review = new Review('')
    look.settings = { ...look.settings, deckLang: null, language: 'ko' }
    expect(review.lang).toBe('ko')
    look.settings = { ...look.settings, deckLang: 'en' }
    expect(review.lang).toBe('en')
  })
})

describe('where the course stands', () => {
  test('is asked in its language, and anew when something was reviewed, until the window goes', async () => {
    const review = await start()
    await review.read()
    expect(fake.payloads('review:read')).toEqual([{ course: docker.id, lang: 'ko' }])
    expect(review.overview?.course).toBe(docker.id)
    fake.tell('review:changed', null)
    await expect.poll(() => fake.payloads('review:read')).toHaveLength(2)
    stop()
    fake.tell('review:changed', null)
    expect(fake.payloads('review:read')).toHaveLength(2)
  })

  test.each([
    ['another course', (review: Review) => review.choose(network.id)],
    ['another language', () => void (look.settings = { ...look.settings, deckLang: 'en' })],
  ])('is not told of what was shown before %s', async (_, turn) => {
    const review = await start()
    let answer: (overview: ReviewOverview) => void = () => undefined
    fake.when('review:read', () => new Promise<ReviewOverview>((resolve) => (answer = resolve)))
    const reading = review.read()
    turn(review)
    answer(overviewOf({ course: docker.id }))
    await reading
    expect(review.overview).toBeNull()
  })

  test('that cannot be told is told as trouble', async () => {
    const review = await start()
    fake.when('review:read', () => {
      throw full
    })
    await review.read()
    expect([review.overview, notices.list.length]).toEqual([null, 1])
  })
})

describe('views', () => {
  test('are a session since the overview was told, statistics, an interview, and the start', async () => {
    const review = await read({ at: 1_234 })
    review.begin('due')
    expect(review.view).toEqual({ kind: 'session', mode: 'due', topic: null, since: 1_234 })
    review.begin('weak', '01-vm')
    expect(review.view).toEqual({ kind: 'session', mode: 'weak', topic: '01-vm', since: 1_234 })
    review.show('mock')
    expect(review.view).toEqual({ kind: 'mock' })
    review.show('statistics')
    expect(review.view).toEqual({ kind: 'statistics' })
    review.leave()
    expect(review.view).toEqual({ kind: 'start' })
  })

  test('of a session before anything was told begin now', () => {
    const review = new Review('')
    const before = Date.now()
    review.begin('ahead')
    expect(review.view.kind === 'session' && review.view.since).toBeGreaterThanOrEqual(before)
  })
})

describe('undo', () => {
  test.each<readonly [string, ReviewOverview['undo'], string]>([
    ['its question', { card: 'docker/q-x', question: '무엇인가요?' }, '무엇인가요?'],
    ['its id where the question is gone', { card: 'docker/q-x', question: null }, 'docker/q-x'],
    ['nothing where it is of no card', { card: null, question: null }, ''],
  ])('of the last answer says %s', async (_, undo, name) => {
    const review = await read({ undo })
    await review.undo()
    expect(fake.payloads('review:undo')).toEqual([{ scope: null }])
    const { ko, en } = reviewWords
    expect(notices.list.map(({ text }) => text)).toEqual([{ ko: ko.undone(name), en: en.undone(name) }])
  })

  test('is nothing where there is nothing to take back', async () => {
    await new Review('').undo()
    await (await read({ undo: null })).undo()
    expect([fake.payloads('review:undo'), notices.list]).toEqual([[], []])
  })

  test('that fails says only why', async () => {
    const review = await read({ undo: { card: 'docker/q-x', question: 'x?' } })
    fake.when('review:undo', () => {
      throw full
    })
    await review.undo()
    expect(notices.list.map(({ text }) => text)).toEqual([full.failure.message])
  })
})

describe('the slides behind what is weak', () => {
  test('are presented of the course in its language, in windows that the page opens where the shell does not', async () => {
    const opened = () => fake.payloads('window:open')
    await new Review('').presentWeak()
    const review = await start()
    await review.presentWeak()
    expect(opened()).toEqual([])
    expect(fake.payloads('review:presentWeak')).toEqual([{ course: docker.id, lang: 'ko' }])
    look.features = { ...fake.features, opensWindows: false }
    await review.presentWeak()
    expect(opened()).toEqual([{ window: 'deck' }, { window: 'presenter' }])
    look.features = null
    await review.presentWeak()
    expect(opened()).toHaveLength(2)
    expect(fake.payloads('review:presentWeak')).toHaveLength(3)
  })

  test('ask before they take the place of a running talk', async () => {
    const review = await start()
    fake.tell('talk:changed', running)
    await review.presentWeak()
    expect(fake.payloads('review:presentWeak')).toEqual([])
    expect(review.talkTitle).toBe(docker.decks[0]?.title)
    await review.second?.()
    expect(fake.payloads('review:presentWeak')).toEqual([{ course: docker.id, lang: 'ko' }])
    fake.tell('talk:changed', null)
    await review.presentWeak()
    expect(fake.payloads('review:presentWeak')).toHaveLength(2)
  })

  test('cannot always be presented, which is told', async () => {
    const review = await start()
    fake.when('review:presentWeak', () => {
      throw full
    })
    await review.presentWeak()
    expect(notices.list.map(({ text }) => text)).toEqual([full.failure.message])
  })
})

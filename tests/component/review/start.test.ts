import { fake, Failed } from '../library/fake-shell.ts'
import { courseOf, libraryOf, notesCourse } from '../library/sample-library.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import type { ReviewOverview } from '../../../src/contract/review-view.ts'
import type { ReviewSession } from '../../../src/contract/review.ts'
import { addDays } from '../../../src/core/review/index.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Review from '../../../src/renderer/review/Review.svelte'
import { addressOf, viewOf, type View } from '../../../src/renderer/review/review.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { pressKey } from '../deck/press-key.ts'
import { overviewOf, statisticsOf, today } from './sample-statistics.ts'

const network = courseOf({ id: '/net', title: { ko: '네트워크', en: 'Networks' }, questions: 7 })
const topic = { emblem: 'sheet', known: 1, learning: 0, chains: [] } as const
const heading = () => page.getByRole('heading', { level: 1 })
const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim()
const noCounts = { ...overviewOf().counts, due: 0, new: 0 }

beforeEach(async () => {
  for (const { id } of notices.list) notices.dismiss(id)
  fake.reset(libraryOf({ courses: [notesCourse, courseOf(), network] }))
  fake.when('review:statistics', () => statisticsOf())
  fake.when('review:mocks', () => [])
  fake.when('review:backups', () => [])
  fake.when('review:session', ({ scope }: { scope: ReviewSession['scope'] }) => {
    return { scope, card: null, done: 0, left: 0, counts: noCounts, undo: null }
  })
  history.replaceState(null, '', '#start')
  await look.start()
})
afterEach(() => {
  cleanup()
  history.replaceState(null, '', '#')
})

/** The review window over a course that stands so. */
async function open(change: Partial<ReviewOverview> = {}) {
  fake.when('review:read', ({ course }: { course: string }) => overviewOf({ course, ...change }))
  const screen = await render(Review)
  await expect.element(heading()).toHaveTextContent('도커')
  return screen
}
const scopes = () => fake.payloads('review:session').map((payload) => (payload as { scope: object }).scope)

describe('the start of reviewing', () => {
  test('tells where the course stands today', async () => {
    await open()
    const pairs = [...page.getByRole('region', { name: '오늘', exact: true }).element().querySelectorAll('dl > div')]
    expect(pairs.map(textOf)).toEqual(['다시 볼 질문 12', '새 질문 3', '오늘 마친 질문 7'])
    await expect.element(page.getByText('9일째 이어서 복습하고 있어요')).toBeVisible()
    await expect.element(page.getByRole('button', { name: /이어서 복습/ })).toBeVisible()
    await expect.element(page.getByText('오늘 15문항 남았어요')).toBeVisible()
    await expect.element(page.getByText('7/22')).toBeVisible()
    expect(page.getByText(/오랜만이에요|면접이에요|면접까지/).query()).toBeNull()
    expect(document.title).toBe('도커 복습 - Lectern')
    expect(fake.payloads('review:read')).toEqual([{ course: 'docker', lang: 'ko' }])
  })

  test.each([
    [5, '면접까지 5일'],
    [0, '오늘이 면접이에요'],
    [-1, null],
  ])('says when the interview is: in %i days “%s”', async (days, said) => {
    await open({ params: { ...overviewOf().params, interview: addDays(today, days) } })
    const found = page.getByText(/면접까지|면접이에요/)
    if (said === null) expect(found.query()).toBeNull()
    else await expect.element(found).toHaveTextContent(said)
  })

  test('says that a day is gentler than set', async () => {
    await open({ counts: { ...overviewOf().counts, gentle: true, limits: { due: 20, new: 0 } } })
    await expect.element(page.getByText('오랜만이에요. 오늘은 20문항만 해도 충분해요.')).toBeVisible()
  })

  test.each([
    [1, '내일'],
    [6, '6일 후'],
    [7, '12월 1일 (화)'],
  ])('says when there is something again where all is done: in %i days “%s”', async (days, day) => {
    await open({ counts: noCounts, nextDue: { day: addDays(today, days), cards: 4 } })
    await expect.element(page.getByText('오늘 할 복습을 모두 마쳤어요.')).toBeVisible()
    await expect.element(page.getByText(`다음 복습은 ${day}, 4문항이에요.`)).toBeVisible()
    expect(page.getByRole('button', { name: /복습 시작|이어서 복습/ }).query()).toBeNull()
    pressKey('Space')
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(scopes()).toEqual([])
  })

  test('shows what is to be known of the record', async () => {
    await open({ notices: [{ ko: '한 줄을 읽지 못했어요.', en: 'A line could not be read.' }] })
    await expect.element(page.getByText('한 줄을 읽지 못했어요.')).toBeVisible()
  })

  test('is told anew when something was answered, here or elsewhere', async () => {
    await open()
    fake.when('review:read', () => overviewOf({ streak: 10 }))
    fake.tell('review:changed', null)
    await expect.element(page.getByText('10일째 이어서 복습하고 있어요')).toBeVisible()
  })

  test('says so where no course asks anything, once it knows', async () => {
    let answer = (): void => undefined
    fake.when('library:read', () => new Promise((resolve) => (answer = () => resolve(libraryOf({ courses: [] })))))
    await render(Review)
    await expect.element(page.getByText('복습 기록을 읽고 있어요…')).toBeVisible()
    answer()
    await expect.element(page.getByRole('heading', { name: '복습할 질문이 없어요' })).toBeVisible()
    expect(fake.payloads('review:read')).toEqual([])
    expect(document.title).toBe('Lectern')
  })

  test('says why it cannot be told', async () => {
    fake.when('review:read', () => {
      throw new Failed({ code: 'not-found', message: { ko: '기록을 읽을 수 없어요.', en: 'Unreadable.' } })
    })
    await render(Review)
    await expect.element(page.getByText('기록을 읽을 수 없어요.')).toBeVisible()
  })
})

describe('from the start', () => {
  test('Space begins what is due, in the address too', async () => {
    await open()
    pressKey('Space')
    await expect
      .poll(scopes)
      .toEqual([{ course: 'docker', mode: 'due', topic: null, since: overviewOf().at, lang: 'ko' }])
    expect(location.hash).toBe(`#session/due/${overviewOf().at}`)
  })

  test.each([
    [0, 0, false],
    [1, 0, true],
    [0, 1, true],
    [2, 2, true],
  ])('Space begins where there is something to do: %i due and %i new', async (due, fresh, begins) => {
    const { container } = await open({ counts: { ...overviewOf().counts, due, new: fresh, done: 0 } })
    // Of nothing the ring is drawn as well.
    expect(container.innerHTML).not.toContain('NaN')
    pressKey('Space')
    pressKey('KeyJ')
    await new Promise((resolve) => setTimeout(resolve))
    expect(location.hash.startsWith('#session/due')).toBe(begins)
  })

  test('a topic is a session of its own, unless it has nothing for today', async () => {
    await open({
      topics: [
        { ...topic, name: '01-vm', title: '도커와 VM', cards: 6, due: 1, new: 2 },
        { ...topic, name: '02/image', title: '이미지', cards: 9, due: 0, new: 1 },
        { ...topic, name: '03-done', title: '다 한 것', cards: 2, due: 0, new: 0 },
        { ...topic, name: '/', title: null, cards: 1, due: 0, new: 1 },
      ],
    })
    await expect.element(page.getByRole('button', { name: /다 한 것/ })).toBeDisabled()
    await expect.element(page.getByRole('button', { name: /도커와 VM/ })).toMatchTextContent('복습 1 · 새 질문 2')
    await page.getByRole('button', { name: /이미지/ }).click()
    await expect.poll(scopes).toMatchObject([{ mode: 'due', topic: '02/image' }])
    await expect.element(page.getByText('도커 · 이미지')).toBeVisible()
    expect(viewOf(location.hash)).toMatchObject({ kind: 'session', topic: '02/image' })
    pressKey('Escape')
    await page.getByRole('button', { name: /덱에서 묻지 않는 질문/ }).click()
    await expect.poll(scopes).toMatchObject([{}, { topic: '/' }])
    expect(viewOf(location.hash)).toMatchObject({ topic: '/' })
  })

  test('what is not due yet, and what is weak, can be reviewed', async () => {
    await open()
    await page.getByRole('button', { name: /^미리 하기/ }).click()
    await expect.poll(scopes).toMatchObject([{ mode: 'ahead', topic: null }])
    // A session with nothing in it says so, and offers the other ways.
    await expect.element(page.getByRole('button', { name: '약한 것만' })).toBeVisible()
    expect(page.getByRole('button', { name: '미리 하기' }).query()).toBeNull()
    await page.getByRole('button', { name: '약한 것만' }).click()
    await expect.poll(scopes).toMatchObject([{}, { mode: 'weak' }])
    await expect.element(page.getByRole('button', { name: '미리 하기' })).toBeVisible()
    expect(page.getByRole('button', { name: '약한 것만' }).query()).toBeNull()
    pressKey('Space')
    await expect.element(heading()).toHaveTextContent('도커')
  })

  test('nothing weak cannot be reviewed or presented', async () => {
    await open({ weak: 0 })
    await expect.element(page.getByRole('button', { name: /^약한 것만 약한/ })).toBeDisabled()
    await expect.element(page.getByRole('button', { name: /^약한 것만 발표/ })).toBeDisabled()
    await expect.element(page.getByRole('button', { name: /^미리 하기/ })).toBeEnabled()
  })

  test('statistics and mock interviews open, and lead back', async () => {
    await open()
    for (const [name, title, hash] of [
      [/^통계/, '통계', '#statistics'],
      [/^모의 면접/, '모의 면접', '#mock'],
    ] as const) {
      await page.getByRole('button', { name }).click()
      await expect.element(heading()).toHaveTextContent(title)
      expect(location.hash).toBe(hash)
      pressKey('Escape')
      await expect.element(heading()).toHaveTextContent('도커')
      expect(location.hash).toBe('#start')
    }
  })

  test('the slides behind what is weak are presented; the page opens the windows where the shell does not', async () => {
    fake.features = { ...fake.features, opensWindows: false }
    await look.start()
    await open()
    await page.getByRole('button', { name: /^약한 것만 발표/ }).click()
    await expect.poll(() => fake.payloads('review:presentWeak')).toEqual([{ course: 'docker', lang: 'ko' }])
    expect(fake.payloads('window:open')).toEqual([{ window: 'deck' }, { window: 'presenter' }])
    fake.when('review:presentWeak', () => {
      throw new Failed({ code: 'not-found', message: { ko: '슬라이드가 없어요.', en: 'No slides.' } })
    })
    await page.getByRole('button', { name: /^약한 것만 발표/ }).click()
    await expect.element(page.getByText('슬라이드가 없어요.')).toBeVisible()
  })

  test('the last answer is taken back by button and key, and what was is told', async () => {
    await open({ undo: { card: 'docker/q', question: '커널이란?' } })
    await page.getByRole('button', { name: '되돌리기' }).click()
    await expect.element(page.getByText(/커널이란\?/)).toBeVisible()
    pressKey('KeyZ')
    await expect.poll(() => fake.payloads('review:undo')).toEqual([{ scope: null }, { scope: null }])
  })

  test('nothing is taken back where there is nothing', async () => {
    await open()
    await expect.element(page.getByRole('button', { name: '되돌리기' })).toBeDisabled()
    pressKey('KeyZ')
    expect(fake.payloads('review:undo')).toEqual([])
  })

  test('? shows the keys and closes them; behind them keys begin nothing', async () => {
    await open()
    pressKey('Slash', { shiftKey: true })
    await expect.element(page.getByRole('dialog')).toBeVisible()
    pressKey('Space')
    pressKey('KeyZ')
    pressKey('Slash', { shiftKey: true })
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(scopes()).toEqual([])
    fake.tell('keys:show', { window: 'library' })
    expect(page.getByRole('dialog').query()).toBeNull()
    fake.tell('keys:show', { window: 'review' })
    await expect.element(page.getByRole('dialog')).toBeVisible()
  })

  test('Space begins after settings were closed, and does not open them again', async () => {
    await open()
    await page.getByRole('button', { name: '설정' }).click()
    await expect.element(page.getByRole('dialog', { name: '설정' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await userEvent.keyboard(' ')
    await expect.poll(scopes).toMatchObject([{ mode: 'due' }])
  })

  test('settings and files open', async () => {
    await open()
    const ways = [
      ['설정', () => page.getByRole('button', { name: '설정' }).click()],
      ['내보내기와 백업', () => page.getByRole('menuitem', { name: '내보내기와 백업' }).click()],
    ] as const
    for (const [name, openIt] of ways) {
      if (name !== '설정') await page.getByRole('button', { name: '더 보기' }).click()
      await openIt()
      const dialog = page.getByRole('dialog', { name })
      await expect.element(dialog).toBeVisible()
      dialog.element().dispatchEvent(new Event('cancel', { cancelable: true }))
      await expect.element(dialog).not.toBeInTheDocument()
    }
  })
})

describe('of several courses', () => {
  test('one is chosen among those that ask something, and kept for the next time', async () => {
    await open()
    const choice = page.getByRole('combobox', { name: '강의' })
    expect([...choice.element().querySelectorAll('option')].map(textOf)).toEqual(['도커', '네트워크'])
    await choice.selectOptions('네트워크')
    await expect.poll(() => fake.payloads('review:read').at(-1)).toEqual({ course: '/net', lang: 'ko' })
    await expect.poll(() => fake.settings.course).toBe('/net')
    expect(document.title).toBe('네트워크 복습 - Lectern')
  })

  test('the one that was chosen last is shown, in the language of its decks', async () => {
    fake.settings = { ...fake.settings, course: '/net', deckLang: 'en' }
    await look.start()
    await open()
    expect(fake.payloads('review:read')).toEqual([{ course: '/net', lang: 'en' }])
  })

  test('the one that is shown stays, though the other is answered later', async () => {
    const answers = new Map<string, () => void>()
    fake.when(
      'review:read',
      ({ course }: { course: string }) =>
        new Promise<ReviewOverview>((resolve) =>
          answers.set(course, () => resolve(overviewOf({ course, title: { ko: course, en: course } }))),
        ),
    )
    await render(Review)
    await expect.poll(() => answers.has('docker')).toBe(true)
    fake.tell('library:changed', libraryOf({ courses: [network] }))
    await expect.poll(() => answers.has('/net')).toBe(true)
    answers.get('/net')?.()
    await expect.element(heading()).toHaveTextContent('/net')
    answers.get('docker')?.()
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await expect.element(heading()).toHaveTextContent('/net')
  })

  test('nothing is to be chosen where there is one', async () => {
    fake.reset(libraryOf({ courses: [notesCourse, courseOf()] }))
    await open()
    expect(page.getByRole('combobox').query()).toBeNull()
  })
})

describe('the address of the window', () => {
  test.each<View>([
    { kind: 'start' },
    { kind: 'statistics' },
    { kind: 'mock' },
    { kind: 'session', mode: 'due', topic: null, since: 17 },
    { kind: 'session', mode: 'weak', topic: '01-vm', since: 0 },
    { kind: 'session', mode: 'ahead', topic: '50 %/ko', since: 1_700_000_000_000 },
  ])('brings back %j', (view) => expect(viewOf(addressOf(view))).toEqual(view))

  test.each([
    '',
    '#',
    '#nothing',
    '#session',
    '#session/due',
    '#session/never/1',
    '#session/due/x',
    '#session/due/-1',
    '#%',
  ])('that makes no sense is the start: “%s”', (address) => expect(viewOf(address)).toEqual({ kind: 'start' }))

  test('may be changed by hand', async () => {
    await open()
    location.hash = '#statistics'
    await expect.element(heading()).toHaveTextContent('통계')
  })
})

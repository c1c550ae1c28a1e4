import { fake, Failed } from '../library/fake-shell.ts'
import { courseOf, libraryOf } from '../library/sample-library.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import type { Question } from '../../../src/contract/deck.ts'
import type { ReviewCard, ReviewSession } from '../../../src/contract/review.ts'
import { recallFirstMs } from '../../../src/renderer/review/card/card-flow.svelte.ts'
import Review from '../../../src/renderer/review/Review.svelte'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { reviewWords } from '../../../src/renderer/words/review.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { pressKey } from '../deck/press-key.ts'
import { overviewOf } from './sample-statistics.ts'

const question = (id: string): Question => ({
  id,
  line: 1,
  text: `${id}는 무엇인가요?`,
  titleHtml: `${id}는 무엇인가요?`,
  level: null,
  oneLineHtml: '한 줄',
  answerHtml: '<p>전체 답변</p>',
  keyPoints: [
    { html: '첫째 <code>점</code>', text: '첫째 점 하나', core: true },
    { html: '둘째', text: '둘째 점 하나', core: false },
    { html: '셋째', text: '셋째 점 하나', core: false },
  ],
  mistakes: ['흔한 실수'],
  sources: [],
  followups: [],
  picture: { scene: 'vm-vs-container', step: 'VC-5' },
})

const cardOf = (id: string, change: Partial<ReviewCard> = {}): ReviewCard => ({
  card: `docker/${id}`,
  question: question(id),
  topic: '이미지와 컨테이너',
  isNew: true,
  reviews: 0,
  lastMissed: [1],
  after: null,
  intervals: { again: 1, hard: 2, good: 5, easy: 90 },
  targetMs: 75_000,
  retrievability: null,
  ...change,
})

const sessionOf = (card: ReviewCard | null, done = 0): ReviewSession => ({
  scope: { course: 'docker', mode: 'due', topic: null, since: 1, lang: 'ko' },
  card,
  done,
  left: card ? 2 - done : 0,
  counts: overviewOf().counts,
  undo: done > 0 ? { card: 'docker/q-a', question: 'q-a는 무엇인가요?' } : null,
})

beforeEach(async () => {
  sessionStorage.clear()
  for (const { id } of notices.list) notices.dismiss(id)
  fake.reset(libraryOf({ courses: [courseOf({ id: 'docker', questions: 2 })] }))
  fake.when('review:read', () => overviewOf())
  fake.when('review:session', () => sessionOf(cardOf('q-a')))
  fake.when('review:answer', () => sessionOf(cardOf('q-b', { after: 'q-a는 무엇인가요?' }), 1))
  fake.when('review:undo', () => sessionOf(cardOf('q-a')))
  history.replaceState(null, '', '#session/due/1')
  await look.start()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  history.replaceState(null, '', '#')
})

const heading = () => page.getByRole('heading', { level: 1 })
const points = () => page.getByRole('list', { name: '답변의 포인트' }).getByRole('listitem')
const grade = (name: string) =>
  page.getByRole('group', { name: '얼마나 떠올렸나요?' }).getByRole('button', { name, exact: false })
const answers = () => fake.payloads('review:answer')

/** Opens the session and waits until something can be shown. */
async function open() {
  const screen = await render(Review)
  await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
  return screen
}
/** Opens the session and lets the time go by that is for recalling. */
async function recalled() {
  const screen = await open()
  const clock = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + recallFirstMs)
  await expect.element(page.getByRole('button', { name: '포인트 펼치기' })).toBeEnabled()
  return screen
}

describe('a card', () => {
  test('is recalled first: for three seconds nothing can be shown', async () => {
    await open()
    await userEvent.keyboard(' ')
    expect(points().query()).toBeNull()
    await expect.element(page.getByRole('button', { name: '포인트 펼치기' })).toBeEnabled()
    await userEvent.keyboard(' ')
    await expect.element(points().first()).toBeVisible()
  })

  test('has hint, picture and points under one lock, and nothing moves when it opens', async () => {
    await open()
    const bar = () => [...document.querySelectorAll('footer .ways button')]
    const places = () => bar().map((button) => (({ x, y, width }) => [x, y, width])(button.getBoundingClientRect()))
    const boxes = () => bar().map((button) => getComputedStyle(button).backgroundColor)
    expect(bar().map((button) => button.matches(':disabled'))).toEqual([true, true, true])
    await expect.element(page.getByText('초 뒤 포인트 펼치기', { exact: false })).toBeVisible()
    const before = { places: places(), boxes: boxes(), heading: heading().element().getBoundingClientRect().y }
    expect(new Set(before.boxes).size).toBe(1)
    await userEvent.keyboard('hp')
    expect(page.getByText('포인트는 3개예요.').query()).toBeNull()
    expect(document.querySelector('svg[data-scene]')).toBeNull()
    await expect.element(page.getByRole('button', { name: '포인트 펼치기' })).toBeEnabled()
    expect(bar().map((button) => button.matches(':disabled'))).toEqual([false, false, false])
    expect(places()).toEqual(before.places)
    expect(heading().element().getBoundingClientRect().y).toBe(before.heading)
    expect(page.getByText('초 뒤', { exact: false }).query()).toBeNull()
    await expect.poll(() => boxes()[2]).toBe('rgb(28, 31, 38)')
  })

  test('asks in large letters and says which topic it is of', async () => {
    await open()
    expect(getComputedStyle(heading().element()).fontSize).toBe('52px')
    await expect.element(page.getByText('이미지와 컨테이너', { exact: false })).toBeVisible()
  })

  test.each<readonly [Partial<ReviewCard>, string]>([
    [{ topic: null, isNew: true, lastMissed: [] }, '새 질문'],
    [{ topic: '이미지', isNew: false, lastMissed: [] }, '이미지 · 면접 질문'],
    [{ topic: '이미지', isNew: true, after: '왜?', lastMissed: [] }, '이미지 · 꼬리 질문 · 왜?'],
    [{ topic: null, isNew: false, lastMissed: [0] }, `면접 질문 · ${reviewWords.ko.missedLast(1)}`],
  ])('says above its question what it is: %j', async (change, said) => {
    fake.when('review:session', () => sessionOf(cardOf('q-a', change)))
    const { container } = await open()
    expect(container.querySelector('.over')?.textContent).toBe(said)
  })

  test('shows its points one by one, each checked by a key, and the grade they suggest by Space', async () => {
    await recalled()
    await userEvent.keyboard(' ')
    await expect.poll(() => points().elements().length).toBe(2)
    await expect.element(points().nth(1).getByText('남은 포인트 2개')).toBeVisible()
    await expect.element(grade('3 알맞음')).toBeDisabled()
    await userEvent.keyboard('jk')
    await expect.element(points().nth(1).getByText('지난번에 놓침')).toBeVisible()
    await userEvent.keyboard('j')
    await expect.element(page.getByText('권하는 등급은 어려움 (포인트 3개 중 2개, 일부 1개)')).toBeVisible()
    await expect.element(grade('2 어려움').getByText('2일 뒤 · 권함')).toBeVisible()
    await expect.element(grade('4 쉬움').getByText('3개월 뒤')).toBeVisible()
    await expect.element(page.getByText('전체 답변')).toBeVisible()
    await userEvent.keyboard(' ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    await expect.element(page.getByText('꼬리 질문 · q-a는 무엇인가요?', { exact: false })).toBeVisible()
    expect(answers()).toMatchObject([
      { card: 'docker/q-a', grade: 'hard', suggested: 'hard', points: ['hit', 'half', 'hit'], hints: 0, gaveUp: false },
    ])
  })

  test('can be graded otherwise than suggested', async () => {
    await recalled()
    await userEvent.keyboard(' jjj4')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    expect(answers()).toMatchObject([{ grade: 'easy', suggested: 'good' }])
  })

  test('gives hints: how many points, then how they begin; a hint makes it hard', async () => {
    await recalled()
    await userEvent.keyboard('h')
    await expect.element(page.getByText('포인트는 3개예요.')).toBeVisible()
    await userEvent.keyboard('h')
    await expect.element(page.getByText('1번째: 첫째…')).toBeVisible()
    await userEvent.keyboard(' jjj ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    expect(answers()).toMatchObject([{ hints: 2, suggested: 'hard', grade: 'hard' }])
  })

  test('is again where nothing came', async () => {
    await open()
    await userEvent.keyboard('x')
    await expect.poll(() => points().elements().length).toBe(3)
    await expect.element(page.getByText('권하는 등급은 다시', { exact: false })).toBeVisible()
    await userEvent.keyboard(' ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    expect(answers()).toMatchObject([{ grade: 'again', gaveUp: true, points: ['miss', 'miss', 'miss'] }])
  })

  test('can be answered in writing: letters are text, not keys', async () => {
    await recalled()
    await userEvent.keyboard('t')
    const field = page.getByRole('textbox', { name: '내 답' })
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('jxz 1')
    await expect.element(field).toHaveValue('jxz 1')
    expect(points().query()).toBeNull()
    await expect.element(page.getByRole('button', { name: '포인트 펼치기' })).toMatchTextContent('Ctrl+Enter')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => points().elements().length).toBe(2)
    // The keys are those of the points again.
    expect(document.activeElement).toBe(heading().element())
    await page.getByRole('button', { name: '맞힘' }).first().click()
    await expect.poll(() => points().elements().length).toBe(3)
  })

  test('is checked by mouse, and a check can be changed', async () => {
    await recalled()
    await page.getByRole('button', { name: '포인트 펼치기' }).click()
    await page.getByRole('group', { name: '1번째 포인트' }).getByRole('button', { name: '놓침' }).click()
    await page.getByRole('group', { name: '2번째 포인트' }).getByRole('button', { name: '맞힘' }).click()
    await page.getByRole('group', { name: '3번째 포인트' }).getByRole('button', { name: '맞힘' }).click()
    await expect.element(page.getByText('핵심인 1번째 포인트를 놓침', { exact: false })).toBeVisible()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}j')
    await expect.element(page.getByText('권하는 등급은 알맞음', { exact: false })).toBeVisible()
    await grade('3 알맞음').click()
    await expect.poll(answers).toMatchObject([{ grade: 'good', points: ['hit', 'hit', 'hit'] }])
  })

  test('shows the picture that helps, which asks before it answers, and plays on', async () => {
    const { container } = await recalled()
    await userEvent.keyboard('p')
    await expect.poll(() => container.querySelector('.ask')).not.toBeNull()
    await userEvent.keyboard('{ArrowRight}')
    const step = () => container.querySelector('svg[data-scene]')?.getAttribute('data-step')
    await expect.poll(step).toBe('VC-5')
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(step).toBe('VC-6')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(step).toBe('VC-5')
    await userEvent.keyboard('{Escape}')
    await expect.poll(step).toBeUndefined()
    await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
  })
})

describe('undo', () => {
  test('takes back what was done with the card, then the answer before', async () => {
    await recalled()
    await userEvent.keyboard(' j')
    await expect.poll(() => page.getByRole('button', { pressed: true }).elements().length).toBe(1)
    await userEvent.keyboard('z')
    await expect.poll(() => page.getByRole('button', { pressed: true }).elements().length).toBe(0)
    await userEvent.keyboard('jjj ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    await userEvent.keyboard('z')
    await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
    expect(fake.payloads('review:undo')).toHaveLength(1)
  })

  test('of an answer brings its marks back', async () => {
    await recalled()
    await userEvent.keyboard(' jlk ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    await userEvent.keyboard('z')
    await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
    await expect.poll(() => page.getByRole('button', { pressed: true }).elements().length).toBe(3)
    await userEvent.keyboard(' ')
    await expect.poll(answers).toMatchObject([{}, { points: ['hit', 'miss', 'half'] }])
  })

  test('is told where no button is covered', async () => {
    await recalled()
    await userEvent.keyboard(' jjj ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    await userEvent.keyboard('z')
    await expect.element(page.getByText(reviewWords.ko.undone('q-a는 무엇인가요?'))).toBeVisible()
    const [notice, foot] = ['.notice', 'footer'].map((one) => document.querySelector(one)?.getBoundingClientRect())
    expect(notice?.bottom ?? Infinity).toBeLessThan(foot?.top ?? 0)
  })

  test('says what it took back once it has, and where it cannot says only why', async () => {
    const full = { ko: '저장 공간이 가득 찼어요.', en: 'The disk is full.' }
    const undone = page.getByText(reviewWords.ko.undone('q-a는 무엇인가요?'))
    fake.when('review:session', () => sessionOf(cardOf('q-b'), 1))
    fake.when('review:undo', () => {
      throw new Failed({ code: 'disk-full', message: full })
    })
    await render(Review)
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    await userEvent.keyboard('z')
    await expect.element(page.getByText(full.ko)).toBeVisible()
    expect(undone.query()).toBeNull()
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
    fake.when('review:undo', () => sessionOf(cardOf('q-a')))
    await userEvent.keyboard('z')
    await expect.element(undone).toBeVisible()
  })

  test('works on the finished screen too', async () => {
    fake.when('review:session', () => sessionOf(null, 2))
    await render(Review)
    await expect.element(heading()).toHaveTextContent('여기까지예요')
    await userEvent.keyboard('z')
    await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
  })
})

test('what is behind an icon in a small window has its name still, and all of it is in one row', async () => {
  await page.viewport(420, 700)
  await open()
  const tops = [...document.querySelectorAll('header button')].map((button) => button.getBoundingClientRect().top)
  expect(new Set(tops).size).toBe(1)
  const header = document.querySelector('header')
  expect(header?.scrollWidth).toBe(header?.clientWidth)
  await expect.element(page.getByRole('button', { name: '되돌리기' })).toBeVisible()
  expect(document.querySelector('h1')?.lang).toBe('ko')
  await page.viewport(1280, 720)
})

test('asks in the other language what only that has, and says so', async () => {
  const foreign: Question = { ...question('q-a'), lang: 'en', text: 'Why?', titleHtml: 'Why?' }
  fake.when('review:session', () => sessionOf(cardOf('q-a', { question: foreign })))
  await render(Review)
  await expect.element(heading()).toHaveTextContent('Why? English')
  await expect.element(heading()).toHaveAttribute('lang', 'en')
})

test('the picture comes into sight though it opens above', async () => {
  await page.viewport(480, 760)
  const long = { ...question('q-a'), answerHtml: '<p>긴 답변</p>'.repeat(40) }
  fake.when('review:session', () => sessionOf(cardOf('q-a', { question: long })))
  const { container } = await recalled()
  await userEvent.keyboard(' jjj')
  const main = container.querySelector('main')
  main?.scrollTo({ top: main.scrollHeight })
  await userEvent.keyboard('p')
  await expect.element(page.getByRole('button', { name: '그림 닫기' })).toBeInViewport()
  await page.viewport(1280, 720)
})

describe('keys', () => {
  const isTaken = (code: string, init: KeyboardEventInit = {}): boolean => pressKey(code, init).defaultPrevented

  test('that there is nothing to do for do what they do by themselves', async () => {
    await recalled()
    for (const code of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) expect(isTaken(code), code).toBe(false)
    expect(isTaken('Enter', { ctrlKey: true })).toBe(true)
    await expect.element(points().first()).toBeVisible()
    expect(isTaken('Enter', { ctrlKey: true })).toBe(false)
    for (const code of ['ArrowLeft', 'ArrowRight']) expect(isTaken(code), code).toBe(false)
    for (const code of ['ArrowUp', 'ArrowDown']) expect(isTaken(code), code).toBe(true)
    expect(isTaken('KeyP')).toBe(true)
    await expect.element(page.getByRole('button', { name: '그림 닫기' })).toBeVisible()
    for (const code of ['ArrowLeft', 'ArrowRight']) expect(isTaken(code), code).toBe(true)
    expect(isTaken('Slash', { shiftKey: true })).toBe(true)
    await expect.element(page.getByRole('dialog')).toBeVisible()
    for (const code of ['Space', 'Escape', 'KeyJ', 'ArrowRight']) expect(isTaken(code), code).toBe(false)
  })

  test('of a card come to nothing where none is left, and Space leads back', async () => {
    fake.when('review:session', () => sessionOf(null, 2))
    await render(Review)
    await expect.element(heading()).toHaveTextContent('여기까지예요')
    const thrown: unknown[] = []
    const hear = ({ error }: ErrorEvent): void => void thrown.push(error)
    window.addEventListener('error', hear)
    for (const code of ['KeyH', 'KeyX', 'KeyT', 'KeyP', 'KeyJ', 'Digit1', 'KeyB', 'ArrowUp']) pressKey(code)
    window.removeEventListener('error', hear)
    expect(thrown).toEqual([])
    expect([answers(), fake.payloads('review:card')]).toEqual([[], []])
    await expect.element(heading()).toHaveTextContent('여기까지예요')
    pressKey('Space')
    await expect.element(heading()).toHaveTextContent('도커')
  })
})

test('a list of keys over a card has the keys for itself', async () => {
  await recalled()
  await userEvent.keyboard('?')
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await userEvent.keyboard('x')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
  expect(points().query()).toBeNull()
})

describe('nothing is lost', () => {
  test('by a reload in the middle of a card', async () => {
    const screen = await recalled()
    await userEvent.keyboard('h jk')
    await expect.poll(() => points().elements().length).toBe(3)
    await screen.unmount()
    await open()
    await expect.poll(() => points().elements().length).toBe(3)
    expect(page.getByRole('button', { pressed: true }).elements()).toHaveLength(2)
    await userEvent.keyboard('j ')
    await expect.poll(answers).toMatchObject([{ points: ['hit', 'half', 'hit'], hints: 1 }])
  })

  test('where an answer cannot be written: the card stays as it is, and goes on once it can', async () => {
    const full = { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' }
    fake.when('review:answer', () => {
      throw new Failed({ code: 'disk-full', message: full })
    })
    await recalled()
    await userEvent.keyboard(' jjj ')
    await expect.element(page.getByText(full.ko)).toBeVisible()
    await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
    expect(page.getByRole('button', { pressed: true }).elements()).toHaveLength(3)
    fake.when('review:answer', () => sessionOf(cardOf('q-b'), 1))
    await userEvent.keyboard(' ')
    await expect.element(heading()).toHaveTextContent('q-b는 무엇인가요?')
  })
})

test('a card is put off by B and taken out by S', async () => {
  fake.when('review:card', () => sessionOf(cardOf('q-b'), 0))
  await open()
  await userEvent.keyboard('b')
  await expect.element(page.getByText('내일 다시 물어볼게요.')).toBeVisible()
  await userEvent.keyboard('s')
  await expect.element(page.getByText('복습에서 뺐어요.', { exact: false })).toBeVisible()
  expect(fake.payloads('review:card')).toMatchObject([
    { card: 'docker/q-a', act: 'bury' },
    { card: 'docker/q-b', act: 'suspend' },
  ])
})

test.each([
  ['b', reviewWords.ko.buried],
  ['s', reviewWords.ko.suspended],
])('what %s asks for and cannot be written is not said to be done', async (key, done) => {
  const full = { ko: '저장 공간이 가득 찼어요.', en: 'The disk is full.' }
  fake.when('review:card', () => {
    throw new Failed({ code: 'disk-full', message: full })
  })
  await open()
  await userEvent.keyboard(key)
  await expect.element(page.getByText(full.ko)).toBeVisible()
  expect(page.getByText(done).query()).toBeNull()
  await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
})

describe('with a screen reader', () => {
  const isFocused = (heading: Element): boolean => heading === document.activeElement

  test('reading begins at the heading of the start and of a question, also when coming back', async () => {
    history.replaceState(null, '', '#start')
    await render(Review)
    await expect.element(heading()).toHaveTextContent('도커')
    expect(isFocused(heading().element())).toBe(true)
    await page.getByRole('button', { name: '이어서 복습', exact: false }).click()
    await expect.element(heading()).toHaveTextContent('q-a는 무엇인가요?')
    expect(isFocused(heading().element())).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.element(heading()).toHaveTextContent('도커')
    expect(isFocused(heading().element())).toBe(true)
  })

  test('a point is told with what is to be seen of it, and its marks say whose they are', async () => {
    const { container } = await recalled()
    await userEvent.keyboard(' ')
    const said = () => container.querySelector('.card > [role="status"]')?.textContent
    await expect.poll(said).toBe('1번째 포인트. 첫째 점 하나. 핵심')
    await userEvent.keyboard(' ')
    await expect.poll(said).toBe('2번째 포인트. 둘째 점 하나. 지난번에 놓침')
    const marks = page.getByRole('group', { name: '2번째 포인트' }).element()
    expect(document.getElementById(marks.getAttribute('aria-describedby') ?? '')?.textContent.trim()).toBe('둘째')
  })
})

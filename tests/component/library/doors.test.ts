import { fake } from './fake-shell.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { complaints } from '../review/open-view.ts'
import { courseOf, deckOf, leftAt, libraryOf, notesCourse, oneError } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

afterEach(() => page.viewport(1280, 720))

const review = courseOf().review
const eight = Array.from({ length: 8 }, (_, at) => deckOf(`0${at}`, `덱 ${at}`, 'ko', { minutes: 10 + at }))
const paths = ['10분 핵심', '30분에 훑기', '전체 강의'].map((title, at) => deckOf(`path:${at}`, title))
const eightDecks = () => libraryOf({ courses: [courseOf({ decks: eight, paths, terms: 64 })] })

const areaOf = (element: Element): DOMRect => element.getBoundingClientRect()
const doors = () => [...document.querySelectorAll('.door')]
const tiles = () => [...document.querySelectorAll('.tile')]

describe('the doors', () => {
  test('say what there is to present, to review and to see', async () => {
    const library = libraryOf({ courses: [courseOf({ review: { ...review, due: 6, new: 4 } })] })
    const screen = await openLibrary(library)
    for (const name of [
      '발표하기 도커와 VM 6번째 장부터 이어서 8 장 남음',
      '복습하기 오늘 볼 질문 복습 6 · 새 질문 4 10 문항',
      '그림 보기 움직이며 설명하는 장면 5개 62 단계',
    ])
      await expect.element(screen.getByRole('button', { name, exact: true })).toBeVisible()
    await screen.getByRole('button', { name: /^복습하기/ }).click()
    await screen.getByRole('button', { name: /^그림 보기/ }).click()
    expect(fake.payloads('window:open')).toEqual([{ window: 'review' }, { window: 'gallery' }])
  })

  test.each([
    [{ done: 12 }, 40, '복습하기 오늘 볼 질문을 마쳤어요 답한 질문 12개 0 문항'],
    [{}, 40, '복습하기 오늘 볼 질문이 없어요 0 문항'],
    [{}, 0, '복습하기 아직 질문이 없어요 questions.ko.md에 적으면 나타나요'],
  ])('say of a review with %o and %i questions: %s', async (counts, questions, name) => {
    const screen = await openLibrary(
      libraryOf({ courses: [courseOf({ questions, review: { ...review, ...counts } })] }),
    )
    await expect.element(screen.getByRole('button', { name, exact: true })).toBeVisible()
  })

  test('say how to make something where there is nothing to present', async () => {
    const screen = await openLibrary(libraryOf({ courses: [notesCourse] }))
    await expect.element(screen.getByRole('button', { name: /^발표하기 아직 덱이 없어요/ })).toBeDisabled()
  })
})

describe('what comes next', () => {
  const marked = () =>
    tiles().flatMap((tile) => (tile.textContent.includes('다음') ? [tile.querySelector('h3')?.textContent] : []))

  test('is one deck, named by the door and marked among the tiles; another that is pressed takes its place', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('button', { name: /^발표하기 도커와 VM/ })).toBeVisible()
    expect(marked()).toEqual(['도커와 VM'])
    await screen.getByRole('radio', { name: '컨테이너 보안' }).click()
    await expect.element(screen.getByRole('button', { name: /^발표하기 컨테이너 보안/ })).toBeVisible()
    expect(marked()).toEqual(['컨테이너 보안'])
    ;(document.activeElement as HTMLElement | null)?.blur()
    await userEvent.keyboard('{Enter}')
    expect(fake.payloads('talk:start')).toMatchObject([{ deck: { name: '03-security' } }])
  })

  test('is no deck where a path was chosen', async () => {
    const screen = await openLibrary(eightDecks())
    await screen.getByRole('radio', { name: '10분 핵심' }).click()
    await expect.element(screen.getByRole('button', { name: /^발표하기 10분 핵심/ })).toBeVisible()
    expect(marked()).toEqual([])
  })

  test('follows the talks: what was shown to its end gives way to the deck behind it', async () => {
    const decks = (isEnd: boolean) => [
      deckOf('01', '하나', 'ko', { lastPlace: leftAt(13, { isEnd }) }),
      deckOf('02', '둘'),
    ]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks: decks(false) })] }))
    await expect.element(screen.getByRole('button', { name: /^발표하기 하나/ })).toBeVisible()
    fake.change(libraryOf({ courses: [courseOf({ decks: decks(true) })] }))
    await expect.element(screen.getByRole('button', { name: /^발표하기 둘/ })).toBeVisible()
    expect(marked()).toEqual(['둘'])
  })
})

describe('what is to do today', () => {
  test('is done by one press, and what is done is only said', async () => {
    const decks = [
      deckOf('01', '하나', 'ko', { lastPlace: leftAt(13, { isEnd: true, day: '2026-11-24' }) }),
      deckOf('02', '둘'),
    ]
    const other = courseOf({ id: '/os', title: { ko: '운영체제', en: 'OS' }, decks: [], review: { ...review, due: 3 } })
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks }), other] }))
    const region = screen.getByRole('region', { name: '오늘 할 것' })
    const lines = region.getByRole('listitem')
    await expect.element(lines).toHaveLength(3)
    expect(lines.elements().map((line) => line.textContent.trim())).toEqual([
      '둘 발표',
      '운영체제 복습 3문항',
      '다 했어요: 하나 발표',
    ])
    expect(region.getByRole('button').elements()).toHaveLength(2)
    await region.getByRole('button', { name: '둘 발표' }).click()
    expect(fake.payloads('talk:start')).toMatchObject([{ deck: { name: '02' } }])
    await region.getByRole('button', { name: '운영체제 복습 3문항' }).click()
    expect(fake.settings.course).toBe('/os')
    expect(fake.payloads('window:open')).toEqual([{ window: 'review' }])
  })

  test('says how far a deck came, and when the interview is', async () => {
    const decks = [deckOf('01', '하나', 'ko', { lastPlace: leftAt(6, { day: '2026-11-24' }) })]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks, interviewIn: 3 })] }))
    await expect.element(screen.getByRole('button', { name: '면접까지 3일' })).toBeVisible()
    await expect.element(screen.getByText(/하나 5번째 장까지$/)).toBeVisible()
  })

  test('is not spoken of where there is nothing', async () => {
    const decks = [deckOf('01', '하나', 'ko', { lastPlace: leftAt(13, { isEnd: true }) })]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    await expect.element(screen.getByRole('radio', { name: '하나' })).toBeVisible()
    await expect.element(screen.getByText('오늘 할 것')).not.toBeInTheDocument()
  })
})

describe('the places of things', () => {
  test('are so that eight decks are seen as a whole in a low window', async () => {
    const screen = await openLibrary(eightDecks())
    await expect.element(screen.getByRole('radio', { name: '덱 6' })).toBeVisible()
    expect(doors().map((door) => areaOf(door).height)).toEqual([140, 140, 140])
    expect(new Set(tiles().map((tile) => areaOf(tile).height))).toEqual(new Set([168]))
    expect(Math.max(...tiles().map((tile) => areaOf(tile).bottom))).toBeLessThanOrEqual(720)
    const main = document.querySelector('main')
    expect(main?.scrollHeight).toBe(main?.clientHeight)
  })

  test('leave a tile its height where a title takes two lines', async () => {
    const decks = [deckOf('01', '도커 허브에 올린 이미지를 여럿이 함께 운영하기'), deckOf('02', '둘')]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    const title = screen.getByRole('heading', { level: 3 }).first()
    await expect.element(title).toBeVisible()
    expect(areaOf(title.element()).height).toBeGreaterThan(40)
    expect(tiles().map((tile) => areaOf(tile).height)).toEqual([168, 168])
  })

  test('tell a deck that was never shown from one that was, in every theme', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    const colour = (element: Element, part: string): string => getComputedStyle(element, part).backgroundColor
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      fake.tell('settings:changed', { ...fake.settings, theme })
      await expect.poll(() => document.documentElement.dataset['theme']).toBe(theme)
      const ground = getComputedStyle(document.querySelector('.tile') ?? document.body).backgroundColor
      const bar = document.querySelector('progress') ?? document.body
      const ink = getComputedStyle(document.body).color
      expect([ground, ink]).not.toContain(colour(bar, '::-webkit-progress-bar'))
    }
  })

  test.each([
    [1280, 4],
    [1200, 4],
    [1199, 3],
    [960, 3],
    [959, 2],
    [420, 2],
  ])('%i wide there are %i tiles beside each other, and nothing goes beyond the edge', async (width, columns) => {
    await page.viewport(width, 720)
    const screen = await openLibrary(eightDecks())
    await expect.element(screen.getByRole('radio', { name: '덱 6' })).toBeVisible()
    expect(new Set(tiles().map((tile) => Math.round(areaOf(tile).left))).size).toBe(columns)
    const main = document.querySelector('main')
    expect(main?.scrollWidth).toBe(main?.clientWidth)
    for (const door of doors()) expect(door.scrollWidth).toBeLessThanOrEqual(door.clientWidth)
  })

  test.each(['light', 'dark', 'contrast'] as const)('please axe in %s', async (theme) => {
    const problems = libraryOf({
      courses: [courseOf({ paths, terms: 2, interviewIn: 3, review: { ...review, due: 2 } }), notesCourse],
    })
    const screen = await openLibrary(problems, () => (fake.settings = { ...fake.settings, theme }))
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    expect(await complaints()).toEqual([])
  })
})

describe('what is to mend', () => {
  test('stands above the decks by file and line, three at most, and leads to all of it', async () => {
    const problem = (line: number) => ({
      ...{ file: `/home/me/os/0${line}.ko.md`, line, column: 1, code: 'x', severity: 'error' as const },
      message: { ko: `문제 ${line}`, en: '' },
    })
    const problems = { errors: 4, warnings: 1, first: [1, 2, 3].map(problem) }
    const screen = await openLibrary(
      libraryOf({ courses: [courseOf({ decks: [deckOf('01', '하나', 'ko', { problems })] })] }),
    )
    const band = screen.getByRole('region', { name: '고칠 곳 4' })
    await expect.element(band).toMatchTextContent('이대로도 발표할 수 있어요')
    expect(
      band
        .getByRole('listitem')
        .elements()
        .map((line) => line.textContent.trim().replace(/\s+/g, ' ')),
    ).toEqual(['01.ko.md 1행 문제 1', '02.ko.md 2행 문제 2', '03.ko.md 3행 문제 3'])
    await band.getByRole('button', { name: '모두 보기' }).click()
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    expect(fake.payloads('problems:read')).toContainEqual({ course: 'docker', deck: null })
  })

  test('that is only one thing stands there whole, and what is only good to know is no line', async () => {
    const problem = (severity: 'error' | 'warning') => ({
      ...{ file: '/home/me/os/01.ko.md', line: 3, column: 1, code: 'x', severity },
      message: { ko: severity, en: '' },
    })
    const problems = { errors: 1, warnings: 1, first: [problem('error'), problem('warning')] }
    const screen = await openLibrary(
      libraryOf({ courses: [courseOf({ decks: [deckOf('01', '하나', 'ko', { problems })] })] }),
    )
    const lines = screen.getByRole('region', { name: '고칠 곳 1' }).getByRole('listitem')
    expect(lines.elements().map((line) => line.textContent.trim().replace(/\s+/g, ' '))).toEqual(['01.ko.md 3행 error'])
  })

  test('says so where a deck cannot be presented', async () => {
    const decks = [deckOf('01', '하나'), deckOf('02', '둘', 'ko', { slides: 0, problems: oneError })]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    await expect.element(screen.getByText('읽지 못한 덱을 빼고는 발표할 수 있어요')).toBeVisible()
  })
})

import { fake } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { courseOf, deckOf, libraryOf, missingScene } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const ref = { course: 'docker', name: 'path:short', lang: 'ko' } as const
const lastPlace = { slide: 'kernel', step: 1, slideNumber: 4 }
const paths = [
  deckOf('path:short', '10분 핵심', 'ko', { slides: 11, minutes: 10, lastPlace }),
  deckOf('path:short', 'Ten minutes', 'en', { slides: 11, minutes: 10 }),
  deckOf('path:whole', '전체 강의', 'ko', { slides: 83, minutes: null, problems: [missingScene] }),
]
const withPaths = () => libraryOf({ courses: [courseOf({ paths })] })

describe('the paths of a course', () => {
  test('stand above its decks with slides and minutes, and do not count as decks', async () => {
    const screen = await openLibrary(withPaths())
    const section = screen.getByRole('region', { name: '맞춤 발표' })
    await expect.element(section.getByRole('radio')).toHaveLength(2)
    await expect.element(section.getByText('11장 · 10분 · 이어서 보기 4/11')).toBeVisible()
    await expect.element(section.getByText('83장', { exact: true })).toBeVisible()
    await expect.element(screen.getByRole('region', { name: '덱', exact: true }).getByRole('radio')).toHaveLength(3)
    await expect.element(screen.getByText('덱 3개, 슬라이드 35장, 질문 40개')).toBeVisible()
  })

  test('are not spoken of where there are none', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await expect.element(screen.getByRole('heading', { name: '맞춤 발표' })).not.toBeInTheDocument()
  })

  test('are presented by one press, and gone on with', async () => {
    const screen = await openLibrary(withPaths())
    await screen.getByRole('button', { name: '발표 시작: 10분 핵심' }).click()
    await screen.getByRole('radio', { name: '10분 핵심' }).click()
    await screen.getByRole('button', { name: '4/11부터 이어서' }).click()
    expect(fake.payloads('talk:start')).toEqual([
      { deck: ref, windows: 'both' },
      { deck: ref, windows: 'both', place: { slide: 'kernel', step: 1 } },
    ])
  })

  test('are reached and presented by the keyboard', async () => {
    const screen = await openLibrary(withPaths())
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeChecked()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect.element(screen.getByRole('radio', { name: '전체 강의' })).toBeChecked()
    await userEvent.keyboard('{ArrowLeft}{Enter}')
    expect(fake.payloads('talk:start')).toEqual([{ deck: ref, windows: 'both' }])
  })

  test('are exported like a deck', async () => {
    const screen = await openLibrary(withPaths())
    await screen.getByRole('radio', { name: '10분 핵심' }).click()
    await screen.getByRole('button', { name: 'PDF 내보내기…' }).click()
    await screen.getByRole('button', { name: '내보내기', exact: true }).click()
    expect(fake.payloads('export:start')).toMatchObject([{ deck: ref }])
  })

  test('follow the language of the decks', async () => {
    const screen = await openLibrary(withPaths())
    await screen.getByRole('radio', { name: 'English' }).click()
    await expect.element(screen.getByRole('radio', { name: 'Ten minutes' })).toBeVisible()
    await expect.element(screen.getByRole('radio', { name: '전체 강의' })).toBeVisible()
    await expect.element(screen.getByText('83장 · 한국어로만 있음')).toBeVisible()
  })

  test('show their problems', async () => {
    const screen = await openLibrary(withPaths())
    await screen.getByRole('region', { name: '맞춤 발표' }).getByRole('button', { name: '문제 1개' }).click()
    await expect.element(screen.getByRole('dialog', { name: '문제: 전체 강의' })).toBeVisible()
    await expect.element(screen.getByText('‘isolaton’이라는 그림은 없어요.')).toBeVisible()
  })
})

import { fake } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { courseOf, deckOf, leftAt, libraryOf, oneError } from './sample-library.ts'
import { openExport, openLibrary } from './open-library.ts'

const ref = { course: 'docker', name: 'path:short', lang: 'ko' } as const
const lastPlace = leftAt(4)
const paths = [
  deckOf('path:short', '10분 핵심', 'ko', { slides: 11, minutes: 10, lastPlace }),
  deckOf('path:short', 'Ten minutes', 'en', { slides: 11, minutes: 10 }),
  deckOf('path:whole', '전체 강의', 'ko', { slides: 83, minutes: null, problems: oneError }),
]
const withPaths = () => libraryOf({ courses: [courseOf({ paths })] })

describe('the paths of a course', () => {
  test('stand beside the heading of its decks with their slides, and do not count as decks', async () => {
    const screen = await openLibrary(withPaths())
    const group = screen.getByRole('group', { name: '맞춤 발표' })
    await expect.element(group.getByRole('radio')).toHaveLength(2)
    await expect.element(group.getByText('11장', { exact: true })).toBeVisible()
    await expect.element(group.getByText('83장', { exact: true })).toBeVisible()
    await expect.element(screen.getByRole('region', { name: '덱', exact: true }).getByRole('radio')).toHaveLength(5)
    await expect.element(screen.getByText('슬라이드 35장 · 질문 40개')).toBeVisible()
  })

  test('are not spoken of where there are none', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await expect.element(screen.getByText('맞춤 발표')).not.toBeInTheDocument()
  })

  test('are presented by one press, and gone on with where they were left', async () => {
    const screen = await openLibrary(withPaths())
    await screen.getByRole('button', { name: '발표하기: 전체 강의' }).click()
    await screen.getByRole('radio', { name: '10분 핵심' }).click()
    await screen.getByRole('button', { name: '발표하기 10분 핵심 4번째 장부터 이어서 8 장 남음' }).click()
    expect(fake.payloads('talk:start')).toEqual([
      { deck: { ...ref, name: 'path:whole' }, windows: 'both' },
      { deck: ref, windows: 'both', place: { slide: 'kernel', step: 1 } },
    ])
  })

  test('are reached and presented by the keyboard', async () => {
    const screen = await openLibrary(withPaths())
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeChecked()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(screen.getByRole('radio', { name: '전체 강의' })).toBeChecked()
    await userEvent.keyboard('{Enter}')
    expect(fake.payloads('talk:start')).toEqual([{ deck: { ...ref, name: 'path:whole' }, windows: 'both' }])
  })

  test('are exported like a deck', async () => {
    const screen = await openLibrary(withPaths())
    await screen.getByRole('radio', { name: '10분 핵심' }).click()
    await openExport(screen)
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
    await screen.getByRole('group', { name: '맞춤 발표' }).getByRole('button', { name: '고칠 곳 1' }).click()
    await expect.element(screen.getByRole('dialog', { name: '고칠 곳: 전체 강의' })).toBeVisible()
    await expect.element(screen.getByRole('dialog').getByText('‘isolaton’이라는 그림은 없어요.')).toBeVisible()
  })
})

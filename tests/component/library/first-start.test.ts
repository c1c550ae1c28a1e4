import { fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { initialSettings } from '../../../src/contract/library.ts'
import { complaints } from '../review/open-view.ts'
import { courseOf, deckOf, leftAt, libraryOf, notesCourse } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const untouched = courseOf({ decks: [deckOf('01-docker-and-vm', '도커와 VM')] })
const nobody = libraryOf({ courses: [untouched], recent: [] })
const chosenNothing = (): void => void (fake.settings = { ...initialSettings, language: 'ko', theme: 'light' })

test('the first start says what Lectern is for, and has the ways in itself', async () => {
  const screen = await openLibrary(nobody, chosenNothing)
  const heading = screen.getByRole('heading', { level: 1 })
  await expect.element(heading).toMatchTextContent('노트 하나로 발표하고, 복습하고, 그림으로 이해하세요')
  expect(
    screen
      .getByRole('navigation')
      .getByRole('button')
      .elements()
      .map((one) => one.textContent.trim()),
  ).toEqual(['도움말', '설정'])
  expect(await complaints()).toEqual([])
  await screen.getByRole('button', { name: '도커 강의 둘러보기' }).click()
  await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  expect(fake.settings.course).toBe('docker')
})

test('Enter looks around and presents nothing', async () => {
  const screen = await openLibrary(nobody, chosenNothing)
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  expect(fake.payloads('talk:start')).toEqual([])
})

test.each([
  ['a folder is open', { courses: [untouched, notesCourse] }],
  ['a folder was open', { recent: ['/home/me/os'] }],
  ['a deck was shown', { courses: [courseOf({ decks: [deckOf('01', '하나', 'ko', { lastPlace: leftAt(1) })] })] }],
  ['a question was answered', { courses: [{ ...untouched, review: { ...untouched.review, done: 1 } }] }],
  [
    'a talk waits',
    {
      unfinished: {
        deck: { course: 'docker', name: '01', lang: 'ko' as const },
        place: { slide: 'a', step: 1 },
        title: '하나',
      },
    },
  ],
])('it is no first start where %s', async (_what, more) => {
  const screen = await openLibrary({ ...nobody, ...more }, chosenNothing)
  await expect.element(screen.getByRole('radio').first()).toBeVisible()
})

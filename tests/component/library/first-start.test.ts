import { fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { gettingStarted, initialSettings } from '../../../src/contract/library.ts'
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

const teaching = courseOf({
  id: gettingStarted,
  title: { ko: '시작하기', en: 'Getting started' },
  decks: [deckOf('01-getting-started', '시작하기', 'ko', { ref: { course: gettingStarted, name: '01', lang: 'ko' } })],
})
const withTeaching = libraryOf({ courses: [untouched, teaching], recent: [] })

test('who is new is offered the course that teaches Lectern first, and Enter begins it', async () => {
  const screen = await openLibrary(withTeaching, chosenNothing)
  const ways = screen.getByRole('main').getByRole('button')
  await expect.element(ways.first()).toBeVisible()
  expect(ways.elements().map((one) => one.textContent.trim())).toEqual([
    '시작하기 강의 둘러보기',
    '도커 강의 둘러보기',
    '폴더 열기…',
    '새로 만들기…',
  ])
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('heading', { level: 1 })).toMatchTextContent('시작하기')
  expect(fake.settings.course).toBe(gettingStarted)
})

test('the course that teaches Lectern is put away for good, and Help brings it back', async () => {
  const screen = await openLibrary(withTeaching, () => {
    chosenNothing()
    fake.settings = { ...fake.settings, course: gettingStarted }
  })
  const nav = screen.getByRole('navigation').getByRole('list', { name: '강의' })
  const listed = (): string[] =>
    nav
      .getByRole('button')
      .elements()
      .map((one) => one.textContent.trim())
  await expect.element(nav).toBeVisible()
  expect(listed().map((one) => one.replace(/ .*/, ''))).toEqual(['시작하기', '도커'])
  await screen.getByRole('button', { name: '치우기' }).click()
  await expect.element(screen.getByRole('heading', { level: 1 })).toMatchTextContent('도커')
  expect(listed()).toHaveLength(1)
  expect(fake.settings).toMatchObject({ course: 'docker', putAway: [gettingStarted] })
  await screen.getByRole('button', { name: '도움말' }).click()
  await screen.getByRole('button', { name: /^시작하기/ }).click()
  await expect.element(screen.getByRole('heading', { level: 1 })).toMatchTextContent('시작하기')
  expect(fake.settings.putAway).toEqual([])
})

test('where nobody has chosen a course, one to present is shown and not the one that teaches Lectern', async () => {
  const screen = await openLibrary({ ...withTeaching, recent: ['/home/me/os'] }, chosenNothing)
  await expect.element(screen.getByRole('heading', { level: 1 })).toMatchTextContent('도커')
})

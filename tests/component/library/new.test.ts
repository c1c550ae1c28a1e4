import { fake, Failed } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { NewThing } from '../../../src/contract/beginning.ts'
import { complaints } from '../review/open-view.ts'
import { courseOf, libraryOf, notesCourse } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const files = [
  { name: 'course.yaml', slides: 0, questions: 0, isThere: false },
  { name: '01-네트워크.ko.md', slides: 4, questions: 0, isThere: false },
  { name: 'questions.ko.md', slides: 0, questions: 2, isThere: true },
]
const planned = (): void => {
  fake.when('new:plan', () => ({ folder: '/home/me/Documents/네트워크', files }))
  fake.when('new:make', () => ({ course: '/home/me/Documents/네트워크', deck: null, files: [], notEdited: null }))
}

async function openNew(state = libraryOf()) {
  const screen = await openLibrary(state, planned)
  await screen.getByRole('button', { name: '새로 만들기…' }).click()
  const dialog = screen.getByRole('dialog', { name: '새로 만들기' })
  await expect.element(dialog).toBeVisible()
  return { screen, dialog }
}

test('a course is begun with a title, and what will be made is shown before', async () => {
  const { screen, dialog } = await openNew()
  await expect.element(dialog.getByRole('textbox', { name: '제목' })).toHaveFocus()
  await expect.element(dialog.getByRole('button', { name: '만들기', exact: true })).toBeDisabled()
  expect(await complaints()).toEqual([])
  await userEvent.keyboard(' 네트워크')
  await dialog.getByRole('radio', { name: /^오해와 사실/ }).click({ force: true })
  await dialog.getByRole('radio', { name: '둘 다' }).click({ force: true })
  const list = dialog.getByRole('group', { name: '만들 파일' })
  await expect.element(list).toMatchTextContent('01-네트워크.ko.md 슬라이드 4장')
  await expect.element(list).toMatchTextContent('questions.ko.md 질문 2개 끝에 더함')
  const thing = { what: 'course', title: '네트워크', template: 'myth', languages: ['ko', 'en'], parent: null }
  await expect.poll(() => fake.payloads('new:plan').at(-1)).toEqual(thing)
  await dialog.getByRole('textbox', { name: '제목' }).click()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('만들었어요: 네트워크')).toBeVisible()
  expect(fake.payloads('new:make')).toEqual([{ thing, edit: true }])
  expect(dialog.elements()).toEqual([])
})

test('what cannot be made is told, and the dialog stays', async () => {
  const { dialog } = await openNew()
  fake.when('new:make', () => {
    throw new Failed({ code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } })
  })
  await userEvent.keyboard('네트워크{Enter}')
  await expect.element(dialog.getByText('디스크가 가득 찼어요.')).toBeVisible()
  await expect.element(dialog.getByRole('textbox', { name: '제목' })).toHaveValue('네트워크')
})

test('decks and questions are added to courses that are the person’s alone', async () => {
  const { dialog } = await openNew(libraryOf({ courses: [courseOf({})] }))
  await expect.element(dialog.getByRole('radio', { name: '덱', exact: true })).toBeDisabled()
  const own = await openNew(libraryOf({ courses: [courseOf({}), notesCourse] }))
  await own.dialog.getByRole('radio', { name: '질문', exact: true }).click({ force: true })
  await own.dialog.getByRole('textbox', { name: '질문' }).fill('커널은 무엇인가요?')
  expect(own.dialog.getByRole('option').elements()).toHaveLength(1)
  await own.dialog.getByRole('checkbox').click()
  await own.dialog.getByRole('button', { name: '만들기', exact: true }).click()
  const thing: NewThing = {
    what: 'question',
    title: '커널은 무엇인가요?',
    languages: ['ko'],
    course: notesCourse.id,
  }
  await expect.poll(() => fake.payloads('new:make')).toEqual([{ thing, edit: false }])
})

test('a course of questions alone is there to review, and one with nothing in it is there to fill', async () => {
  const questions = { ...notesCourse, decks: [], paths: [], questions: 3 }
  const chosen = (): void => {
    planned()
    fake.settings = { ...fake.settings, course: notesCourse.id }
  }
  const screen = await openLibrary(libraryOf({ courses: [courseOf({}), questions] }), chosen)
  await expect.element(screen.getByRole('region', { name: '복습할 질문 3개가 있어요' })).toBeVisible()
  await openLibrary(libraryOf({ courses: [courseOf({}), { ...questions, questions: 0 }] }), chosen)
  await expect.element(screen.getByRole('region', { name: '이 폴더에는 아직 덱이 없어요' })).toBeVisible()
  await screen.getByRole('button', { name: '덱 만들기…' }).click()
  await expect.element(screen.getByRole('radio', { name: '덱', exact: true })).toBeChecked()
})

import { fake, Failed } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { libraryWords } from '../../../src/renderer/words/library.ts'
import { courseOf, libraryOf } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const say = libraryWords.ko
const [folder, original] = ['/home/me/os copy', '/home/me/os']
const copy = courseOf({ id: folder, folder, bundled: false, copyOf: { folder: original, sameId: false } })

async function openQuestion(course = copy) {
  const screen = await openLibrary(libraryOf({ courses: [course] }))
  const dialog = screen.getByRole('dialog', { name: say.copyTitle })
  await screen.getByRole('button', { name: say.copyChoose }).click()
  await expect.element(dialog).toBeVisible()
  return { screen, dialog, settle: dialog.getByRole('button', { name: say.copySettle }) }
}

describe('a course that may be a copy', () => {
  test('is asked about in its view, and in that of no other course', async () => {
    const screen = await openLibrary(libraryOf({ courses: [courseOf(), copy] }))
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.element(screen.getByRole('heading', { name: say.copyBanner })).not.toBeInTheDocument()
  })

  test('names both folders and what they have in common, and settles nothing before something is chosen', async () => {
    const { dialog, settle } = await openQuestion()
    for (const path of [folder, original]) await expect.element(dialog.getByText(path, { exact: true })).toBeVisible()
    await expect.element(dialog.getByText(say.copyQuestions)).toBeVisible()
    await expect.element(settle).toBeDisabled()
    await dialog.getByRole('button', { name: say.copyLater }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(fake.payloads('library:settleCopy')).toEqual([])
  })

  test('says so where both have one id', async () => {
    const { dialog } = await openQuestion({ ...copy, copyOf: { folder: original, sameId: true } })
    await expect.element(dialog.getByText(say.copyId)).toBeVisible()
  })

  test('names the course that comes with Lectern by its title', async () => {
    const docker = courseOf()
    const screen = await openLibrary(
      libraryOf({ courses: [{ ...copy, copyOf: { folder: docker.folder, sameId: false } }, docker] }),
      () => (fake.settings = { ...fake.settings, course: folder }),
    )
    await screen.getByRole('button', { name: say.copyChoose }).click()
    const dialog = screen.getByRole('dialog', { name: say.copyTitle })
    await expect.element(dialog.getByText(say.bundled)).toBeVisible()
    await expect.element(dialog.getByText(docker.folder)).not.toBeInTheDocument()
  })

  test.each([
    ['{ArrowDown}', false, say.copyIsOther],
    ['', true, say.copyIsSame],
  ])('is settled by keys alone', async (keys, same, told) => {
    const { screen, dialog } = await openQuestion()
    fake.when('library:settleCopy', () => null)
    // From the title: close, then the two answers.
    await userEvent.keyboard(`{Tab}{Tab} ${keys}{Enter}`)
    await expect.element(dialog).not.toBeInTheDocument()
    expect(fake.payloads('library:settleCopy')).toEqual([{ course: folder, same }])
    await expect.element(screen.getByText(told)).toBeVisible()
  })

  test('stays asked about, with what was chosen, where the answer cannot be kept', async () => {
    const { dialog, settle } = await openQuestion()
    fake.when('library:settleCopy', () => {
      throw new Failed({ code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } })
    })
    const same = dialog.getByRole('radio', { name: new RegExp(`^${say.copySame}`) })
    await same.click()
    await settle.click()
    await expect.element(dialog.getByText('디스크가 가득 찼어요.')).toBeVisible()
    await expect.element(same).toBeChecked()
    await expect.element(settle).toBeEnabled()
    // Asked once more, what went wrong before is not what is said meanwhile.
    const answered = Promise.withResolvers<null>()
    fake.when('library:settleCopy', () => answered.promise)
    await settle.click()
    await expect.element(dialog.getByText('디스크가 가득 찼어요.')).not.toBeInTheDocument()
    await expect.element(settle).toBeDisabled()
    answered.resolve(null)
    await expect.element(dialog).not.toBeInTheDocument()
  })
})

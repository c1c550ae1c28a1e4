import { libraryWords } from '../../src/renderer/words/library.ts'
import { smallCourse } from './app/courses.ts'
import { composeHangul, expectShown, pressHangul } from './app/windows.ts'
import { expect, notIn, test } from './fixtures.ts'

test('every key works while the keyboard types Hangul', async ({ app }) => {
  await app.ask('library:open', { folder: await app.folder(smallCourse) })
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  const { deck, presenter } = await app.present('첫째 덱')
  await expectShown('one', 1, deck, presenter)
  const black = deck.locator('[data-black]')
  // macOS tells the Hangul letter, Windows and Linux tell only that the input method took the key.
  for (const key of ['ㅠ', 'Process', 'Unidentified']) {
    await pressHangul(presenter, 'KeyB', key)
    await expect(black).toBeVisible()
    await pressHangul(deck, 'KeyB', key)
    await expect(black).toBeHidden()
  }
  await pressHangul(deck, 'Space', 'Process')
  await expectShown('one', 2, deck, presenter)
})

notIn(['stand-in', 'electron'], 'the system has its own dialog for folders there', () => {
  test('Hangul can be typed, and typing sets nothing off', async ({ app }) => {
    await app.library.getByRole('button', { name: libraryWords.ko.openFolder }).click()
    const path = app.library.getByRole('textbox', { name: libraryWords.ko.choosePath })
    await path.fill('/')
    await path.press('End')
    await composeHangul(app.library, '강의 노트')
    await expect(path).toHaveValue('/강의 노트')
    await path.press('?')
    await expect(app.library.getByRole('dialog')).toHaveCount(1)
  })
})

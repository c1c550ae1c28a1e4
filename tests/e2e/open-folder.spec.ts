import { libraryWords } from '../../src/renderer/words/library.ts'
import { smallCourse } from './app/courses.ts'
import { expect, notIn, test } from './fixtures.ts'

const say = libraryWords.ko

test('a folder is opened by the dialog, closed into the recent list, and opened from there', async ({ app }) => {
  const folder = await app.folder(smallCourse)
  if (app.kind !== 'browser') await app.restart([], { HARNESS_DIALOGS: JSON.stringify([folder]) })
  await app.library.getByRole('button', { name: say.openFolder }).click()
  if (app.kind === 'browser') {
    const dialog = app.library.getByRole('dialog', { name: say.chooseTitle })
    await dialog.getByRole('textbox', { name: say.choosePath }).fill(folder)
    await dialog.getByRole('button', { name: say.chooseGo }).click()
    await expect(dialog.getByText(say.chooseEmpty)).toBeVisible()
    await dialog.getByRole('button', { name: say.chooseHere }).click()
  }
  const title = app.library.getByRole('heading', { level: 1, name: '작은 강의' })
  await expect(title).toBeVisible()
  // What its tiles show is asked for by then, or a picture would be that is no course's any more.
  const pictures = app.library.locator('.still img')
  const areThere = (): Promise<void> =>
    expect(async () => {
      expect(await pictures.count()).toBeGreaterThan(0)
      expect(await pictures.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).complete))).toBe(true)
    }).toPass()
  await areThere()

  await app.library.getByRole('button', { name: say.closeCourse }).click()
  await expect(app.library.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
  const recent = app.library.getByRole('list', { name: say.recent })
  await recent.getByRole('button').first().click()
  await expect(title).toBeVisible()
  await expect(recent).toBeHidden()
  await areThere()

  await app.restart()
  await expect(app.library.getByRole('button', { name: '작은 강의' })).toBeVisible()
})

notIn(['stand-in'], 'a Chromium page tells no path of a dropped file; Electron does', () => {
  test('a folder dropped on the window is opened', async ({ app }) => {
    const folder = await app.folder(smallCourse)
    const session = await app.library.context().newCDPSession(app.library)
    const drag = { x: 600, y: 300, data: { items: [], files: [folder], dragOperationsMask: 1 } }
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...drag })
    await expect(app.library.getByText(say.drop)).toBeVisible()
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...drag })
    await session.send('Input.dispatchDragEvent', { type: 'drop', ...drag })
    await expect(app.library.getByRole('heading', { level: 1, name: '작은 강의' })).toBeVisible()
    await expect(app.library.getByText(say.counts(4, 0))).toBeVisible()
  })
})

test('pictures of a course are shown', async ({ app }) => {
  const folder = await app.folder(smallCourse)
  await app.ask('library:open', { folder })
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  const { deck } = await app.present('첫째 덱')
  await deck.keyboard.press('End')
  await deck.keyboard.press('Shift+PageUp')
  const picture = deck.locator('section.present').getByRole('img', { name: '점' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
})

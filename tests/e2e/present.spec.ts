import { presenterWords } from '../../src/renderer/words/presenter.ts'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { sharedWords as shared } from '../../src/renderer/words/shared.ts'
import { smallCourse } from './app/courses.ts'
import { backMs, expectShown, expectShownWithin } from './app/windows.ts'
import { expect, test, type App } from './fixtures.ts'
import type { Page } from '@playwright/test'

async function presentSmall(app: App): Promise<{ deck: Page; presenter: Page }> {
  await app.ask('library:open', { folder: await app.folder(smallCourse) })
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  const windows = await app.present('첫째 덱')
  await expectShown('one', 1, windows.deck, windows.presenter)
  return windows
}

test('the keys of keyboard and clicker move both windows, from either', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  const places: readonly [Page, string, string, number][] = [
    [deck, 'ArrowRight', 'one', 2],
    [presenter, 'Space', 'one', 3],
    [presenter, 'PageDown', 'two', 1],
    [deck, 'PageDown', 'three', 1],
    [deck, 'PageDown', 'three', 1],
    [presenter, 'PageUp', 'two', 1],
    [deck, 'ArrowLeft', 'one', 3],
    [presenter, 'Home', 'one', 1],
    [deck, 'Shift+PageDown', 'two', 1],
    [presenter, 'End', 'three', 1],
  ]
  for (const [page, key, slide, step] of places) {
    await page.keyboard.press(key)
    await expectShown(slide, step, deck, presenter)
  }
  await expect(deck).toHaveTitle(/첫째 덱 · 셋/)
})

test('the audience screen goes black and comes back, from either window', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  const black = deck.locator('[data-black]')
  const told = presenter.locator('aside').getByText(presenterWords.ko.isBlack)
  for (const [page, key, isBlack] of [
    [presenter, 'b', true],
    [deck, 'b', false],
    [deck, '.', true],
    [presenter, 'Escape', false],
    [presenter, '.', true],
    [deck, 'Escape', false],
  ] as const) {
    await page.keyboard.press(key)
    await expect(black).toBeVisible({ visible: isBlack })
    await expect(told).toBeVisible({ visible: isBlack })
  }
})

test('the presenter sees notes, the part for this step, the next step and the time', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await expect(presenter.getByText('모두에게 하는 말')).toBeVisible()
  await expect(presenter.getByText(presenterWords.ko.clockNotStarted)).toBeVisible()
  await deck.keyboard.press('PageDown')
  await expect(presenter.getByText('둘째 단계에서 하는 말')).toBeInViewport()
  await expect(presenter.getByText(presenterWords.ko.clockNotStarted)).toBeHidden()
  const timer = presenter.getByRole('timer', { name: presenterWords.ko.elapsedLabel })
  await expect(timer).toContainText(/0:0[1-9]/)
  await expect(presenter.getByRole('heading', { name: new RegExp(presenterWords.ko.nextStep) })).toContainText('3/3')
})

test('a reloaded window is back at the same slide and step within two seconds', { tag: '@alone' }, async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('PageDown')
  await expectShown('one', 2, deck, presenter)
  for (const page of [deck, presenter]) {
    await page.reload({ waitUntil: 'commit' })
    await expectShownWithin(backMs, 'one', 2, page)
  }
  await deck.keyboard.press('PageDown')
  await expectShown('one', 3, deck, presenter)
})

test('a closed window can be opened again and is where it was', { tag: '@alone' }, async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('PageDown')
  await deck.close()
  const reopening = app.nextWindow()
  await presenter.getByRole('button', { name: presenterWords.ko.openDeck }).click()
  const again = await reopening
  await expectShownWithin(backMs, 'one', 2, again, presenter)

  await presenter.close()
  await app.library.getByRole('button', { name: libraryWords.ko.showPresenterWindow }).click()
  await expectShownWithin(backMs, 'one', 2, await app.window('presenter'))
})

test('a talk cut off by a crash is taken up at the same slide and step', { tag: '@alone' }, async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('PageDown')
  await deck.keyboard.press('PageDown')
  await expectShown('one', 3, deck, presenter)
  app.watch.expectError(/WebSocket|ERR_CONNECTION|Target page, context or browser has been closed/)
  await app.killShell()
  await app.restart()

  await expect(app.library.getByText(libraryWords.ko.unfinishedAbout('첫째 덱'))).toBeVisible()
  await app.library.getByRole('button', { name: libraryWords.ko.resume }).click()
  await expectShownWithin(backMs, 'one', 3, await app.window('deck'), await app.window('presenter'))
})

test('the last place is kept after the talk has ended', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('Shift+PageDown')
  await expectShown('two', 1, deck, presenter)
  await app.library.getByRole('button', { name: libraryWords.ko.endTalk }).click()
  await expect.poll(() => app.windows().length).toBe(1)
  await app.restart()
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  await app.library.getByRole('button', { name: libraryWords.ko.continueAt(2, 3) }).click()
  await expectShown('two', 1, await app.window('deck'), await app.window('presenter'))
})

test('the keys are listed by ?, in every window', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  for (const page of [deck, presenter, app.library]) {
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: shared.ko.keysHelp })
    await expect(dialog).toBeVisible()
    if (page !== app.library) await expect(dialog.getByText('Page Down', { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

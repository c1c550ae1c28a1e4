import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { presenterWords } from '../../src/renderer/words/presenter.ts'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { sharedWords as shared } from '../../src/renderer/words/shared.ts'
import { smallCourse } from './app/courses.ts'
import { backMs, expectShown, expectWithin, seenAt } from './app/windows.ts'
import { expect, test, type App } from './fixtures.ts'
import type { Locator, Page } from '@playwright/test'

async function presentSmall(app: App): Promise<{ deck: Page; presenter: Page }> {
  await app.ask('library:open', { folder: await app.folder(smallCourse) })
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  const windows = await app.present('첫째 덱')
  await expectShown('one', 1, windows.deck, windows.presenter)
  return windows
}

/** The lines of the newest journal: how the talk began, and what happened in it. */
async function journalLines(app: App): Promise<readonly string[]> {
  const folder = join(app.home, 'talks')
  const name = (await readdir(folder)).sort().at(-1) ?? ''
  return (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n')
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

test('a reloaded window is back at the same slide and step within two seconds', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('PageDown')
  await expectShown('one', 2, deck, presenter)
  for (const page of [deck, presenter]) {
    await expectWithin(backMs, async () => {
      await page.reload({ waitUntil: 'commit' })
      return (await seenAt(page, 'one', 2)).afterMs
    })
  }
  await deck.keyboard.press('PageDown')
  await expectShown('one', 3, deck, presenter)
})

test('a closed window can be opened again and is where it was', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('PageDown')
  const openAgain = async (page: Page, button: Locator): Promise<Page> => {
    await page.close()
    const opening = app.nextWindow()
    await button.click()
    return opening
  }

  let deckNow = deck
  const openDeck = presenter.getByRole('button', { name: presenterWords.ko.openDeck })
  await expectWithin(backMs, async () => {
    deckNow = await openAgain(deckNow, openDeck)
    return (await seenAt(deckNow, 'one', 2)).afterMs
  })
  await expectShown('one', 2, presenter)

  let presenterNow = presenter
  const showPresenter = app.library.getByRole('button', { name: libraryWords.ko.showPresenterWindow })
  await expectWithin(backMs, async () => {
    presenterNow = await openAgain(presenterNow, showPresenter)
    return (await seenAt(presenterNow, 'one', 2)).afterMs
  })
})

test('a talk cut off by a crash is taken up at the same slide and step', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('PageDown')
  await deck.keyboard.press('PageDown')
  await expectShown('one', 3, deck, presenter)
  // A step is shown before it is on the disk, and only what is there outlives a crash.
  await expect.poll(() => journalLines(app)).toHaveLength(3)
  app.watch.expectError(/WebSocket|ERR_CONNECTION|Target page, context or browser has been closed/)
  // A second crash is like the first: the talk is cut off again.
  await expectWithin(backMs, async () => {
    await app.killShell()
    await app.restart()
    await expect(app.library.getByText(libraryWords.ko.unfinishedAbout('첫째 덱'))).toBeVisible()
    await app.library.getByRole('button', { name: libraryWords.ko.resume }).click()
    const windows = [await app.window('deck'), await app.window('presenter')]
    const seen = await Promise.all(windows.map((page) => seenAt(page, 'one', 3)))
    return Math.max(...seen.map(({ afterMs }) => afterMs))
  })
})

test('the last place is kept after the talk has ended', async ({ app }) => {
  const { deck, presenter } = await presentSmall(app)
  await deck.keyboard.press('Shift+PageDown')
  await expectShown('two', 1, deck, presenter)
  await app.library.getByRole('button', { name: libraryWords.ko.endTalk }).click()
  await expect.poll(() => app.windows().length).toBe(1)
  await app.restart()
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  await app.library.getByRole('button', { name: `첫째 덱 ${libraryWords.ko.goesOn(2)}` }).click()
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

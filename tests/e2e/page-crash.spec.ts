import type { Page } from '@playwright/test'
import { smallCourse } from './app/courses.ts'
import { backMs, expectShown, expectShownWithin } from './app/windows.ts'
import { expect, test } from './fixtures.ts'

/** Kills a page's process, as running out of memory does. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // The page is gone before it could answer.
  session.send('Page.crash').catch(() => undefined)
}

test(
  'a window whose process dies is back at the same slide and step, and the other one goes on',
  { tag: '@alone' },
  async ({ app }) => {
    test.skip(app.kind === 'browser', 'a browser shows its own page for a dead one')
    test.skip(app.kind === 'electron', 'its pages are killed from the system monitor: docs/electron-checklist.md')
    await app.ask('library:open', { folder: await app.folder(smallCourse) })
    await app.library.getByRole('button', { name: '작은 강의' }).click()
    const { deck, presenter } = await app.present('첫째 덱')
    await deck.keyboard.press('PageDown')
    await expectShown('one', 2, deck, presenter)

    const deckAgain = app.nextWindow()
    await crash(deck)
    await expectShownWithin(backMs, 'one', 2, await deckAgain)
    await presenter.keyboard.press('PageDown')
    await expectShown('one', 3, await deckAgain, presenter)

    const presenterAgain = app.nextWindow()
    await crash(presenter)
    await expectShownWithin(backMs, 'one', 3, await presenterAgain)
    await (await presenterAgain).keyboard.press('PageUp')
    await expectShown('one', 2, await deckAgain, await presenterAgain)
    expect(app.stderr()).toBe('')
  },
)

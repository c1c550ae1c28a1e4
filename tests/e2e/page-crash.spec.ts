import type { Page } from '@playwright/test'
import { smallCourse } from './app/courses.ts'
import { backMs, expectShown, expectWithin, seenAt } from './app/windows.ts'
import { expect, notIn, test } from './fixtures.ts'

/** Kills a page's process, as running out of memory does. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // The page is gone before it could answer.
  session.send('Page.crash').catch(() => undefined)
}

test.use({ ownShell: true, processes: 'each' })

notIn(['electron'], 'its pages are killed from the system monitor: docs/electron-checklist.md', () => {
  notIn(['browser'], 'a browser shows its own page for a dead one', () => {
    test('a window whose process dies is back at the same slide and step, and the other one goes on', async ({
      app,
    }) => {
      await app.ask('library:open', { folder: await app.folder(smallCourse) })
      await app.library.getByRole('button', { name: '작은 강의' }).click()
      let { deck, presenter } = await app.present('첫째 덱')
      await deck.keyboard.press('PageDown')
      await expectShown('one', 2, deck, presenter)

      await expectWithin(backMs, async () => {
        const again = app.nextWindow()
        await crash(deck)
        deck = await again
        return (await seenAt(deck, 'one', 2)).afterMs
      })
      await presenter.keyboard.press('PageDown')
      await expectShown('one', 3, deck, presenter)

      await expectWithin(backMs, async () => {
        const again = app.nextWindow()
        await crash(presenter)
        presenter = await again
        return (await seenAt(presenter, 'one', 3)).afterMs
      })
      await presenter.keyboard.press('PageUp')
      await expectShown('one', 2, deck, presenter)
      expect(app.stderr()).toBe('')
    })
  })
})

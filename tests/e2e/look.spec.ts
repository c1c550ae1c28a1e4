/** Pictures of every window, compared with the ones kept in `look/`. `npx playwright test look -u` draws them anew. */
import type { Page } from '@playwright/test'
import { library as libraryWords } from '../../src/renderer/words/library.ts'
import { expectShown } from './app/windows.ts'
import { expect, test } from './fixtures.ts'

test.use({ motion: 'reduce' })

/** The same size everywhere, fonts there, and nothing still moving. */
async function settle(page: Page, width = 1280, height = 720): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

for (const [lang, theme] of [
  ['ko', 'light'],
  ['ko', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`${lang}, ${theme}`, () => {
    test.use({ lang, theme })

    test('the library', async ({ app }) => {
      const { library } = app
      await expect(library.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
      await settle(library)
      await expect(library).toHaveScreenshot(`library-${lang}-${theme}.png`)
      if (lang !== 'ko' || theme !== 'light') return
      await settle(library, 480, 640)
      await expect(library).toHaveScreenshot('library-small.png')
      await settle(library)
      await library.getByRole('button', { name: libraryWords[lang].exportPdf }).click()
      await expect(library).toHaveScreenshot('export-dialog.png')
    })

    test('the windows of a talk', async ({ app }) => {
      const { deck, presenter } = await app.present('도커와 VM')
      await app.ask('talk:intent', { type: 'goTo', place: { slide: 'vm-stack', step: 2 } })
      await expectShown('vm-stack', 2, deck, presenter)
      // Times go on; everything else stands still.
      const mask = [presenter.getByRole('timer'), presenter.getByRole('contentinfo').getByRole('paragraph')]
      await settle(presenter)
      // By itself the presenter's window is dark in both themes.
      if ((lang === 'ko') === (theme === 'light')) {
        await expect(presenter).toHaveScreenshot(`presenter-${lang}-${theme}.png`, { mask, maskColor: '#808080' })
      }
      if (lang === 'en') return
      await settle(deck)
      await expect(deck).toHaveScreenshot(`deck-${theme}.png`)
      if (theme !== 'light') return
      await settle(deck, 640, 480)
      await expect(deck).toHaveScreenshot('deck-small.png')
      await settle(presenter, 800, 600)
      await expect(presenter).toHaveScreenshot('presenter-small.png', { mask, maskColor: '#808080' })
      await presenter.keyboard.press('?')
      await settle(presenter)
      await expect(presenter).toHaveScreenshot('keys.png', { mask, maskColor: '#808080' })
    })
  })
}

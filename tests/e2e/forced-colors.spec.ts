/**
 * With high contrast the system chooses the colours: each window as it then looks, and what must not change in it. Slides
 * keep theirs and are covered, so that only windows are held here: `npm test -- e2e forced --update-snapshots` renews.
 */
import type { Page } from '@playwright/test'
import { reviewWords } from '../../src/renderer/words/review.ts'
import { expectShown } from './app/windows.ts'
import { expect, test } from './fixtures.ts'

test.use({ lang: 'ko', theme: 'light', motion: 'reduce', ownShell: true })

async function expectLook(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1000, height: 640 })
  await page.emulateMedia({ forcedColors: 'active' })
  await page.evaluate(() => document.fonts.ready)
  await expect(page).toHaveScreenshot(`forced-${name}.png`, {
    mask: [page.locator('.slide, [role="timer"], .pace p')],
    maskColor: '#888888',
  })
}

/** The slide of a window in the colours of the system, and in its own. Sliders are the browser's. */
async function expectSame(page: Page): Promise<void> {
  const draw = () =>
    page
      .locator('.slide')
      .first()
      .screenshot({ mask: [page.locator('.turn')] })
  const own = await draw()
  await page.emulateMedia({ forcedColors: 'active' })
  expect((await draw()).equals(own)).toBe(true)
}

test('what is chosen, current, on or done is seen in each window where the system chooses the colours', async ({
  app,
}) => {
  const { library } = app
  await expect(library.locator('li .tile').first()).toBeVisible()
  const { deck, presenter } = await app.present('도커와 VM')
  await app.ask('talk:intent', { type: 'goTo', place: { slide: 'vm-stack', step: 2 } })
  await expectShown('vm-stack', 2, deck, presenter)
  await expectSame(deck)
  await app.ask('talk:intent', { type: 'blackout' })
  await expect(presenter.locator('.hint[aria-pressed=true]')).toBeVisible()
  await expectLook(presenter, 'presenter')
  await app.ask('talk:intent', { type: 'blackout' })
  await app.ask('talk:intent', { type: 'log' })
  await expect(deck.locator('section.log')).toBeVisible()
  await expectLook(deck, 'deck')

  const gallery = await app.openGallery()
  await expect(gallery.locator('svg[data-step]')).toBeVisible()
  await expectLook(gallery, 'gallery')

  const review = await app.openReview()
  await review.getByRole('button', { name: reviewWords.ko.begin }).click()
  await expect(review.getByRole('button', { name: reviewWords.ko.reveal })).toBeEnabled()
  for (const key of ['Space', 'KeyJ', 'KeyK']) await review.keyboard.press(key)
  await expectLook(review, 'review')
  await expectLook(library, 'library')
  await expect(library.locator('li.chosen .tile')).toHaveCSS('border-top-width', '2px')
  await expect(library.locator('li:not(.chosen) .tile').first()).toHaveCSS('border-top-width', '1px')
})

/** WCAG 1.4.10: at 400 % a window of 1280 is one of 320. */
const sizes = [
  { name: '200 %', width: 640, height: 400, text: 16 },
  { name: '400 %', width: 320, height: 256, text: 16 },
  { name: 'text at 200 %', width: 1280, height: 720, text: 32 },
]

test('at 200 % and 400 % and with text at 200 % no window is wider than what is seen of it', async ({ app }) => {
  const { deck, presenter } = await app.present('도커와 VM')
  const windows = {
    library: app.library,
    deck,
    presenter,
    gallery: await app.openGallery(),
    review: await app.openReview(),
  }
  for (const [window, page] of Object.entries(windows)) {
    const session = await page.context().newCDPSession(page)
    for (const { name, width, height, text } of sizes) {
      await page.setViewportSize({ width, height })
      await session.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } })
      await expect
        .poll(() => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)))
        .toBeGreaterThanOrEqual(text)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(wide, `${window} at ${name}`).toBeLessThanOrEqual(0)
    }
  }
})

/**
 * Some pictures as they are painted, to the pixel; what the marks of all the others are is held as text by
 * `tests/unit/diagram/marks.test.ts`. Fonts are ours, so only another browser draws them otherwise: letters a little, all
 * else the same. By another browser than the one named in `look/browser.txt` only what is larger than that is told. To
 * draw them with the browser that is here: `npm test -- e2e look --update-snapshots`, and look at each.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { scenes } from '../../src/core/scenes/index.ts'
import { galleryWords } from '../../src/renderer/words/gallery.ts'
import { lookSets } from './app/looks.ts'
import { expect, test } from './fixtures.ts'

const drawnBy = join(import.meta.dirname, 'look', 'browser.txt')

async function browserOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { product } = await session.send('Browser.getVersion')
  await session.detach()
  return product.replace(/^.*\//, 'Chromium ')
}

/** Makes the window so large that a slide is drawn at its own size. */
async function atOwnSize(gallery: Page): Promise<void> {
  let [width, height] = [1700, 1000]
  // What stands around the slide grows with the window, by less each time.
  for (let time = 0; time < 4; time += 1) {
    await gallery.setViewportSize({ width, height })
    const stage = gallery.locator('.stage')
    const [across, down] = await stage.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight] as const)
    width += 1280 - across
    height += 720 - down
  }
  await expect(gallery.locator('.scaled')).toHaveCSS('scale', '1')
}

for (const { lang, theme, looks } of lookSets) {
  test.describe(`${lang}, ${theme}`, () => {
    test.use({ lang, theme, motion: 'reduce' })

    test('pictures look as they did, to the pixel', async ({ app }, { config: { updateSnapshots } }) => {
      const browser = await browserOf(app.library)
      if (updateSnapshots === 'all' || !existsSync(drawnBy)) writeFileSync(drawnBy, `${browser}\n`)
      const isSameBrowser = readFileSync(drawnBy, 'utf8').trim() === browser
      const tolerance = isSameBrowser
        ? { maxDiffPixels: 0, threshold: 0.01 }
        : { maxDiffPixelRatio: 0.005, threshold: 0.3 }

      const gallery = await app.openGallery()
      await expect(gallery.locator('svg[data-step]')).toBeVisible()
      if (await gallery.locator('aside').isVisible()) await gallery.keyboard.press('l')
      await atOwnSize(gallery)
      for (const { step, at } of looks) {
        const scene = scenes.find(({ steps }) => steps.some(({ id }) => id === step))
        await gallery.evaluate((hash) => (location.hash = hash), `${scene?.id}/${step}`)
        const picture = gallery.locator(`svg[data-step="${step}"]`)
        await expect(picture.locator('text').first()).toBeVisible()
        if (at < 1) await gallery.getByRole('slider', { name: galleryWords[lang].motion }).fill(String(at))
        const drawn = await gallery.locator('.slide-place').screenshot({ scale: 'css' })
        expect.soft(drawn, step).toMatchSnapshot(`${step}${at < 1 ? '-on-its-way' : ''}-${theme}.png`, tolerance)
      }
    })
  })
}

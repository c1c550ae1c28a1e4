import { scenes } from '../../src/core/scenes/index.ts'
import { expect, test } from './fixtures.ts'

/** Small: a reference tells that something changed, and an eye then looks at the picture itself. Odd: so it begins on a whole pixel. */
const small = { width: 640, height: 901 }

// Every Chromium draws letters a little differently: what must be caught is a thing out of place.
const tolerance = { maxDiffPixelRatio: 0.02, threshold: 0.3 }

for (const lang of ['ko', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${lang}, ${theme}`, () => {
      test.use({ lang, theme, motion: 'reduce' })

      test('every step of every picture looks as it did', async ({ app }) => {
        test.slow()
        const gallery = await app.openGallery()
        await gallery.setViewportSize(small)
        for (const { id, steps } of scenes) {
          for (const step of steps) {
            await gallery.evaluate((hash) => (location.hash = hash), `${id}/${step.id}`)
            const picture = gallery.locator(`svg[data-step="${step.id}"]`)
            await expect(picture.locator('text').first()).toBeVisible()
            const drawn = await picture.screenshot({ scale: 'css' })
            expect.soft(drawn, step.id).toMatchSnapshot(`${step.id}-${lang}-${theme}.png`, tolerance)
          }
        }
      })
    })
  }
}

import { libraryWords } from '../../src/renderer/words/library.ts'
import { reviewWords } from '../../src/renderer/words/review.ts'
import { sharedWords as shared } from '../../src/renderer/words/shared.ts'
import { findings } from './app/findings.ts'
import { expectShown } from './app/windows.ts'
import { expect, test } from './fixtures.ts'

const deckTitle = { ko: '도커와 VM', en: 'Docker, the kernel, and VMs' } as const

// Names depend on the language and contrast on the theme, neither on both.
for (const [lang, theme] of [
  ['ko', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`${lang}, ${theme}`, () => {
    test.use({ lang, theme, motion: 'reduce' })

    test('axe finds nothing in the library and its dialogs', async ({ app }) => {
      const { library } = app
      const say = libraryWords[lang]
      await expect(library.getByRole('radio', { name: deckTitle[lang] })).toBeVisible()
      expect(await findings(library)).toEqual([])
      const dialogs = [
        () => library.getByRole('button', { name: say.openFolder }).click(),
        () => library.keyboard.press('Control+p'),
        () => library.getByRole('button', { name: shared[lang].settings }).click(),
      ]
      for (const open of dialogs) {
        await open()
        await expect(library.getByRole('dialog')).toBeVisible()
        expect(await findings(library)).toEqual([])
        await library.keyboard.press('Escape')
        await expect(library.getByRole('dialog')).toBeHidden()
      }
      await library.keyboard.press('?')
      await expect(library.getByRole('dialog')).toBeVisible()
      expect(await findings(library)).toEqual([])
    })

    test('axe finds nothing in the gallery, asking and with an event open', async ({ app }) => {
      const gallery = await app.openGallery()
      await expect(gallery.locator('svg[data-step]')).toBeVisible()
      expect(await findings(gallery)).toEqual([])
      await gallery.goto(`${gallery.url().split('#')[0]}#isolation/IS-1`)
      await gallery.reload()
      await expect(gallery.locator('svg[data-step="IS-1"]')).toBeVisible()
      await gallery.keyboard.press('ArrowRight')
      await expect(gallery.locator('.ask')).toBeVisible()
      expect(await findings(gallery)).toEqual([])
      await gallery.keyboard.press('ArrowRight')
      await gallery.keyboard.press('l')
      await gallery.locator('.log tbody button').first().click()
      await expect(gallery.locator('.log h3')).toBeVisible()
      expect(await findings(gallery)).toEqual([])
    })

    test('axe finds nothing in the review: start, card, statistics, interview, settings and files', async ({ app }) => {
      const page = await app.openReview()
      const say = reviewWords[lang]
      const begin = page.getByRole('button', { name: say.begin })
      await expect(begin).toBeVisible()
      expect(await findings(page)).toEqual([])
      const dialogs = [
        () => page.getByRole('button', { name: shared[lang].settings }).click(),
        async () => {
          await page.getByRole('button', { name: say.more }).click()
          await page.getByRole('menuitem', { name: say.files }).click()
        },
      ]
      for (const open of dialogs) {
        await open()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await findings(page)).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await begin.click()
      const reveal = page.getByRole('button', { name: say.reveal })
      await expect(reveal).toBeEnabled()
      expect(await findings(page)).toEqual([])
      for (const key of ['Space', 'KeyJ', 'KeyK', 'KeyL']) await page.keyboard.press(key)
      expect(await findings(page)).toEqual([])
      for (let i = 0; i < 5; i += 1) await page.keyboard.press('KeyJ')
      await page.keyboard.press('KeyP')
      expect(await findings(page)).toEqual([])
      await page.keyboard.press('KeyP')
      await page.keyboard.press('Digit1')
      await expect(reveal).toBeVisible()
      await page.keyboard.press('Escape')
      for (const name of [say.statistics, say.mock]) {
        await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await findings(page)).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('button', { name: say.goOn })).toBeVisible()
      }
    })

    test('axe finds nothing in the windows of a talk', async ({ app }) => {
      const { deck, presenter } = await app.present(deckTitle[lang])
      for (const [slide, step] of [
        ['three-benefits', 1],
        ['vm-stack', 2],
        ['fast-and-light', 2],
        ['say-it', 1],
      ] as const) {
        await app.ask('talk:intent', { type: 'goTo', place: { slide, step } })
        await expectShown(slide, step, deck, presenter)
        expect(await findings(deck)).toEqual([])
        expect(await findings(presenter)).toEqual([])
      }
      await presenter.keyboard.press('?')
      await expect(presenter.getByRole('dialog')).toBeVisible()
      expect(await findings(presenter)).toEqual([])
    })
  })
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { sharedWords as shared } from '../../src/renderer/words/shared.ts'
import { bundledCourse, smallCourse } from './app/courses.ts'
import { expect, test } from './fixtures.ts'

test('the library shows the bundled course with its decks and counts', async ({ app }) => {
  const { library } = app
  await expect(library.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
  const { decks, slides } = await bundledCourse('ko')
  await expect(library.getByText(libraryWords.ko.counts(slides, 56))).toBeVisible()
  await expect(library.getByRole('navigation').getByText(libraryWords.ko.deckCount(decks))).toBeVisible()
  const deck = library.getByRole('radio', { name: '도커와 VM' })
  await expect(deck).toHaveAccessibleDescription('20장 13분')
  await expect(library).toHaveTitle('도커 - Lectern')
  await expect(library.locator('html')).toHaveAttribute('lang', 'ko')
})

test('language and theme can be switched and are kept', async ({ app }) => {
  const choose = async (open: string, choice: string): Promise<void> => {
    await app.library.getByRole('button', { name: open }).click()
    await app.library.getByRole('dialog').getByRole('radio', { name: choice }).check()
    await app.library.keyboard.press('Escape')
  }
  await choose(shared.ko.settings, 'English')
  await expect(app.library.getByRole('heading', { level: 1, name: 'Docker' })).toBeVisible()
  await choose(shared.en.settings, shared.en.themeName.dark)
  await expect(app.library.locator('html')).toHaveAttribute('data-theme', 'dark')

  await app.restart()
  await expect(app.library.getByRole('heading', { level: 1, name: 'Docker' })).toBeVisible()
  await expect(app.library.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(app.library.locator('html')).toHaveAttribute('lang', 'en')
})

test('a first start says what Lectern is for, and shows the course once that is asked for', async ({ app }) => {
  await app.restart([], {}, () => rm(join(app.home, 'settings.json')))
  await expect(app.library.getByRole('heading', { level: 1, name: libraryWords.ko.headline.join(' ') })).toBeVisible()
  await app.library.getByRole('button', { name: libraryWords.ko.lookAround('도커') }).click()
  await expect(app.library.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  await app.restart()
  await expect(app.library.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
})

test('a folder given at the start is shown', async ({ app }) => {
  const folder = await app.folder(smallCourse)
  await app.restart([folder])
  await expect(app.library.getByRole('heading', { level: 1, name: '작은 강의' })).toBeVisible()
  await expect(app.library.getByText(libraryWords.ko.counts(4, 0))).toBeVisible()
})

test.describe('on an English system', () => {
  test.use({ lang: 'en', theme: 'dark' })
  test('the interface is English and dark', async ({ app }) => {
    await expect(app.library.getByRole('heading', { level: 1, name: 'Docker' })).toBeVisible()
    // The stand-in's pages take their colours from its own idea of the system.
    if (app.kind !== 'stand-in') await expect(app.library.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(app.library.getByRole('radio', { name: 'Docker, the kernel, and VMs' })).toHaveAccessibleDescription(
      '20 slides 13 min',
    )
  })
})

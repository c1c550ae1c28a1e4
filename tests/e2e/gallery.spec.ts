import { expect, notIn, test } from './fixtures.ts'

test('the pictures open without a deck, are walked through by keyboard, and come back where they were', async ({
  app,
}) => {
  const gallery = await app.openGallery()
  const shown = gallery.locator('svg[data-scene]')
  await expect(shown).toHaveAttribute('data-step', 'VC-1')
  await gallery.keyboard.press('PageDown')
  await expect(shown).toHaveAttribute('data-step', 'VC-2')
  await gallery.keyboard.press('2')
  await expect(shown).toHaveAttribute('data-scene', 'isolation')
  await gallery.keyboard.press('ArrowRight')
  await expect(gallery.locator('.ask')).toBeVisible()
  await gallery.locator('.ask button').first().click()
  await expect(shown).toHaveAttribute('data-step', 'IS-2')
  await gallery.reload()
  await expect(shown).toHaveAttribute('data-step', 'IS-2')
})

notIn(['stand-in', 'electron'], 'of Electron, its first window is seen by hand: docs/electron-checklist.md', () => {
  test('it is the first window where it was asked for', async ({ app }) => {
    await app.stop()
    const process = app.startAnother(['--gallery'])
    expect(await process.line(/^http:/)).toContain('window=gallery')
    await process.end()
  })
})

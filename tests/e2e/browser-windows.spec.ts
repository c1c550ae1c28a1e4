/** What only the browser shell has: windows opened by the page, and a connection that can break. */
import { readFile } from 'node:fs/promises'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { smallCourse } from './app/courses.ts'
import { expectShown, expectWithin, seenAt } from './app/windows.ts'
import { expect, test, type App } from './fixtures.ts'

const say = libraryWords.ko

async function openSmall(app: App): Promise<void> {
  await app.ask('library:open', { folder: await app.folder(smallCourse) })
  await app.library.getByRole('button', { name: '작은 강의' }).click()
}

test.describe('with two screens', () => {
  test.use({ screens: 2 })
  test('the deck opens on the other screen, the presenter on this one', async ({ app }) => {
    await openSmall(app)
    const { deck, presenter } = await app.present('첫째 덱')
    await expect.poll(() => deck.evaluate(() => [screenX, screenY])).toEqual([1280, 0])
    await expect.poll(() => presenter.evaluate(() => screenX < 1280)).toBe(true)
  })
})

test.describe('where the browser lets one click open one window', () => {
  test.use({ popups: false })
  test('the library window becomes the presenter', async ({ app }) => {
    await openSmall(app)
    const { deck, presenter } = await app.present('첫째 덱')
    await expectShown('one', 1, deck, presenter)
    expect(app.windows()).toHaveLength(2)
    expect(presenter).toBe(app.library)
  })
})

test('an exported PDF is fetched by a link that works once', async ({ app }) => {
  test.slow()
  await openSmall(app)
  const { library } = app
  await library.keyboard.press('Control+p')
  await library.getByRole('dialog').getByRole('button', { name: say.exportStart }).click()
  const link = library.getByRole('link', { name: say.exportFetch })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const href = (await link.getAttribute('href')) ?? ''
  const fetching = library.waitForEvent('download')
  await link.click()
  const download = await fetching
  expect(download.suggestedFilename()).toBe('01-first.ko.pdf')
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  app.watch.expectError(/404/)
  expect(await library.evaluate(async (address) => (await fetch(address)).status, href)).toBe(404)
})

test('a window that lost the shell for a while comes back with the talk as it is now', async ({ app }) => {
  await openSmall(app)
  const { deck, presenter } = await app.present('첫째 덱')
  await expectShown('one', 1, deck, presenter)

  let cut = (): Promise<void> => Promise.resolve()
  await deck.routeWebSocket(/\/shell\/socket/, (socket) => {
    const server = socket.connectToServer()
    cut = async () => {
      await socket.close()
      await server.close()
    }
  })
  await deck.reload()
  await expectShown('one', 1, deck)
  let step = 1
  await expectWithin(2000, async () => {
    const cutAt = Date.now()
    await cut()
    await presenter.keyboard.press(step === 1 ? 'PageDown' : 'PageUp')
    step = 3 - step
    const seen = await Promise.all([deck, presenter].map((page) => seenAt(page, 'one', step)))
    return Math.max(...seen.map(({ at }) => at)) - cutAt
  })
  await deck.keyboard.press('PageDown')
  await expectShown('one', step + 1, deck, presenter)
})

test('a browser that keeps nothing for us, or runs no scripts, is told what to allow', async ({ app }) => {
  const browser = app.library.context().browser()
  const keepsNothing = (): void => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  }
  for (const runsScripts of [true, false]) {
    const address = /http:\S+/.exec(await app.startAnother([]).line(/http:/))?.[0] ?? ''
    const context = await browser?.newContext({ javaScriptEnabled: runsScripts, serviceWorkers: 'block' })
    if (context === undefined) throw new Error('there is no browser to come in by')
    const page = await context.newPage()
    await page.addInitScript(keepsNothing)
    await page.goto(address, { waitUntil: 'commit' })
    for (const lang of ['ko', 'en']) await expect(page.locator(`p[lang=${lang}]`)).toBeVisible()
    await context.close()
  }
})

test('a window says that the shell is gone, and comes back with a new one at its port', async ({ app }) => {
  app.watch.expectError(/WebSocket|ERR_CONNECTION|403/)
  await app.library.waitForLoadState('networkidle')
  await app.killShell()
  const gone = app.library.getByText('Lectern과 연결이 끊겼어요')
  await expect(gone).toBeVisible()
  const failure = await app.ask('talk:end')
  expect(failure.failure?.code).toBe('internal')

  // Once the person has come in by another window of the same browser, there are keys for this one too.
  const next = app.startAnother(['--port', new URL(app.library.url()).port])
  const entered = await app.library.context().newPage()
  await entered.goto(await next.line(/^http:/))
  await expect(entered.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
  await expect(gone).toBeHidden()
  expect(await app.ask('talk:read')).toEqual({ value: null })
  await entered.close()
  await app.library.close()
  await next.end()
})

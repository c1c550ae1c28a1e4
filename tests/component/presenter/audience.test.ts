/** What the presenter is told of the window that the audience sees. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import Deck from '../../../src/renderer/deck/Deck.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { beAudience, watchAudience } from '../../../src/renderer/stage/audience.ts'
import { deckOf } from '../deck/sample-deck.ts'

fake.install()
beforeAll(async () => {
  fake.present(deckOf())
  await look.start()
})

/** Notes what is told. */
function watched(afterMs = 20): { readonly told: boolean[]; readonly stop: () => void } {
  const told: boolean[] = []
  return { told, stop: watchAudience((isGone) => told.push(isGone), { afterMs }) }
}

test.each([
  ['720', 720],
  ['low', 460],
])('a window that is closed stands in the place of what it showed, with a way back: %s', async (_, height) => {
  await page.viewport(1280, height)
  fake.present(deckOf())
  fake.tell('settings:changed', fake.settings)
  const audience = await render(Deck)
  const presenter = await render(Presenter)
  await expect.element(presenter.getByRole('button', { name: '청중 창 열기' })).toBeVisible()
  await expect.poll(async () => (await navigator.locks.query()).pending).toHaveLength(1)
  expect(presenter.container.querySelector('[role="alert"]')).toBeNull()
  await audience.unmount()
  const alert = presenter.getByRole('alert')
  await expect.element(alert).toMatchTextContent(/청중 창이 닫혔어요.*다시 열기/)
  await presenter.getByRole('button', { name: '다시 열기' }).click()
  expect(fake.asked.filter(({ name }) => name === 'window:open').at(-1)?.payload).toEqual({ window: 'deck' })
  const again = await render(Deck)
  await expect.element(alert).not.toBeInTheDocument()
  await again.unmount()
  await expect.element(alert).toBeVisible()
})

test('nothing is told where none was there, and of two only when both are gone', async () => {
  const { told, stop } = watched()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(told).toEqual([])
  const [first, second] = [beAudience(), beAudience()]
  await expect.poll(() => told).not.toEqual([])
  first()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(told).not.toContain(true)
  second()
  await expect.poll(() => told.at(-1)).toBe(true)
  stop()
})

test('one that was there before is known, and one that is loaded anew is not taken for closed', async () => {
  const before = beAudience()
  const { told, stop } = watched(300)
  await expect.poll(() => told.at(-1)).toBe(false)
  before()
  const after = beAudience()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(told).not.toContain(true)
  stop()
  after()
})

import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Failure } from '../../../src/contract/failure.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import Unsaved from '../../../src/renderer/presenter/Unsaved.svelte'
import { deckOf } from '../deck/sample-deck.ts'

fake.install()

const slow: Failure = { code: 'slow-disk', message: { ko: '디스크가 느려요.', en: 'The disk is slow.' } }
const full: Failure = { code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } }

beforeAll(async () => {
  fake.present(deckOf())
  await look.start()
})

const textOf = (root: Element): string => root.querySelector('.unsaved')?.textContent.trim() ?? 'nothing there'

test('the presenter says that steps are not saved yet and why, in the language of the window', async () => {
  fake.present(deckOf())
  fake.tell('settings:changed', fake.settings)
  const { container } = await render(Presenter)
  await expect.poll(() => textOf(container)).toBe('')
  fake.tell('talk:unsaved', slow)
  await expect.poll(() => textOf(container)).toMatch(/^아직 저장되지 않은 단계가 있어요\..* 디스크가 느려요\.$/)
  fake.tell('talk:unsaved', full)
  await expect.poll(() => textOf(container)).toContain('디스크가 가득 찼어요.')
  fake.tell('settings:changed', { ...fake.settings, language: 'en' })
  await expect.poll(() => textOf(container)).toMatch(/^Some steps are not saved yet\..* The disk is full\.$/)
  expect(container.querySelector('.unsaved')?.getAttribute('role')).toBe('status')
  expect(fake.asked.filter(({ name }) => name === 'talk:intent')).toEqual([])
})

test('a window that comes later says so too', async () => {
  fake.present(deckOf())
  fake.unsaved = full
  fake.tell('settings:changed', fake.settings)
  const { container } = await render(Unsaved)
  await expect.poll(() => textOf(container)).toContain('디스크가 가득 찼어요.')
})

test('it stays long enough to be read, and goes once all is saved', async () => {
  fake.present(deckOf())
  const { container } = await render(Unsaved, { leastMs: 150 })
  fake.tell('talk:unsaved', slow)
  fake.tell('talk:unsaved', null)
  await expect.poll(() => textOf(container)).toContain('디스크가 느려요.')
  await expect.poll(() => textOf(container)).toBe('')
  // What is unsaved again before that is not taken away.
  fake.tell('talk:unsaved', slow)
  fake.tell('talk:unsaved', null)
  fake.tell('talk:unsaved', full)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(textOf(container)).toContain('디스크가 가득 찼어요.')
})

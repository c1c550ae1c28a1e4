/** Who has the focus after a press of a pointer: the talk, so that Space goes on. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import { userEvent } from 'vitest/browser'
import Deck from '../../../src/renderer/deck/Deck.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { giveFocusBack } from '../../../src/renderer/window/pointer-focus.ts'
import { deckOf, questions } from '../deck/sample-deck.ts'

fake.install()

beforeAll(async () => {
  fake.present(deckOf())
  await look.start()
})
beforeEach(() => {
  fake.present(deckOf(), questions, { slide: 'list', step: 1 })
  fake.asked.length = 0
})
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

const intents = (): unknown[] =>
  fake.asked.flatMap(({ name, payload }) => (name === 'talk:intent' ? [(payload as { type: string }).type] : []))
const hasFocus = (): boolean => document.activeElement === document.body

test('black is switched by its button, and Space then goes on', async () => {
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector('.bar button[aria-pressed]')).not.toBeNull()
  const black = container.querySelector<HTMLElement>('.bar button[aria-pressed]') as HTMLElement
  await userEvent.click(black)
  await userEvent.click(black)
  await userEvent.keyboard(' ')
  await expect.poll(intents).toEqual(['blackout', 'blackout', 'next'])
})

test('a button that was reached by keys is pressed by Space as ever', async () => {
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector('.bar button[aria-pressed]')).not.toBeNull()
  container.querySelector<HTMLElement>('.bar button[aria-pressed]')?.focus()
  await userEvent.keyboard(' ')
  await userEvent.keyboard('{Enter}')
  await expect.poll(intents).toEqual(['blackout', 'blackout'])
})

test('the list of keys, opened by its button and closed, leaves Space to the talk', async () => {
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector('.bar [aria-haspopup=dialog]')).not.toBeNull()
  await userEvent.click(container.querySelector('.bar [aria-haspopup=dialog]') as HTMLElement)
  await expect.poll(() => document.querySelector('dialog:modal')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => document.querySelector('dialog:modal')).toBeNull()
  await userEvent.keyboard(' ')
  await expect.poll(intents).toEqual(['next'])
})

test('what is pressed in the audience window leaves Space to the talk too', async () => {
  const { container } = await render(Deck)
  await expect.poll(() => container.querySelector('.slide')).not.toBeNull()
  const link = Object.assign(document.createElement('a'), { href: '#', textContent: 'a link' })
  link.addEventListener('click', (event) => event.preventDefault())
  link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99'
  document.body.append(link)
  await userEvent.click(link)
  expect(hasFocus()).toBe(true)
  await userEvent.keyboard(' ')
  await expect.poll(intents).toEqual(['next'])
})

test.each([
  ['a button', '<button>x</button>', 'button', true],
  ['a part of a button', '<button><b>x</b></button>', 'b', true],
  ['what opens and closes', '<details><summary>x</summary>y</details>', 'summary', true],
  ['a slider', '<input type="range" />', 'input', true],
  ['a choice', '<input type="checkbox" />', 'input', true],
  ['the words of a choice', '<label><input type="radio" /> x</label>', 'label', true],
  ['a place to type', '<input type="text" />', 'input', false],
  ['the words of a place to type', '<label>x <input type="text" /></label>', 'label', false],
  ['a button in a dialog', '<dialog open><button>x</button></dialog>', 'button', false],
])('of a press, %s', async (_, html, pressed, gives) => {
  const stop = giveFocusBack()
  document.body.innerHTML = html
  const before = document.body.querySelector(pressed) as HTMLElement
  await userEvent.click(before)
  expect(hasFocus()).toBe(gives)
  stop()
})

test('a press whose answer moves the focus leaves it there, and nothing is done any more once it was stopped', async () => {
  const stop = giveFocusBack()
  document.body.innerHTML = '<button id="a">x</button><button id="b">y</button>'
  const [a, b] = [...document.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement]
  a.addEventListener('click', () => b.focus(), { once: true })
  await userEvent.click(a)
  expect(document.activeElement).toBe(b)
  stop()
  await userEvent.click(a)
  expect(document.activeElement).toBe(a)
})

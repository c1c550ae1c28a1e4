import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import { page, userEvent } from 'vitest/browser'
import type { GlossaryTerm } from '../../../src/contract/deck.ts'
import { parseDeck } from '../../../src/core/deck/index.ts'
import Deck from '../../../src/renderer/deck/Deck.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { pressKey } from './press-key.ts'

fake.install()

const term = (id: string, ko: string, en: string, definition: string): GlossaryTerm => ({
  id,
  term: { ko, en },
  also: [],
  definition: { ko: definition, en: definition },
  slide: null,
})
const glossary = [
  term('kernel', '커널', 'kernel', '하드웨어를 **직접** 다룹니다.'),
  term('container', '컨테이너', 'container', '격리된 프로세스입니다.'),
]
const slides = `---
title: 용어
---

---
id: one
---

## 커널과 컨테이너

커널 위에서 \`컨테이너\`가 돌고, 커널은 하나입니다.

<!-- step -->

컨테이너는 가볍습니다.

---
id: two
---

## 둘째

여기에도 커널이 있습니다.
`
const { deck } = parseDeck(slides, {
  file: 'a.ko.md',
  ref: { course: 'docker', name: 'a', lang: 'ko' },
  scenes: {},
})

beforeAll(async () => {
  fake.present(deck)
  await look.start()
})
afterEach(() => cleanup())

async function open(step = 1, terms: readonly GlossaryTerm[] = glossary) {
  fake.present(deck, [], { slide: 'one', step }, terms)
  const screen = await render(Deck)
  const shown = () => screen.container.querySelector<HTMLElement>('section.present .slide')
  await expect.poll(() => shown()?.dataset['slide']).toBe('one')
  const marks = () => Array.from(shown()?.querySelectorAll<HTMLElement>('dfn') ?? [])
  const mark = (index: number): HTMLElement => {
    const found = marks()[index]
    if (!found) throw new Error(`no term ${index}`)
    return found
  }
  return { screen, shown, marks, mark, tip: page.getByRole('tooltip') }
}

test('the first place of each term in the body is marked, and nothing moves by it', async () => {
  const plain = await open(2, [])
  const before = Array.from(plain.shown()?.querySelectorAll('.body p') ?? [], (part) => part.getBoundingClientRect())
  expect(plain.marks()).toHaveLength(0)
  cleanup()
  const { shown, marks } = await open(2)
  expect(marks().map((one) => one.textContent)).toEqual(['커널', '컨테이너'])
  expect(shown()?.querySelectorAll('h2 dfn, code dfn')).toHaveLength(0)
  const after = Array.from(shown()?.querySelectorAll('.body p') ?? [], (part) => part.getBoundingClientRect())
  expect(after.map(({ x, y, width, height }) => [x, y, width, height])).toEqual(
    before.map(({ x, y, width, height }) => [x, y, width, height]),
  )
})

test('a term under the pointer shows what it means, and the pointer may go over to it', async () => {
  const { mark, tip } = await open()
  await userEvent.hover(mark(0))
  await expect.element(tip).toBeVisible()
  await expect.element(tip).toMatchTextContent(/커널.*kernel.*하드웨어를 직접 다룹니다/)
  expect(tip.element().querySelector('strong')?.textContent).toBe('직접')
  expect(mark(0).getAttribute('aria-describedby')).toBe(tip.element().id)
  await userEvent.hover(tip)
  await expect.element(tip).toBeVisible()
  await userEvent.hover(page.getByRole('heading', { name: '커널과 컨테이너' }))
  await expect.element(tip).not.toBeInTheDocument()
  expect(mark(0).hasAttribute('aria-describedby')).toBe(false)
})

test('Tab reaches the terms that are shown, Escape puts the definition away and nothing else', async () => {
  const { mark, tip } = await open(1)
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(mark(0))
  await expect.element(tip).toMatchTextContent(/하드웨어를/)
  expect(pressKey('Escape').defaultPrevented).toBe(true)
  await expect.element(tip).not.toBeInTheDocument()
  expect(fake.asked.filter(({ name }) => name.startsWith('window:'))).toEqual([])
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).not.toBe(mark(1))
})

test('keys go on with the talk while a term has the focus, and a definition goes with its step', async () => {
  const { mark, tip } = await open(1)
  mark(0).focus()
  await expect.element(tip).toBeVisible()
  pressKey('Space')
  await expect.poll(() => fake.snapshot?.place.step).toBe(2)
  await expect.element(tip).not.toBeInTheDocument()
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(mark(1))
})

test('a step makes no mark anew', async () => {
  const { mark } = await open(1)
  const before = mark(0)
  fake.intend({ type: 'next' })
  await expect.poll(() => fake.snapshot?.place.step).toBe(2)
  expect(mark(0)).toBe(before)
})

test('the presenter window shows definitions in the picture of the shown slide, and of no other', async () => {
  fake.present(deck, [], { slide: 'one', step: 2 }, glossary)
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelectorAll('.shown dfn').length).toBe(2)
  expect(container.querySelectorAll('dfn')).toHaveLength(2)
  const mark = container.querySelector<HTMLElement>('.shown dfn')
  mark?.focus()
  await expect.element(page.getByRole('tooltip')).toMatchTextContent(/하드웨어를/)
})

test('a term that both languages have alike is told once', async () => {
  const { mark, tip } = await open(1, [term('kernel', '커널', '커널', '하나')])
  await userEvent.hover(mark(0))
  await expect.element(tip).toBeVisible()
  expect(tip.element().querySelector('.name')?.textContent).toBe('커널')
})

test('a definition goes with the focus and with the room of the window, and no other key puts it away', async () => {
  const { mark, tip } = await open(1)
  mark(0).focus()
  await expect.element(tip).toBeVisible()
  expect(pressKey('ShiftLeft').defaultPrevented).toBe(false)
  // The pointer elsewhere takes nothing from who reads by the keyboard.
  await userEvent.hover(page.getByRole('heading', { name: '커널과 컨테이너' }))
  await expect.element(tip).toBeVisible()
  mark(0).blur()
  await expect.element(tip).not.toBeInTheDocument()
  expect(mark(0).hasAttribute('aria-describedby')).toBe(false)
  expect(pressKey('Escape').defaultPrevented).toBe(true)
  mark(0).focus()
  await expect.element(tip).toBeVisible()
  window.dispatchEvent(new Event('resize'))
  await expect.element(tip).not.toBeInTheDocument()
})

/** With high contrast the system chooses the colours, and what only differs by one of ours cannot be told apart. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import { scenes } from '../../../src/core/scenes/index.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Progress from '../../../src/renderer/parts/Progress.svelte'
import Knobs from '../../../src/renderer/picture/Knobs.svelte'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { forceColors, systemColour } from '../deck/stub-media.ts'
import { deckOf, questions } from '../deck/sample-deck.ts'

beforeEach(async () => {
  fake.install()
  fake.present(deckOf(), questions, { slide: 'list', step: 1 })
  await look.start()
  await forceColors(true)
})
afterEach(() => forceColors(false))

const styleOf = (container: Element, selector: string): CSSStyleDeclaration => {
  const found = container.querySelector(selector)
  if (!found) throw new Error(`no ${selector}`)
  return getComputedStyle(found)
}

test('the presenter’s bar, its planned time, what is pressed and what cannot be are told apart', async () => {
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector('.track')).not.toBeNull()
  const ground = styleOf(container, '.track').backgroundColor
  expect(styleOf(container, '.track').borderTopWidth).toBe('1px')
  expect(styleOf(container, '.track i').backgroundColor).not.toBe(ground)
  expect(styleOf(container, '.track u').backgroundColor).not.toBe(ground)
  expect(styleOf(container, '.track u').backgroundColor).not.toBe(styleOf(container, '.track i').backgroundColor)
  expect(styleOf(container, '.depths [aria-pressed=true]').backgroundColor).not.toBe(
    styleOf(container, '.depths [aria-pressed=false]').backgroundColor,
  )
  expect(styleOf(container, 'button:disabled').color).not.toBe(styleOf(container, 'button:enabled').color)
})

test('what is chosen, on and current has the colour that the system has for it, and its words are read on it', async () => {
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector('.track')).not.toBeNull()
  const [ground, chosen, onChosen] = ['Canvas', 'Highlight', 'HighlightText'].map(systemColour)
  expect(chosen).not.toBe(ground)
  fake.intend({ type: 'blackout' })
  await expect.poll(() => container.querySelectorAll('[aria-pressed=true]').length).toBe(2)
  for (const pressed of container.querySelectorAll<HTMLElement>('[aria-pressed=true]')) {
    for (const one of [pressed, ...pressed.querySelectorAll('*')]) {
      expect(getComputedStyle(one).color).toBe(onChosen)
      expect(getComputedStyle(one).getPropertyValue('forced-color-adjust')).toBe('none')
    }
    expect(getComputedStyle(pressed).backgroundColor).toBe(chosen)
  }
  expect(styleOf(container, '.track').backgroundColor).toBe(ground)
  expect(styleOf(container, '.track i').backgroundColor).toBe(chosen)
  const [now, other] = ['.part.now', '.part.quiet'].map((part) => styleOf(container, part))
  expect(now?.borderLeftColor).toBe(chosen)
  expect(now?.borderLeftWidth).toBe('8px')
  expect(other?.borderLeftColor).not.toBe(chosen)
  expect([now?.fontWeight, other?.fontWeight]).toEqual(['600', '400'])
  expect(styleOf(container, '.now .thumb').outlineColor).toBe(chosen)
  expect(styleOf(container, '.next .thumb').outlineStyle).toBe('none')
})

test('knobs that are on and choices that are made are told apart', async () => {
  const chosen = systemColour('Highlight')
  const seen = new Set<string>()
  for (const scene of scenes) {
    for (const { id } of scene.steps) {
      const knobs = Object.fromEntries(scene.knobs.map((knob) => [knob.id, knob.max]))
      const { container } = await render(Knobs, { scene, step: id, knobs, lang: 'ko', onturn: () => undefined })
      for (const one of container.querySelectorAll<HTMLInputElement>('.choice input, .switch input')) {
        const mark = one.closest('.choice') ? one.nextElementSibling : one
        if (!mark) throw new Error('a choice without words')
        expect(getComputedStyle(mark).backgroundColor === chosen, `${scene.id} ${id}`).toBe(one.checked)
        seen.add(`${one.type} ${String(one.checked)}`)
      }
      cleanup()
    }
  }
  expect([...seen].sort()).toEqual(['checkbox true', 'radio false', 'radio true'])
})

test('any other bar has an edge', async () => {
  const { container } = await render(Progress, { label: 'x', done: 3, total: 5 })
  const bar = container.querySelector('progress') as Element
  expect(getComputedStyle(bar).borderTopWidth).toBe('1px')
})

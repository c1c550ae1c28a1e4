/** With high contrast the system chooses the colours, and what only differs by one of ours cannot be told apart. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Progress from '../../../src/renderer/parts/Progress.svelte'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { forceColors } from '../deck/stub-media.ts'
import { deckOf, questions } from '../deck/sample-deck.ts'

beforeEach(async () => {
  fake.install()
  fake.present(deckOf(), questions, { slide: 'list', step: 1 })
  await look.start()
  await forceColors(true)
})
afterEach(() => forceColors(false))

test('the presenter’s bar, its planned time, what is pressed and what cannot be are told apart', async () => {
  const { container } = await render(Presenter)
  const styleOf = (selector: string): CSSStyleDeclaration => {
    const found = container.querySelector(selector)
    if (!found) throw new Error(`no ${selector}`)
    return getComputedStyle(found)
  }
  await expect.poll(() => container.querySelector('.track')).not.toBeNull()
  const ground = styleOf('.track').backgroundColor
  expect(styleOf('.track').borderTopWidth).toBe('1px')
  expect(styleOf('.track i').backgroundColor).not.toBe(ground)
  expect(styleOf('.track u').backgroundColor).not.toBe(ground)
  expect(styleOf('.track u').backgroundColor).not.toBe(styleOf('.track i').backgroundColor)
  expect(styleOf('.depths [aria-pressed=true]').backgroundColor).not.toBe(
    styleOf('.depths [aria-pressed=false]').backgroundColor,
  )
  expect(styleOf('button:disabled').color).not.toBe(styleOf('button:enabled').color)
})

test('any other bar has an edge', async () => {
  const { container } = await render(Progress, { label: 'x', done: 3, total: 5 })
  const bar = container.querySelector('progress') as Element
  expect(getComputedStyle(bar).borderTopWidth).toBe('1px')
})

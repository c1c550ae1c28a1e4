/** Footer, number, logo and accent of a deck on its slides. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { DeckLook } from '../../../src/contract/deck.ts'
import type { ThemeName } from '../../../src/contract/library.ts'
import { withCover } from '../../../src/core/deck/index.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { deckOf } from './sample-deck.ts'
import { slideProblems } from './slide-problems.ts'

fake.install()
beforeAll(fontsReady)

const layouts = ['content', 'section', 'closing', 'title'] as const
const written = layouts.map(
  (layout) => `---\nid: ${layout}\nlayout: ${layout}\n---\n\n## 제목 ${layout}\n\n1. 하나\n2. 둘\n`,
)
const deck = withCover(
  deckOf(
    `---\ntitle: 도커와 VM\nlang: ko\n---\n\n---\nid: picture\ndiagram: vm-vs-container\n---\n\n## 그림\n\n${written.join('\n')}`,
  ),
)

async function draw(id: string, look: DeckLook, more: { theme?: ThemeName; step?: number; asking?: boolean } = {}) {
  const slide = deck.slides.find((one) => one.id === id)
  if (!slide) throw new Error(`no slide ${id}`)
  const { theme = 'light', step = 1, asking = false } = more
  const screen = await render(SlideView, {
    deck: { ...deck, look },
    slide,
    step,
    knobs: {},
    theme,
    asking,
    imageBase: '',
  })
  const view = screen.container.querySelector<HTMLElement>('.slide')
  if (!view) throw new Error('nothing was drawn')
  return view
}
const textOf = (view: HTMLElement, selector: string): string | null =>
  view.querySelector(selector)?.textContent.trim() ?? null

const footer = '한빛 스터디 · 2026년 12월'

test.each(['picture', ...layouts, 'lectern-cover'])('%s has the footer below all that it says', async (id) => {
  const view = await draw(id, { footer, numbers: true })
  expect(slideProblems(view)).toEqual([])
  expect(textOf(view, 'footer .own')).toBe(footer)
  const [own, frame] = [view.querySelector('.own'), view].map((one) => one?.getBoundingClientRect())
  expect((own?.x ?? 0) - (frame?.x ?? 0)).toBe(56)
})

test('numbers are those of the slides that were written, and no cover has one', async () => {
  const numbers = []
  for (const { id } of deck.slides) numbers.push(textOf(await draw(id, { numbers: true }), '.number'))
  expect(numbers).toEqual([null, '1', '2', '3', '4', null])
  expect(textOf(await draw('content', {}), '.number')).toBeNull()
})

test('what the picture says of itself stands beside the footer, and all of it at every step fits', async () => {
  const steps = deck.slides.find(({ id }) => id === 'picture')?.steps ?? 0
  for (let step = 1; step <= steps; step += 1) {
    const view = await draw('picture', { footer, numbers: true }, { step })
    const [own, foot, dots, number] = ['.own', '.foot', '.dots', '.number'].map((one) =>
      view.querySelector(`footer ${one}`)?.getBoundingClientRect(),
    )
    expect(own?.right).toBeLessThan(foot?.left ?? 0)
    expect(foot?.right).toBeLessThanOrEqual(dots?.left ?? 0)
    expect(dots?.right).toBeLessThan(number?.left ?? 0)
    expect(view.querySelector('[data-overflows]'), String(step)).toBeNull()
  }
})

test('a slide that asks has no foot to collide with', async () => {
  const view = await draw('picture', { footer, numbers: true }, { asking: true, step: 2 })
  if (view.querySelector('.asks')) expect(view.querySelector('.own')).toBeNull()
})

test('the logo ends the top row, has a shade for the dark, and is larger on a cover', async () => {
  const look = { logo: { light: 'light.svg', dark: 'dark.svg' } }
  const view = await draw('content', look)
  expect(view.querySelector('.logo')?.getAttribute('src')).toBe('light.svg')
  expect(view.querySelector('.logo')?.getAttribute('alt')).toBe('')
  expect(view.querySelector('.logo')?.clientHeight).toBe(28)
  expect((await draw('content', look, { theme: 'dark' })).querySelector('.logo')?.getAttribute('src')).toBe('dark.svg')
  const cover = await draw('lectern-cover', look)
  expect(cover.querySelector('.logo')?.clientHeight).toBe(48)
  expect(cover.querySelector('.kicker')?.scrollHeight, 'its row has room for it').toBe(48)
})

test('a logo of many letters is an address all the same', async () => {
  const view = await draw('content', { logo: { light: '그림/a b#1.svg', dark: 'x' } })
  expect(view.querySelector('.logo')?.getAttribute('src')).toBe(`${encodeURIComponent('그림')}/a%20b%231.svg`)
})

test('a logo that does not load leaves nothing but a word to whoever prints', async () => {
  const view = await draw('content', { logo: { light: 'not-there.svg', dark: 'not-there.svg' } })
  view.querySelector('.logo')?.dispatchEvent(new Event('error'))
  await expect.poll(() => view.querySelector('.logo')).toBeNull()
  expect(view.querySelector('[data-unloaded]')?.getAttribute('data-unloaded')).toBe('not-there.svg')
})

test('the accent colours the slide and nothing around it, and not where contrast is high', async () => {
  const accent = { light: '#0b5fa5', dark: '#7ab8f5' }
  const colour = (view: HTMLElement): string => getComputedStyle(view).getPropertyValue('--accent')
  expect(colour(await draw('content', { accent }))).toBe('#0b5fa5')
  expect(colour(await draw('content', { accent }, { theme: 'dark' }))).toBe('#7ab8f5')
  expect(colour(await draw('content', { accent }, { theme: 'contrast' }))).toBe('#9a2f06')
  expect(colour(await draw('content', { accent: false }))).toBe('#c2410c')
  expect(getComputedStyle(document.documentElement).getPropertyValue('--accent')).toBe('#c2410c')
})

/** What stands around the picture of a slide, its knobs and its foot, lies on nothing else: at every step of every bundled deck. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Deck, Slide } from '../../../src/contract/deck.ts'
import { askedSteps } from '../../../src/core/scenes/asks.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { bundledDecks } from './bundled-decks.ts'

fake.install()
beforeAll(fontsReady)

const played = bundledDecks.flatMap((deck) => {
  const slides = deck.slides.filter(({ scene }) => scene)
  return slides.length === 0 ? [] : [{ deck, slides }]
})

const name = (part: Element): string => part.className || part.nodeName

/** What of the slide lies on its knobs, or leaves it with them. */
function collisions(slide: HTMLElement): string[] {
  const knobs = slide.querySelector('.turn')?.getBoundingClientRect()
  if (!knobs) return []
  const frame = slide.getBoundingClientRect()
  const parts = slide.querySelectorAll('.kicker > :not(.turn), .title, .count, .asked, .main, .caption, footer')
  const met = Array.from(parts).filter((part) => {
    const { left, right, top, bottom, width } = part.getBoundingClientRect()
    return (
      width > 0 && left < knobs.right - 1 && right > knobs.left + 1 && top < knobs.bottom - 1 && bottom > knobs.top + 1
    )
  })
  const isOut = knobs.left < frame.left + 55 || knobs.right > frame.right - 55 || knobs.top < frame.top
  return [...met.map(name), ...(isOut ? ['the edge'] : [])]
}

/** A myth is there as a whole, or not at all. */
function cutMyth(slide: HTMLElement): boolean {
  const [room, myth] = ['.aside', '.myth'].map((part) => slide.querySelector(part)?.getBoundingClientRect())
  return Boolean(
    room && myth && myth.top < room.bottom - 1 && (myth.left < room.left - 1 || myth.bottom > room.bottom + 1),
  )
}

/** The foot is one line beside the dots. */
function brokenFoot(slide: HTMLElement): boolean {
  const [foot, dots] = ['footer > span:first-child', '.dots'].map((part) => slide.querySelector<HTMLElement>(part))
  const isOn = foot && dots && foot.getBoundingClientRect().right > dots.getBoundingClientRect().left
  return (
    foot !== null &&
    foot !== undefined &&
    (foot.offsetHeight > 24 || foot.hasAttribute('data-overflows') || isOn === true)
  )
}

async function walk(deck: Deck, slide: Slide): Promise<string[]> {
  const found: string[] = []
  const place = {
    deck,
    slide,
    step: 1,
    knobs: {},
    theme: 'light',
    onturn: () => undefined,
    actions: { log: () => undefined },
  } as const
  const screen = await render(SlideView, place)
  const view = screen.container.querySelector<HTMLElement>('.slide')
  if (!view) throw new Error('nothing was drawn')
  for (let step = 1; step <= slide.steps; step += 1) {
    const asks = slide.scene && askedSteps(slide.scene).includes(step)
    for (const answered of asks ? [null, { chosen: null }] : [null]) {
      await screen.rerender({ step, answered })
      for (const met of collisions(view)) found.push(`${slide.id}, step ${step}: ${met}`)
      if (brokenFoot(view)) found.push(`${slide.id}, step ${step}: the foot`)
      if (cutMyth(view)) found.push(`${slide.id}, step ${step}: a myth is cut`)
    }
  }
  await screen.unmount()
  return found
}

test.each(played)('knobs and foot lie on nothing in $deck.ref.name ($deck.ref.lang)', async ({ deck, slides }) => {
  for (const slide of slides) expect(await walk(deck, slide)).toEqual([])
})

test('nor where the titles of deck and slide are as long as can be', async () => {
  const long = {
    ko: '아주 긴 제목이 두 줄이 되도록 이어지고 또 이어지는 덱의 이야기',
    en: 'A title so long that it goes on and on until it needs two lines',
  }
  for (const { deck, slides } of played) {
    const title = long[deck.ref.lang]
    const [slide] = slides.toSorted((a, b) => b.steps - a.steps)
    if (slide) expect(await walk({ ...deck, title }, { ...slide, title, titleHtml: title })).toEqual([])
  }
})

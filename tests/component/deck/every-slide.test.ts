/** Every slide of the courses that come with Lectern, in both languages, large and small; `npm test` draws every twentieth. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Slide } from '../../../src/contract/deck.ts'
import { themes } from '../../../src/contract/library.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import Thumb from '../../../src/renderer/slide/Thumb.svelte'
import { isListed } from '../../../src/renderer/slide/deck-sections.ts'
import { filledShare, share } from '../../../src/renderer/slide/fit.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { rounds } from '../../unit/rounds.ts'
import { bundledDecks } from './bundled-decks.ts'
import { linesOf } from './lines-of.ts'
import { overflowing, slideProblems } from './slide-problems.ts'

fake.install()

const every = rounds(20, 1)

beforeAll(fontsReady)

/** Sizes, and where each line of words begins: the same however small it is shown. */
const laidOut = (slide: HTMLElement): unknown =>
  Array.from(slide.querySelectorAll<HTMLElement>('.title, .body, .title h2, .body :is(p, li, td, th, pre)'), (part) => [
    part.style.getPropertyValue('--size'),
    part.offsetTop,
    part.offsetHeight,
  ])

const drawn = bundledDecks.flatMap((deck) => {
  const chosen = deck.slides.filter((_, at) => at % every === every >> 1)
  return chosen.length === 0 ? [] : [{ deck, chosen }]
})

describe.each(drawn)('$deck.ref.name ($deck.ref.lang)', ({ deck, chosen }) => {
  test('has slides that hold all that is on them, large and small', async () => {
    const first = chosen[0] as Slide
    const place = { deck, slide: first, step: 1, knobs: {}, theme: themes[0] }
    const large = await render(SlideView, place)
    const small = await render(Thumb, place)
    small.container.style.width = '240px'
    const slideOf = ({ container }: typeof large): HTMLElement => {
      const slide = container.querySelector<HTMLElement>('.slide')
      if (!slide) throw new Error('nothing was drawn')
      return slide
    }
    for (const slide of chosen) {
      for (let step = 1; step <= slide.steps; step += 1) {
        for (const theme of step === slide.steps ? themes : themes.slice(0, 1)) {
          await large.rerender({ slide, step, theme })
          await small.rerender({ slide, step, theme })
          const views = [slideOf(large), slideOf(small)] as const
          const told = views.map((view) => [...slideProblems(view), ...overflowing(view)])
          expect({ slide: slide.id, step, theme, told }).toEqual({ slide: slide.id, step, theme, told: [[], []] })
          expect(laidOut(views[1]), `${slide.id}, step ${step}`).toEqual(laidOut(views[0]))
        }
      }
    }
  })
})

test('no caption of a picture ends in a line of one word', async () => {
  const told: string[] = []
  for (const { deck, chosen } of drawn) {
    for (const slide of chosen.filter(({ scene }) => scene !== null)) {
      const screen = await render(SlideView, { deck, slide, step: 1, knobs: {}, theme: themes[0] })
      for (let step = 1; step <= slide.steps; step += 1) {
        await screen.rerender({ step })
        const caption = screen.container.querySelector('.caption')
        const lines = caption === null ? [] : linesOf(caption)
        if (lines.length > 1 && !lines.at(-1)?.includes(' '))
          told.push(`${slide.id}, step ${step}: ${lines.join(' / ')}`)
      }
      await screen.unmount()
    }
  }
  expect(told).toEqual([])
})

/** Whether a slide's body is to fill its place: what it holds is a list, a table or code and stands beside no picture. */
const fills = ({ scene, layout, html }: Slide): boolean =>
  scene === null &&
  !['title', 'section', 'question', 'closing'].includes(layout) &&
  /<(?:ul|ol|table|pre)[ >]/.test(html)

const asking = bundledDecks.flatMap((deck) => {
  const questions = deck.slides.filter(({ layout }) => layout === 'question').slice(0, rounds(1, Infinity))
  return questions.length === 0 ? [] : [{ deck, questions }]
})

describe.each(asking)('the questions of $deck.ref.name ($deck.ref.lang)', ({ deck, questions }) => {
  test('keep all places from the first point on, each word in its line, with the picture beside them and the answer below it', async () => {
    for (const slide of questions) {
      const screen = await render(SlideView, { deck, slide, step: 1, knobs: {}, theme: themes[0] })
      const boxesOf = (selector: string): DOMRect[] =>
        Array.from(screen.container.querySelectorAll(selector), (part) => part.getBoundingClientRect())
      const places: unknown[] = []
      const points = (): string[][] =>
        Array.from(screen.container.querySelectorAll('[data-key-points] > li:not([data-later])'), linesOf)
      const told: string[][] = []
      for (let step = 2; step <= slide.steps; step += 1) {
        await screen.rerender({ step })
        places.push(boxesOf('.title, .body li, .helping').map(({ x, y }) => [x, y]))
        expect(places.at(-1), `${slide.id}, step ${step}`).toEqual(places[0])
        // The newest is bold, and no more so at the next step.
        const lines = points()
        expect(lines.slice(0, told.length), `${slide.id}, step ${step}`).toEqual(told)
        told.splice(0, Infinity, ...lines)
      }
      expect(told.length, slide.id).toBeGreaterThan(1)
      const [list, picture, answer] = ['[data-key-points]', '.helping', '[data-answer]'].map((one) => boxesOf(one)[0])
      if (!list || !answer) throw new Error(`${slide.id} lacks a part`)
      // What teaches Lectern has no pictures of its own that would answer.
      expect(picture === undefined, slide.id).toBe(deck.ref.name === '01-getting-started')
      expect(list.right, slide.id).toBeLessThan(picture?.left ?? Infinity)
      expect(answer.top, slide.id).toBeGreaterThanOrEqual((picture ?? list).bottom)
      await screen.unmount()
    }
  })
})

describe.each(drawn)('the text of $deck.ref.name ($deck.ref.lang)', ({ deck, chosen }) => {
  // The few words of a section stand in the list of all sections.
  const text = chosen.filter(
    (one) => one.scene === null && one.html !== '' && !(one.layout === 'section' && isListed(one)),
  )
  async function draw(slide: Slide): Promise<{ slide: HTMLElement; body: HTMLElement }> {
    const screen = await render(SlideView, { deck, slide, step: slide.steps, knobs: {}, theme: themes[0] })
    const [view, body] = ['.slide', '.body'].map((name) => screen.container.querySelector<HTMLElement>(name))
    if (!view || !body) throw new Error('nothing was drawn')
    return { slide: view, body }
  }

  test('fills its place and stands in the middle of it, below a title that is always at the same place', async () => {
    for (const one of text.filter(fills)) {
      const { slide, body } = await draw(one)
      expect(filledShare(body), one.id).toBeGreaterThanOrEqual(share.least)
      expect(filledShare(body), one.id).toBeLessThanOrEqual(share.most)
      const parts = Array.from(body.children, (part) => part.getBoundingClientRect())
      const room = body.getBoundingClientRect()
      const above = Math.min(...parts.map(({ top }) => top)) - room.top
      const below = room.bottom - Math.max(...parts.map(({ bottom }) => bottom))
      expect(Math.abs(above - below), one.id).toBeLessThanOrEqual(2)
      const title = slide.querySelector<HTMLElement>('.title')
      expect([title?.offsetTop, title?.offsetHeight], one.id).toEqual([32, 52])
    }
  })

  test('is at least 24 px large, and no line of it is a single word where that can be helped', async () => {
    for (const one of text) {
      const { body } = await draw(one)
      for (const part of body.querySelectorAll('p, li, td, th, pre, blockquote')) {
        expect(parseFloat(getComputedStyle(part).fontSize), `${one.id}: ${part.textContent}`).toBeGreaterThanOrEqual(24)
        if (part.matches('pre') || part.querySelector('p, ul, ol')) continue
        const lines = linesOf(part).map((line) => line.split(' ').length)
        // With two words on two lines no other break is possible.
        if (lines.length > 1 && (lines.at(-2) ?? 0) > 1)
          expect(lines.at(-1), linesOf(part).join(' / ')).toBeGreaterThan(1)
      }
    }
  })
})

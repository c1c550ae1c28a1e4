/** Every question that the bundled decks ask before they answer, while it asks and when it has been answered. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { askedSteps } from '../../../src/core/scenes/asks.ts'
import { sceneOf } from '../../../src/core/scenes/index.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { bundledDecks } from './bundled-decks.ts'
import { linesOf } from './lines-of.ts'

fake.install()
beforeAll(fontsReady)

const asking = bundledDecks.flatMap((deck) => {
  const slides = deck.slides.filter(({ scene }) => scene && askedSteps(scene).length > 0)
  return slides.length === 0 ? [] : [{ deck, slides }]
})

interface Seen {
  readonly part: string
  readonly box: readonly number[]
}

/** Where the parts stand that stay: whatever is said in them, in slide px. */
function standing(slide: HTMLElement): Seen[] {
  const { left, top } = slide.getBoundingClientRect()
  return ['.title', '.picture', '.ask', '.ask li'].flatMap((part) =>
    Array.from(slide.querySelectorAll(part), (each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return { part, box: [x - left, y - top, width, height].map(Math.round) }
    }),
  )
}

const over = (part: Element): boolean => part.scrollWidth > part.clientWidth + 1

describe.each(asking)('$deck.ref.name ($deck.ref.lang)', ({ deck, slides }) => {
  test('asks and answers in one band below the picture, and lays nothing out anew', async () => {
    const { lang } = deck.ref
    for (const slide of slides) {
      for (const step of askedSteps(slide.scene ?? { id: '', steps: [] })) {
        const scene = sceneOf(slide.scene?.id ?? '')
        const predict = scene?.steps.find(({ id }) => id === slide.scene?.steps[step - 1])?.predict
        const place = { deck, slide, step, knobs: {}, theme: 'light' } as const
        const screen = await render(SlideView, { ...place, asking: true })
        const view = screen.container.querySelector<HTMLElement>('.slide')
        if (!view || !scene || !predict) throw new Error(`${slide.id} asks nothing`)
        const at = `${slide.id}, step ${step}`
        const asks = standing(view)
        expect(asks.find(({ part }) => part === '.ask')?.box, at).toEqual([56, 592, 1168, 118])
        expect(asks.find(({ part }) => part === '.picture')?.box.slice(1, 2), at).toEqual([144])
        expect(asks.find(({ part }) => part === '.picture')?.box[3], at).toBe(440)
        const chosen = (predict.answer + 1) % predict.choices.length
        for (const answered of [null, { chosen: null }, { chosen }, { chosen: predict.answer }]) {
          await screen.rerender({ asking: answered === null, answered })
          expect(standing(view), at).toEqual(asks)
          expect(view.querySelector('.title')?.textContent, at).toBe(scene.title[lang])
          expect(view.querySelector('.caption, footer, .myth, [data-overflows]'), at).toBeNull()
          const lines = linesOf(view.querySelector('.ask .line') ?? view)
          if (lines.length > 1)
            expect(lines.at(-1)?.split(' ').length, `${at}: ${lines.join(' / ')}`).toBeGreaterThan(2)
          for (const part of view.querySelectorAll('.ask .line, .ask li, .ask li > *')) {
            expect(over(part), `${at}: ${part.textContent}`).toBe(false)
            const least = part.matches('small, svg') ? 18 : 24
            expect(parseFloat(getComputedStyle(part).fontSize), at).toBeGreaterThanOrEqual(least)
          }
          // The last part of a choice ends within it.
          for (const last of view.querySelectorAll('.ask li > :last-child'))
            expect(last.getBoundingClientRect().right, `${at}: ${last.parentElement?.textContent}`).toBeLessThanOrEqual(
              (last.parentElement?.getBoundingClientRect().right ?? 0) - 8,
            )
          const marked = (name: string): number[] =>
            Array.from(view.querySelectorAll('.ask li'), (li, i) => (li.classList.contains(name) ? i : -1)).filter(
              (i) => i >= 0,
            )
          expect(marked('right'), at).toEqual(answered ? [predict.answer] : [])
          expect(marked('mine'), at).toEqual([answered?.chosen ?? []].flat())
        }
        // What stands beside the picture may be the answer.
        await screen.rerender({ asking: true, answered: null })
        const body = view.querySelector('.body')
        if (body) expect(getComputedStyle(body).visibility, at).toBe('hidden')
        // Come to otherwise, it is a slide as all others.
        await screen.rerender({ asking: false, answered: null })
        expect(view.querySelector('.title')?.textContent.trim(), at).toBe(slide.title)
        expect(view.querySelector('.ask'), at).toBeNull()
        expect(view.querySelector('.caption'), at).not.toBeNull()
        await screen.unmount()
      }
    }
  })
})

/** Every slide of the sample at every step, as it is built; where it is meant to be otherwise, `npx vitest run --project component markup -u`. */
import { fake } from '../library/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { deckOf } from './sample-deck.ts'
import { markupOf } from '../markup.ts'

const deck = deckOf()

// Words are fitted once their faces are there.
beforeAll(fontsReady)

test.each(deck.slides.map((slide) => [slide.id, slide] as const))('%s is built as it was', async (id, slide) => {
  fake.reset()
  await look.start()
  const steps = Array.from({ length: slide.steps }, (_, n) => n + 1)
  const built = []
  for (const step of steps) {
    const { container, unmount } = await render(SlideView, { deck, slide, step, knobs: {}, theme: 'light' })
    built.push(`## ${step}\n${markupOf(container)}`)
    await unmount()
  }
  await expect(built.join('\n')).toMatchFileSnapshot(`markup/${id}.txt`)
})

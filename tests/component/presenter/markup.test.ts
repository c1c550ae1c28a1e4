/** The presenter's window as it is built at each slide; where it is meant to be otherwise, `npx vitest run --project component markup -u`. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { deckOf, questions } from '../deck/sample-deck.ts'
import { markupOf } from '../markup.ts'

fake.install()
beforeAll(async () => {
  fake.present(deckOf())
  await look.start()
})

/** How slides are built has a test of its own. */
function windowOf(container: Element): string {
  const copy = container.cloneNode(true) as Element
  for (const slide of copy.querySelectorAll('.mini')) slide.replaceChildren()
  return markupOf(copy)
}

test.each(deckOf().slides.map(({ id }) => id))('is built as it was at %s', async (slide) => {
  fake.present(deckOf(), questions, { slide, step: 1 })
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector<HTMLElement>('.thumb .slide')?.dataset['slide']).toBe(slide)
  const clock = /\d\d?:\d\d/g
  await expect(windowOf(container).replaceAll(clock, '0:00')).toMatchFileSnapshot(`markup/${slide}.txt`)
})

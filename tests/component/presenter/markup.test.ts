/** The presenter's window as it is built, and what of it is another at each slide; where it is meant to be otherwise, `npx vitest run --project component markup -u`. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
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

const clock = /\d\d?:\d\d/g

async function at(slide: string): Promise<Element> {
  fake.present(deckOf(), questions, { slide, step: 1 })
  const { container } = await render(Presenter)
  await expect.poll(() => container.querySelector<HTMLElement>('.thumb .slide')?.dataset['slide']).toBe(slide)
  return container
}

test('is built as it was', async () => {
  const container = await at('list')
  await expect(windowOf(container).replaceAll(clock, '0:00')).toMatchFileSnapshot('markup/window.txt')
})

test('has at each slide the notes and the side that it had', async () => {
  const built: string[] = []
  for (const { id } of deckOf().slides) {
    const container = await at(id)
    const parts = [...container.querySelectorAll('.notes, .side')].map(windowOf)
    built.push(`## ${id}\n${parts.join('').replaceAll(clock, '0:00')}`)
    cleanup()
  }
  await expect(built.join('\n')).toMatchFileSnapshot('markup/slides.txt')
})

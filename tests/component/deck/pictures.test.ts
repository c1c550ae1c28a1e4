import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import type { Place } from '../../../src/contract/talk.ts'
import { isolation } from '../../../src/core/scenes/isolation/index.ts'
import { vmVsContainer } from '../../../src/core/scenes/vm-vs-container/index.ts'
import Deck from '../../../src/renderer/deck/Deck.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { pressKey } from './press-key.ts'
import { deckOf } from './sample-deck.ts'

fake.install()

const deck = deckOf(`---
title: 그림
lang: ko
---

---
id: vm
layout: diagram
diagram: vm-vs-container
steps: VC-4..VC-6
---

## 호출

---
id: root
layout: diagram
diagram: isolation
steps: IS-3
---

## 루트
`)
const call = vmVsContainer.steps.find(({ id }) => id === 'VC-5')
const root = isolation.steps.find(({ id }) => id === 'IS-3')

beforeAll(async () => {
  fake.present(deck)
  await look.start()
})
afterEach(() => cleanup())

async function open(place: Place, window: typeof Deck = Deck) {
  fake.present(deck, [], place)
  const screen = await render(window)
  const shown = () => screen.container.querySelector<HTMLElement>('section.present .slide, aside .thumb .slide')
  await expect.poll(() => shown()?.dataset['slide']).toBe(place.slide)
  await expect.poll(() => shown()?.querySelectorAll('svg text').length ?? 0).toBeGreaterThan(3)
  return { screen, shown, container: screen.container }
}

describe('a picture that asks', () => {
  test('shows question and choices below the step before, says them, and keeps the answer back', async () => {
    const { shown, container } = await open({ slide: 'vm', step: 1 })
    fake.intend({ type: 'next' })
    await expect.poll(() => shown()?.querySelector('.ask')?.textContent).toContain('컨테이너의 호출은')
    // The slide's own title may be the answer.
    expect(shown()?.querySelector('.title')?.textContent).toBe('VM과 컨테이너')
    expect(document.title).toBe('그림 · VM과 컨테이너')
    expect(shown()?.querySelectorAll('.ask li')).toHaveLength(call?.predict?.choices.length ?? 0)
    expect(shown()?.querySelector<SVGElement>('.picture svg')?.dataset['step']).toBe('VC-4')
    expect(shown()?.querySelector('.caption')).toBeNull()
    await expect.poll(() => container.querySelector('[aria-live]')?.textContent).toContain('A: 도커 데몬')
    fake.intend({ type: 'next' })
    await expect.poll(() => shown()?.querySelector<SVGElement>('.picture svg')?.dataset['step']).toBe('VC-5')
    expect(shown()?.querySelector('.ask')?.textContent).toContain('컨테이너의 프로세스는')
    expect(shown()?.querySelector('.ask .right')?.textContent).toContain('아무것도 거치지 않고 바로')
    expect(shown()?.querySelector('.ask .mine')).toBeNull()
    await expect
      .poll(() => container.querySelector('[aria-live]')?.textContent)
      .toContain('C: 아무것도 거치지 않고 바로. 컨테이너의 프로세스는')
    // reveal.js takes a section within a slide for slides below it, and lets nobody press anything on it from then on.
    const knob = shown()?.querySelector<HTMLElement>('.knobs input')
    const { left, top, width, height } = knob?.getBoundingClientRect() ?? new DOMRect()
    expect(container.querySelector('.stack, section section')).toBeNull()
    expect(knob?.contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true)
  })

  test.each([
    ['audience', Deck],
    ['presenter', Presenter],
  ] as const)('takes a choice by a press in the window of the %s, and marks it for both', async (_, window) => {
    const { shown } = await open({ slide: 'vm', step: 2, asking: true }, window)
    const choice = () => shown()?.querySelector<HTMLElement>('.ask li:first-child button')
    await expect.poll(() => choice()?.checkVisibility()).toBe(true)
    const { left, top, width, height } = choice()?.getBoundingClientRect() ?? new DOMRect()
    expect(choice()?.contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true)
    choice()?.click()
    await expect.poll(() => shown()?.querySelector('.ask .mine')?.textContent).toContain('도커 데몬')
    expect(fake.snapshot).toMatchObject({ place: { slide: 'vm', step: 2 }, answered: { chosen: 0 } })
    expect(shown()?.querySelector('.ask button')).toBeNull()
  })

  test('opens nothing of its picture before it is answered', async () => {
    const { shown } = await open({ slide: 'vm', step: 2, asking: true })
    expect(shown()?.querySelector('svg.opens')).toBeNull()
  })

  test('tells the presenter the answer beforehand', async () => {
    const { container } = await open({ slide: 'vm', step: 2, asking: true }, Presenter)
    expect(container.querySelector('.answer')?.textContent).toContain('C 컨테이너의 프로세스는')
  })
})

describe('the motion under the presenter’s hand', () => {
  test('is sent as a share of it, and let go again', async () => {
    const { screen } = await open({ slide: 'vm', step: 3 }, Presenter)
    const slider = screen.getByRole('slider', { name: '이 단계의 움직임' })
    await slider.fill('0.5')
    await expect.poll(() => fake.snapshot?.scrub).toBe(0.5)
    await screen.getByRole('button', { name: '놓기' }).click()
    await expect.poll(() => fake.snapshot?.scrub).toBeNull()
  })

  test('is followed by the audience: between the two steps, and then at the step', async () => {
    const { shown } = await open({ slide: 'vm', step: 3 })
    const drawn = () => shown()?.querySelector('.picture svg')?.innerHTML
    const still = drawn()
    fake.intend({ type: 'scrub', share: 0.5 })
    await expect.poll(drawn).not.toBe(still)
    const half = drawn()
    fake.intend({ type: 'scrub', share: 0.6 })
    await expect.poll(drawn).not.toBe(half)
    fake.intend({ type: 'scrub', share: null })
    await expect.poll(drawn).toBe(still)
  })
})

describe('the log beside the picture', () => {
  test('lists the recorded events of the step by L, opens one as it was recorded, and closes', async () => {
    const { screen, container } = await open({ slide: 'root', step: 1 })
    pressKey('KeyL')
    await expect.poll(() => container.querySelectorAll('.log tbody tr').length).toBe(root?.events?.length)
    const row = container.querySelector<HTMLElement>('.log tbody button')
    row?.focus()
    row?.click()
    await expect.poll(() => container.querySelector('.log h3')).not.toBeNull()
    expect(fake.snapshot?.log?.event).toBe(root?.events?.[0])
    expect(container.querySelector('.log pre')?.textContent).toContain('{')
    await screen.getByRole('button', { name: '목록으로' }).click()
    await expect.poll(() => document.activeElement).toBe(container.querySelector('.log tbody button'))
    expect(container.querySelector('.log details')?.textContent).toContain('dockerd')
    pressKey('Escape')
    await expect.poll(() => container.querySelector('.log table')).toBeNull()
  })

  test('begins at a whole pixel of any screen, where its line begins as well', async () => {
    const { container } = await open({ slide: 'root', step: 1 })
    fake.intend({ type: 'log' })
    await expect.poll(() => container.querySelector('aside .log')).not.toBeNull()
    const [list, beside] = ['aside:has(.log)', 'aside .log'].map((part) =>
      container.querySelector(part)?.getBoundingClientRect(),
    )
    expect((list?.width ?? 1) % 4).toBe(0)
    expect(beside?.left).toBe(list?.left)
  })

  test('is not to be seen while all is black', async () => {
    const { container } = await open({ slide: 'root', step: 1 })
    fake.intend({ type: 'log' })
    await expect.poll(() => container.querySelector('.log table')).not.toBeNull()
    fake.intend({ type: 'blackout' })
    await expect.poll(() => container.querySelector('.log table')).toBeNull()
    fake.intend({ type: 'blackout' })
    await expect.poll(() => container.querySelector('.log table')).not.toBeNull()
  })

  test('opens at the event of a mark that is pressed', async () => {
    const { shown, container } = await open({ slide: 'root', step: 1 })
    const mark = shown()?.querySelector<SVGElement>('g.linked')
    expect(mark).not.toBeNull()
    mark?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await expect.poll(() => container.querySelector('.log h3')).not.toBeNull()
    expect(root?.events).toContain(fake.snapshot?.log?.event)
  })
})

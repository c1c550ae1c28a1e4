import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import type { Deck as DeckData } from '../../../src/contract/deck.ts'
import type { Place } from '../../../src/contract/talk.ts'
import Deck from '../../../src/renderer/deck/Deck.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { pressKey } from './press-key.ts'
import { deckOf, deckWith, longDeck, questions } from './sample-deck.ts'
import { reduceMotion } from './stub-media.ts'

fake.install()

beforeAll(async () => {
  fake.present(deckOf())
  await look.start()
})
afterEach(() => cleanup())

async function open(place?: Place, deck: DeckData = deckOf()) {
  fake.present(deck, questions, place)
  const screen = await render(Deck)
  const shown = () => screen.container.querySelector<HTMLElement>('section.present .slide')
  await expect.poll(() => shown()?.dataset['slide']).toBe(place?.slide ?? deck.slides[0]?.id)
  return { screen, shown, container: screen.container }
}
const place = () => fake.snapshot?.place
const intents = () => fake.asked.filter(({ name }) => name === 'talk:intent').map(({ payload }) => payload)

describe('the deck window', () => {
  test('opens where the talk is', async () => {
    const { shown } = await open({ slide: 'list', step: 2 })
    expect(shown()?.querySelectorAll('[data-later]')).toHaveLength(1)
    await expect.poll(() => document.title).toBe('도커와 VM · 앱을 이미지로 싸서 나르고 실행한다')
  })

  test('follows the talk step by step, over slides and back', async () => {
    const { shown } = await open({ slide: 'list', step: 1 })
    fake.intend({ type: 'next' })
    await expect.poll(() => shown()?.querySelectorAll('[data-later]').length).toBe(1)
    fake.intend({ type: 'next' })
    fake.intend({ type: 'next' })
    await expect.poll(() => shown()?.dataset['slide']).toBe('stack')
    fake.intend({ type: 'previous' })
    await expect.poll(() => shown()?.dataset['slide']).toBe('list')
    expect(shown()?.querySelectorAll('[data-later]')).toHaveLength(0)
  })

  test('shows another deck, and a talk after the talk, on the stage that it has', async () => {
    const { container, shown, screen } = await open({ slide: 'list', step: 1 })
    const [stage, slide] = [container.querySelector('.reveal'), shown()]
    const other = deckOf()
    fake.present({ ...other, ref: { ...other.ref, name: 'other' } }, questions, { slide: 'list', step: 1 })
    fake.tell('talk:changed', fake.snapshot)
    // Its slides are others, though they have the same ids.
    await expect.poll(shown).not.toBe(slide)
    await expect.poll(() => shown()?.dataset['slide']).toBe('list')
    fake.end()
    await expect.element(screen.getByRole('heading', { name: '진행 중인 발표가 없어요' })).toBeVisible()
    expect(container.querySelectorAll('section')).toHaveLength(0)
    expect(container.querySelector<HTMLElement>('main')?.inert).toBe(true)
    fake.present(deckOf(), questions, { slide: 'list', step: 1 })
    fake.tell('talk:changed', fake.snapshot)
    await expect.poll(() => shown()?.dataset['slide']).toBe('list')
    expect(container.querySelectorAll('.reveal')).toHaveLength(1)
    expect(container.querySelector('.reveal')).toBe(stage)
    expect(container.querySelector<HTMLElement>('main')?.inert).toBe(false)
  })

  test('jumps far and returns', async () => {
    const { shown } = await open({ slide: 'list', step: 2 })
    fake.intend({ type: 'goTo', place: { slide: 'myth', step: 1 } })
    await expect.poll(() => shown()?.dataset['slide']).toBe('myth')
    fake.intend({ type: 'back' })
    await expect.poll(() => shown()?.dataset['slide']).toBe('list')
    expect(shown()?.querySelectorAll('[data-later]')).toHaveLength(1)
  })

  test('tells once, politely, where the talk is; nothing claims to be an application', async () => {
    const { container } = await open({ slide: 'stack', step: 2 })
    const live = () => Array.from(container.querySelectorAll('[aria-live]'))
    await expect.poll(() => live().length).toBe(1)
    expect(live()[0]?.textContent).toMatch(/^VM은 커널부터 따로 부팅한다\. 3단계 중 2단계\. ./)
    expect(container.querySelectorAll('[role="application"]')).toHaveLength(0)
  })

  test('keeps the slides beside the shown one away from keyboard and screen reader', async () => {
    const { container } = await open({ slide: 'list', step: 1 })
    for (const section of container.querySelectorAll('section:not(.present)')) {
      expect(section.hasAttribute('inert')).toBe(true)
      expect(section.getAttribute('aria-hidden')).toBe('true')
    }
  })

  test('goes black without letting anything through, says so, and comes back', async () => {
    const { container, screen } = await open({ slide: 'list', step: 1 })
    fake.intend({ type: 'blackout', on: true })
    await expect.poll(() => container.querySelector('[data-black]')).not.toBeNull()
    const main = container.querySelector<HTMLElement>('main')
    expect(main?.inert).toBe(true)
    for (const part of container.querySelectorAll('.slide, .slide h2, .slide li')) {
      expect(getComputedStyle(part).visibility).toBe('hidden')
    }
    const black = container.querySelector('[data-black]')
    expect(black && getComputedStyle(black).backgroundColor).toBe('rgb(0, 0, 0)')
    await expect.element(screen.getByText('청중 화면을 껐어요.')).toBeInTheDocument()
    fake.intend({ type: 'blackout', on: false })
    await expect.poll(() => container.querySelector('[data-black]')).toBeNull()
  })

  test('mounts three slides of two thousand', async () => {
    const { container, shown } = await open({ slide: 's1000', step: 1 }, longDeck(2000))
    expect(container.querySelectorAll('section')).toHaveLength(3)
    for (let i = 0; i < 6; i += 1) fake.intend({ type: 'next' })
    await expect.poll(() => shown()?.dataset['slide']).toBe('s1003')
    expect(Array.from(container.querySelectorAll<HTMLElement>('.slide'), ({ dataset }) => dataset['slide'])).toEqual([
      's1002',
      's1003',
      's1004',
    ])
    fake.intend({ type: 'last' })
    await expect.poll(() => shown()?.dataset['slide']).toBe('s2000')
    expect(container.querySelectorAll('section')).toHaveLength(2)
  })

  test('keeps the place when the deck changes under it, and shows the new text', async () => {
    const { shown } = await open({ slide: 'list', step: 2 })
    fake.rewrite(deckWith('나르기: ', '나르고 받기: '))
    await expect.poll(() => shown()?.textContent).toContain('나르고 받기')
    expect(place()).toEqual({ slide: 'list', step: 2 })
    fake.intend({ type: 'next' })
    await expect.poll(() => shown()?.querySelectorAll('[data-later]').length).toBe(0)
  })

  test('goes to the nearest slide when its own is taken out', async () => {
    const { shown } = await open({ slide: 'part', step: 1 })
    fake.rewrite(deckWith('id: part', 'id: another'))
    await expect.poll(() => shown()?.dataset['slide']).toBe(fake.snapshot?.place.slide)
    expect(shown()?.dataset['slide']).not.toBe('part')
  })

  test('does not move where less motion is wanted', async () => {
    await reduceMotion(true)
    try {
      const { container } = await open({ slide: 'list', step: 1 })
      await expect.poll(() => container.querySelector('.reveal')?.classList.contains('none')).toBe(true)
      expect(container.querySelectorAll('.slide.live')).toHaveLength(0)
    } finally {
      await reduceMotion(false)
    }
  })

  test('crosses gently where motion is fine', async () => {
    const { container } = await open({ slide: 'list', step: 1 })
    await expect.poll(() => container.querySelector('.reveal')?.classList.contains('fade')).toBe(true)
    expect(container.querySelectorAll('.slide.live')).toHaveLength(1)
  })

  test('without a talk it is calm and leads to the library', async () => {
    fake.end()
    fake.asked = []
    const screen = await render(Deck)
    await expect.element(screen.getByRole('heading', { name: '진행 중인 발표가 없어요' })).toBeVisible()
    await screen.getByRole('button', { name: '강의 목록 열기' }).click()
    expect(fake.asked.at(-1)).toEqual({ name: 'window:open', payload: { window: 'library' } })
  })

  test('shows a talk that begins later, and clears when it ends', async () => {
    fake.end()
    const screen = await render(Deck)
    await expect.element(screen.getByRole('heading', { name: '진행 중인 발표가 없어요' })).toBeVisible()
    fake.present(deckOf(), questions, { slide: 'myth', step: 1 })
    fake.tell('talk:changed', fake.snapshot)
    await expect
      .poll(() => screen.container.querySelector<HTMLElement>('section.present .slide')?.dataset['slide'])
      .toBe('myth')
    fake.end()
    await expect.element(screen.getByRole('heading', { name: '진행 중인 발표가 없어요' })).toBeVisible()
  })
})

describe('keys in the deck window', () => {
  test.each([
    ['ArrowRight', 'next'],
    ['Space', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Backspace', 'back'],
    ['Period', 'blackout'],
    ['KeyB', 'blackout'],
    ['KeyT', 'pauseClock'],
  ])('%s asks for %s', async (code, type) => {
    await open({ slide: 'list', step: 2 })
    pressKey(code)
    expect(intents()).toEqual([{ type }])
  })

  test('a Hangul keyboard works the same', async () => {
    const { container } = await open({ slide: 'list', step: 1 })
    pressKey('KeyB', { key: 'ㅠ' })
    await expect.poll(() => container.querySelector('[data-black]')).not.toBeNull()
    pressKey('KeyB', { key: 'Process', keyCode: 229 })
    await expect.poll(() => container.querySelector('[data-black]')).toBeNull()
  })

  test('F and F5 fill the screen, Escape leaves it', async () => {
    await open()
    pressKey('KeyF', { key: 'ㄹ' })
    expect(pressKey('F5').defaultPrevented).toBe(true)
    pressKey('Escape')
    expect(fake.asked.filter(({ name }) => name === 'window:fullscreen').map(({ payload }) => payload)).toEqual([
      {},
      {},
      { on: false },
    ])
  })

  test('Escape lifts the black, then puts the log away, and then leaves full screen', async () => {
    await open({ slide: 'stack', step: 1 })
    fake.intend({ type: 'log' })
    fake.intend({ type: 'blackout' })
    fake.asked = []
    for (let press = 0; press < 3; press += 1) pressKey('Escape')
    expect(fake.asked).toEqual([
      { name: 'talk:intent', payload: { type: 'blackout', on: false } },
      { name: 'talk:intent', payload: { type: 'log', on: false } },
      { name: 'window:fullscreen', payload: { on: false } },
    ])
  })

  test('? puts the keys away too, and the menu of the app shows those of this window', async () => {
    const { screen } = await open()
    fake.tell('keys:show', { window: 'presenter' })
    expect(screen.getByRole('dialog').query()).toBeNull()
    fake.tell('keys:show', { window: 'deck' })
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    pressKey('Slash', { shiftKey: true })
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('a digit goes to the slide that answers a follow-up', async () => {
    await open({ slide: 'list', step: 1 })
    pressKey('Digit1')
    expect(place()).toEqual({ slide: 'stack', step: 1 })
    pressKey('Backspace')
    expect(place()).toEqual({ slide: 'list', step: 1 })
  })

  test('resetting the clock needs a hold', async () => {
    await open()
    pressKey('KeyR')
    window.dispatchEvent(new KeyboardEvent('keyup', { code: 'KeyR' }))
    pressKey('KeyR')
    await expect.poll(() => intents()).toEqual([{ type: 'resetClock' }])
    window.dispatchEvent(new KeyboardEvent('keyup', { code: 'KeyR' }))
  })

  test('? shows the keys and Escape closes them', async () => {
    const { screen } = await open()
    pressKey('Slash', { key: '?', shiftKey: true })
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await expect.element(screen.getByText('청중 화면 검게 / 다시 켜기')).toBeVisible()
    pressKey('Escape')
    await expect.poll(() => screen.container.querySelector('dialog')).toBeNull()
  })
})

import { Failed, fake } from '../library/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import { langs } from '../../../src/contract/deck.ts'
import { sceneOf, scenes } from '../../../src/core/scenes/index.ts'
import Gallery from '../../../src/renderer/gallery/Gallery.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { rounds } from '../../unit/rounds.ts'
import { pressKey } from '../deck/press-key.ts'
import { forceColors, reduceMotion, systemColour } from '../deck/stub-media.ts'

beforeEach(async () => {
  await page.viewport(1440, 860)
  history.replaceState(null, '', '#')
  fake.reset()
  await look.start()
})
afterEach(async () => {
  cleanup()
  history.replaceState(null, '', '#')
  await page.viewport(1280, 720)
})

/** Hundreds of steps are waited for, each for a few milliseconds. */
const often = { interval: 4 }

const step = (container: HTMLElement) => container.querySelector('svg[data-scene]')?.getAttribute('data-step')

/** What of the step that it shows has less room than it needs. */
function cramped(container: HTMLElement): string[] {
  const part = (selector: string) => container.querySelector<HTMLElement>(selector)
  const [title, foot, caption, turn] = ['.title', 'footer span', '.caption', '.rows'].map(part)
  const found = []
  if (title?.style.getPropertyValue('--size') !== '42px') found.push('title is smaller')
  if (title?.hasAttribute('data-overflows')) found.push('title is cut')
  if (!foot || foot.scrollHeight > 24) found.push('foot')
  if (!caption || caption.scrollHeight > 70) found.push('caption')
  const choices = Array.from(turn?.querySelectorAll('.choice span, .switch span, .range span') ?? [])
  if (choices.some((choice) => choice.getClientRects().length > 1 || choice.clientHeight > 34)) found.push('a choice')
  if (!turn || turn.scrollHeight > Number.parseFloat(getComputedStyle(turn).minHeight)) found.push('knobs')
  return found
}

describe('the gallery', () => {
  test('offers every picture, and shows each by mouse and by digit', async () => {
    const screen = await render(Gallery)
    // A picture may begin with a question: then nothing of it is drawn yet.
    const chosen = () => screen.container.querySelector('nav [aria-current]')?.textContent
    for (const [i, scene] of scenes.entries()) {
      await screen.getByRole('navigation').getByRole('button', { name: scene.title.ko, exact: false }).click()
      await expect.poll(chosen).toContain(scene.title.ko)
      await expect.poll(() => screen.container.querySelector('svg[data-scene], .ask')).not.toBeNull()
      const next = (i + 1) % scenes.length
      await userEvent.keyboard(String(next + 1))
      await expect.poll(chosen).toContain(scenes[next]?.title.ko)
    }
  })

  test.each([
    ['high', 1440, 860, 'clientWidth', 'width'],
    ['flat', 1440, 440, 'clientHeight', 'height'],
  ] as const)('a picture is as large as a %s window lets it be', async (_, width, height, room, side) => {
    await page.viewport(width, height)
    const { container } = await render(Gallery)
    const size = (selector: string): DOMRect =>
      container.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
    await expect.poll(() => size('.slide').width).toBeGreaterThan(0)
    const [place, slide] = [size('.slide-place'), size('.slide')]
    expect(place[side]).toBeCloseTo(container.querySelector('.stage')?.[room] ?? 0, 1)
    expect(place.width / place.height).toBeCloseTo(16 / 9, 2)
    expect([slide.width / place.width, slide.height / place.height].map((share) => share.toFixed(3))).toEqual([
      '1.000',
      '1.000',
    ])
  })

  test('walks through the steps, asks, takes a choice, marks it and says which is right and why', async () => {
    history.replaceState(null, '', '#vm-vs-container/VC-4')
    const screen = await render(Gallery)
    await expect.poll(() => step(screen.container)).toBe('VC-4')
    const heading = screen.getByRole('main').getByRole('heading', { level: 2 })
    await userEvent.keyboard('{ArrowRight}')
    // The title of the step is its answer.
    await expect.element(heading).toHaveTextContent('VM과 컨테이너')
    await screen.getByRole('button', { name: 'A 도커 데몬' }).click()
    await expect.element(screen.getByText('내 답')).toBeVisible()
    const marked = (part: string) => screen.container.querySelector(`.ask .${part}`)?.textContent.trim()
    expect(marked('mine')).toContain('A도커 데몬')
    expect(marked('right')).toContain('C아무것도 거치지 않고 바로')
    await expect.poll(() => step(screen.container)).toBe('VC-5')
    await expect.element(heading).toHaveTextContent('VM과 컨테이너')
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}')
    await screen.getByRole('button', { name: 'C 아무것도 거치지 않고 바로' }).click()
    await expect.poll(() => marked('mine')).toContain('C아무것도 거치지 않고 바로')
    expect(screen.container.querySelectorAll('.ask .right, .ask .mine')).toHaveLength(1)
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}')
    await expect.element(heading).toHaveTextContent('시스템 콜은 도커를 거치지 않는다')
  })

  test('tells a screen reader the step, and not the answer before it was asked for', async () => {
    history.replaceState(null, '', '#vm-vs-container/VC-4')
    const screen = await render(Gallery)
    const said = () => screen.container.querySelector('.said')?.textContent.trim()
    const steps = sceneOf('vm-vs-container')?.steps ?? []
    await expect.poll(said).toBe(`${steps[3]?.title.ko}. ${steps.length}단계 중 4단계`)
    pressKey('ArrowRight')
    await expect.poll(said).toContain('A: 도커 데몬')
    expect(said()).not.toContain(steps[4]?.title.ko)
    // What was recorded would tell it as well, and there is no motion yet.
    expect(screen.container.querySelectorAll('.log tbody tr')).toHaveLength(0)
    await expect.element(screen.getByRole('slider', { name: '이 단계의 움직임' })).toBeDisabled()
    pressKey('ArrowRight')
    await expect.poll(said).toContain('C: 아무것도 거치지 않고 바로. 컨테이너의 프로세스는')
    expect(document.title).toBe('VM과 컨테이너 - 그림 갤러리 - Lectern')
  })

  test('has no step before the first and none after the last', async () => {
    const last = sceneOf('vm-vs-container')?.steps.at(-1)?.id
    history.replaceState(null, '', '#vm-vs-container/VC-1')
    const screen = await render(Gallery)
    const previous = screen.getByRole('button', { name: '이전 단계' })
    const next = screen.getByRole('button', { name: '다음 단계' })
    await expect.element(previous).toBeDisabled()
    await expect.element(next).toBeEnabled()
    location.hash = `#vm-vs-container/${last}`
    await expect.element(next).toBeDisabled()
    await expect.element(previous).toBeEnabled()
    await screen.getByRole('button', { name: /^2\. / }).click()
    await expect.poll(() => step(screen.container)).toBe('VC-2')
    await expect.element(screen.getByRole('button', { name: /^2\. / })).toHaveAttribute('aria-current', 'step')
    await expect.element(next).toBeEnabled()
  })

  test('fills the screen and leaves it; Escape closes the keys first', async () => {
    await render(Gallery)
    const asked = () => fake.payloads('window:fullscreen')
    pressKey('KeyF')
    pressKey('Escape')
    expect(asked()).toEqual([{}, { on: false }])
    pressKey('Slash', { shiftKey: true })
    await expect.element(page.getByRole('dialog')).toBeVisible()
    pressKey('ArrowRight')
    pressKey('KeyF')
    await expect.element(page.getByRole('dialog')).toBeVisible()
    pressKey('Escape')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(asked()).toHaveLength(2)
    fake.tell('keys:show', { window: 'gallery' })
    await expect.element(page.getByRole('dialog')).toBeVisible()
  })

  test('says why the screen cannot be filled', async () => {
    fake.when('window:fullscreen', () => {
      throw new Failed({ code: 'refused', message: { ko: '채울 수 없어요.', en: 'It cannot be filled.' } })
    })
    await render(Gallery)
    pressKey('KeyF')
    await expect.element(page.getByText('채울 수 없어요.')).toBeVisible()
  })

  test('comes back to the same picture and step after a reload', async () => {
    history.replaceState(null, '', '#isolation/IS-3')
    const screen = await render(Gallery)
    await expect.poll(() => step(screen.container)).toBe('IS-3')
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => location.hash).toBe('#isolation/IS-4')
  })

  test('has a beginning where the address makes no sense', async () => {
    history.replaceState(null, '', '#nothing/at-all')
    const screen = await render(Gallery)
    await expect.poll(() => step(screen.container)).toBe(scenes[0]?.steps[0]?.id)
  })

  test('holds a motion, turns a knob, and shows the log of the step', async () => {
    history.replaceState(null, '', '#vm-vs-container/VC-3')
    const screen = await render(Gallery)
    const drawn = () => screen.container.querySelector('svg[data-scene]')?.innerHTML
    await expect.poll(() => screen.container.querySelectorAll('svg[data-scene] text').length).toBeGreaterThan(5)
    const before = drawn()
    await screen.getByRole('slider', { name: '앱 수' }).fill('5')
    await expect.poll(drawn).not.toBe(before)
    const turned = drawn()
    await screen.getByRole('slider', { name: '이 단계의 움직임' }).fill('0.5')
    await expect.poll(drawn).not.toBe(turned)
    expect(screen.container.querySelectorAll('.log tbody tr').length).toBeGreaterThan(3)
    await userEvent.keyboard('l')
    await expect.poll(() => screen.container.querySelector('.log table')).toBeNull()
  })

  test('holds the motion of a first step that asks from what it asked about', async () => {
    history.replaceState(null, '', '#image-layers/IL-1')
    const screen = await render(Gallery)
    /** How visible the first words are that begin so. */
    const seen = (words: string): number | undefined => {
      const all = screen.container.querySelectorAll('svg[data-scene] text')
      let part: Element | null | undefined = Array.from(all).find(({ textContent }) => textContent.startsWith(words))
      if (!part) return undefined
      let opacity = 1
      for (; part && part.localName !== 'svg'; part = part.parentElement)
        opacity *= Number(getComputedStyle(part).opacity)
      return opacity
    }
    await expect.poll(() => seen('레이어 4')).toBe(1)
    await screen.getByRole('slider', { name: '이 단계의 움직임' }).fill('0.01')
    await expect.poll(() => seen('레이어 4') ?? 0).toBeLessThan(0.1)
    expect(seen('COPY')).toBe(1)
  })

  const sizes = [
    ['1280 × 720', 1280, 720],
    ['960 × 600', 960, 600],
    ['1440 × 860 beside the log', 1440, 860],
  ] as const
  for (const [size, width, height] of sizes.slice(0, rounds(1, 3))) {
    test(`has room for the title, the caption, the foot and the knobs of every step at ${size}`, async () => {
      await page.viewport(width, height)
      // Where a step has come to counts, not the way there.
      await reduceMotion(true)
      onTestFinished(() => reduceMotion(false))
      const screen = await render(Gallery)
      const found: string[] = []
      for (const language of langs) {
        fake.tell('settings:changed', { ...fake.settings, language })
        for (const scene of scenes) {
          for (const { id } of scene.steps) {
            location.hash = `${scene.id}/${id}`
            await expect.poll(() => step(screen.container), often).toBe(id)
            await expect.poll(() => screen.container.querySelector('.title')?.getAttribute('style'), often).toBeTruthy()
            found.push(...cramped(screen.container).map((what) => `${language} ${id}: ${what}`))
          }
        }
      }
      expect(found).toEqual([])
    })
  }
})

describe('a small window, or large text', () => {
  afterEach(() => forceColors(false))

  test.each([
    [1280, 720],
    [640, 400],
    [320, 256],
  ])('of %i × %i: the picture never has less than half of it', async (width, height) => {
    await page.viewport(width, height)
    for (const scene of scenes) {
      history.replaceState(null, '', `#${scene.id}/${scene.steps.at(-1)?.id}`)
      const { container } = await render(Gallery)
      await expect.poll(() => container.querySelector('svg[data-scene]')).not.toBeNull()
      const stage = container.querySelector('.stage')?.getBoundingClientRect()
      expect(stage?.height ?? 0, scene.id).toBeGreaterThanOrEqual(height / 2)
      const bar = container.querySelector('.bar') as HTMLElement
      for (const part of [bar, ...bar.children, ...container.querySelectorAll('.rows > .knobs')]) {
        const { left, right, bottom } = part.getBoundingClientRect()
        expect([left >= 0, right <= width, bottom <= height], `${scene.id} ${part.className}`).toEqual([
          true,
          true,
          true,
        ])
      }
      const [list, shown] = [bar.querySelector('ol'), bar.querySelector('[aria-current]')]
      const [room, place] = [list, shown].map((one) => one?.getBoundingClientRect() ?? new DOMRect())
      // Steps for which there is no room scroll, and the last of them is shown.
      if (list && getComputedStyle(list).display !== 'none')
        expect((place?.right ?? 0) <= (room?.right ?? 0) + 1, `${scene.id} shows its step`).toBe(true)
      cleanup()
    }
  })

  test('beside the log of 1280 × 720, what walks through eleven steps stands in one row, and no button in one alone', async () => {
    await page.viewport(1280, 720)
    for (const scene of scenes) {
      history.replaceState(null, '', `#${scene.id}/${scene.steps.at(-1)?.id}`)
      const { container } = await render(Gallery)
      await expect.poll(() => container.querySelector('svg[data-scene]')).not.toBeNull()
      if (!container.querySelector('aside')) pressKey('KeyL')
      await expect.poll(() => container.querySelector('aside')).not.toBeNull()
      const middles = Array.from(container.querySelectorAll('.bar > *, .tail > *'), (part) => {
        const { top, bottom } = part.getBoundingClientRect()
        return Math.round((top + bottom) / 2)
      })
      const together = scene.steps.length <= 11 ? middles : middles.slice(-2)
      expect(Math.max(...together) - Math.min(...together), scene.id).toBeLessThanOrEqual(1)
      cleanup()
    }
  })

  test('the names of the pictures have a line each, at any size of the words', async () => {
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      await page.viewport(width, height)
      const { container } = await render(Gallery)
      const lines = Array.from(container.querySelectorAll('nav li span'), (name) => {
        const range = document.createRange()
        if (name.firstChild) range.selectNode(name.firstChild)
        return range.getClientRects().length
      })
      expect(lines, `${width} px`).toEqual(scenes.map(() => 1))
      cleanup()
    }
  })

  test('with high contrast, what is shown is told apart from all else', async () => {
    await forceColors(true)
    const { container } = await render(Gallery)
    const chosen = systemColour('Highlight')
    for (const part of ['nav', '.bar ol']) {
      const buttons = [...container.querySelectorAll(`${part} li button`)]
      const lit = buttons.filter((button) => getComputedStyle(button).backgroundColor === chosen)
      expect(lit).toEqual(buttons.filter((button) => button.hasAttribute('aria-current')))
      expect(lit).toHaveLength(1)
    }
  })
})

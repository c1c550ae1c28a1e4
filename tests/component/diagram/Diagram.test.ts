import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import type { Lang } from '../../../src/contract/deck.ts'
import type { ThemeName } from '../../../src/contract/library.ts'
import { frameAt, knobDefaults, type Knobs as KnobValues } from '../../../src/core/diagram/scene.ts'
import { vmVsContainer as scene } from '../../../src/core/scenes/vm-vs-container/index.ts'
import Diagram from '../../../src/renderer/picture/Diagram.svelte'
import Knobs from '../../../src/renderer/picture/Knobs.svelte'
import { canvasMeasure } from '../../../src/renderer/picture/measure.ts'
import { paint } from '../../../src/renderer/picture/paint.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import { pictureThemes } from '../../../src/renderer/picture/picture-themes.ts'
import '../../../src/renderer/look/base.css'

await fontsReady()
afterEach(() => cleanup())

const props = (
  step: string,
  more: object = {},
): { scene: typeof scene; step: string; knobs: KnobValues; lang: Lang; theme: ThemeName } => ({
  scene,
  step,
  knobs: knobDefaults(scene),
  lang: 'ko',
  theme: 'light',
  ...more,
})
const drawn = (): string => document.querySelector('svg[role=img]')?.innerHTML ?? ''
const settledPicture = (
  step: string,
  knobs: KnobValues = {},
  lang: Lang = 'ko',
  theme: ThemeName = 'light',
): string => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  paint(
    node,
    frameAt(scene, step, knobs, {
      width: 1168,
      height: 440,
      lang,
      theme: pictureThemes[theme],
      measure: canvasMeasure,
    }),
  )
  return node.innerHTML
}
const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame)

async function watch(times: number): Promise<Set<string>> {
  const seen = new Set<string>()
  for (let i = 0; i < times; i++) {
    await nextFrame()
    seen.add(drawn())
  }
  return seen
}

describe('Diagram', () => {
  it('draws a step and says in words what it shows', async () => {
    await render(Diagram, props('VC-5'))
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-5')))
    const picture = page.getByRole('img')
    await expect.element(picture).toHaveAttribute('aria-label', expect.stringContaining('10단계 중 5단계'))
    expect(document.querySelector('svg [tabindex], svg a, svg foreignObject')).toBeNull()
  })

  it('moves to the next step while it is watched: the pictures in between differ from both ends', async () => {
    const view = await render(Diagram, props('VC-4', { live: true }))
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-4')))
    await view.rerender({ step: 'VC-5' })
    // To its end, however few pictures a busy machine has time for.
    const seen = new Set<string>()
    while (!seen.has(settledPicture('VC-5'))) for (const picture of await watch(4)) seen.add(picture)
    seen.delete(settledPicture('VC-4'))
    seen.delete(settledPicture('VC-5'))
    expect(seen.size).toBeGreaterThan(1)
    expect([...seen].some((picture) => picture.includes('class="packet"'))).toBe(true)
  })

  it('is simply there when it jumps, is not live, or changes its language or theme', async () => {
    const view = await render(Diagram, props('VC-4', { live: true }))
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-4')))
    await view.rerender({ step: 'VC-8' })
    expect(drawn()).toBe(settledPicture('VC-8'))
    await view.rerender({ lang: 'en' })
    expect(drawn()).toBe(settledPicture('VC-8', {}, 'en'))
    await view.rerender({ theme: 'dark' })
    expect(drawn()).toBe(settledPicture('VC-8', {}, 'en', 'dark'))
    await view.rerender({ live: false })
    await view.rerender({ step: 'VC-9' })
    expect(drawn()).toBe(settledPicture('VC-9', {}, 'en', 'dark'))
  })

  it('moves when a knob is turned, and ends where the knob says', async () => {
    const view = await render(Diagram, props('VC-7', { live: true }))
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-7')))
    const ends = [settledPicture('VC-7'), settledPicture('VC-7', { limit: 1 })]
    // On a busy machine a frame may come so late that a move is over: then it is turned again.
    let between: string | undefined
    for (let turn = 1; between === undefined && turn < 40; turn += 2) {
      await view.rerender({ knobs: { ...knobDefaults(scene), limit: turn % 4 === 1 ? 1 : 0 } })
      between = [...(await watch(6))].find((picture) => !ends.includes(picture))
    }
    expect(between).toBeDefined()
    await view.rerender({ knobs: { ...knobDefaults(scene), limit: 1 } })
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-7', { limit: 1 })), { timeout: 30_000 })
  })

  it('flies what a knob sends', async () => {
    const view = await render(Diagram, props('VC-5', { live: true, knobs: { write: 0 } }))
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-5', { write: 0 })))
    const seen = new Set<string>()
    await view.rerender({ knobs: { write: 4 } })
    while (!seen.has(settledPicture('VC-5'))) for (const picture of await watch(4)) seen.add(picture)
    expect([...seen].some((picture) => picture.includes('class="packet"'))).toBe(true)
  })

  it('is not interrupted by a parent that says the same again', async () => {
    const view = await render(Diagram, props('VC-4', { live: true }))
    await view.rerender({ step: 'VC-5' })
    await watch(4)
    await view.rerender({ knobs: { ...knobDefaults(scene) }, lang: 'ko' })
    const seen = await watch(2)
    // A new move would have no packets.
    expect([...seen].every((picture) => picture.includes('class="packet"'))).toBe(true)
  })

  it('is put together from scratch as it is after a walk', async () => {
    const view = await render(Diagram, props('VC-1', { live: true }))
    for (const step of ['VC-2', 'VC-3', 'VC-2', 'VC-7', 'VC-8', 'VC-9', 'VC-10']) {
      await view.rerender({ step })
      await nextFrame()
    }
    await vi.waitFor(() => expect(drawn()).toBe(settledPicture('VC-10')), { timeout: 30_000 })
  })
})

describe('Knobs', () => {
  const turns: [string, number][] = []
  const onturn = (knob: string, value: number): void => void turns.push([knob, value])
  const show = (step: string, knobs: KnobValues = {}): Promise<unknown> =>
    render(Knobs, { scene, step, knobs, lang: 'ko', onturn })

  it('shows the knobs that act in a step, and none where none does', async () => {
    await show('VC-6')
    expect(document.querySelector('input')).toBeNull()
    cleanup()
    await show('VC-7')
    await expect.element(page.getByRole('slider', { name: 'VM 메모리' })).toHaveValue('128')
    await expect.element(page.getByRole('switch', { name: '배치에도 한도' })).not.toBeChecked()
  })

  it('tells what was turned', async () => {
    turns.length = 0
    await show('VC-7')
    await userEvent.click(page.getByRole('switch'))
    cleanup()
    await show('VC-9')
    await userEvent.click(page.getByText('윈도우'))
    cleanup()
    await show('VC-4')
    await page.getByRole('slider').fill('5')
    expect(turns).toEqual([
      ['limit', 1],
      ['desktop', 1],
      ['apps', 5],
    ])
  })

  it('keep no keys once they were turned by hand, and keep theirs where keys came to them', async () => {
    await show('VC-9')
    const isHere = (): boolean => document.querySelector('.knobs')?.contains(document.activeElement) === true
    await userEvent.click(page.getByText('윈도우'))
    await expect.poll(isHere).toBe(false)
    document.querySelector<HTMLElement>('.knobs input:checked')?.focus()
    expect(isHere()).toBe(true)
    await userEvent.keyboard(' {ArrowLeft}')
    await new Promise((resolve) => setTimeout(resolve))
    expect(isHere()).toBe(true)
  })
})

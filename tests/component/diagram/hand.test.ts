import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import { defineScene, type Knob } from '../../../src/core/diagram/scene.ts'
import Diagram from '../../../src/renderer/picture/Diagram.svelte'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import '../../../src/renderer/look/base.css'

await fontsReady()
afterEach(() => cleanup())

const text = { ko: '', en: '' }
const knob = (id: string, max: number): Knob => ({
  ...{ id, label: text, kind: 'range', min: 0, max, step: 1, value: 0, unit: text, steps: ['T-1'] },
})
const scene = defineScene({
  id: 'touched',
  title: text,
  steps: [{ id: 'T-1', title: text, caption: text, myth: text, foot: text, change: {} }],
  knobs: [knob('on', 1), knob('at', 100)],
  start: {},
  layout: (_, value, pen) => {
    const plate = { fill: pen.theme.card, edge: pen.theme.edge }
    pen.box('switch', { x: 20, y: 20, w: 100, h: 40 }, plate)
    pen.turns({ knob: 'on', value: value('on') === 1 ? 0 : 1 })
    pen.say('words', 'words', [30, 46], 80)
    pen.box('rail', { x: 200, y: 20, w: 200, h: 40 }, plate)
    pen.turns({
      knob: 'at',
      axis: 'x',
      places: [
        [200, 0],
        [400, 100],
      ],
    })
    pen.box('mere', { x: 20, y: 100, w: 100, h: 40 }, plate)
    pen.box('shows', { x: 20, y: 200, w: 100, h: 40 }, plate)
    pen.shows('engine/one#1')
    pen.box('both', { x: 200, y: 200, w: 100, h: 40 }, plate)
    pen.shows('engine/one#2')
    pen.turns({ knob: 'on', value: 1 })
  },
})

const onturn = vi.fn()
const onevent = vi.fn()
const outside = vi.fn()
const noKnobs = { scene, step: 'T-1', knobs: {}, lang: 'ko', theme: 'light' } as const

beforeEach(() => {
  for (const told of [onturn, onevent, outside]) told.mockClear()
  for (const name of ['click', 'pointerdown']) document.addEventListener(name, outside)
  return () => {
    for (const name of ['click', 'pointerdown']) document.removeEventListener(name, outside)
  }
})

async function drawn(more: object = {}): Promise<SVGSVGElement> {
  await render(Diagram, { ...noKnobs, onturn, onevent, ...more })
  const svg = document.querySelector<SVGSVGElement>('svg[data-scene=touched]')
  if (!svg) throw new Error('no picture')
  svg.style.width = '1172px'
  await vi.waitFor(() => expect(svg.querySelector('[data-key=both]')).not.toBeNull())
  return svg
}

/** A pointer event where the stage has a place, at whatever lies there; whether the picture kept the browser from its own. */
function point(
  svg: SVGSVGElement,
  type: string,
  [x, y]: readonly [number, number],
  more: PointerEventInit = {},
): boolean {
  const screen = svg.getScreenCTM()
  if (!screen) throw new Error('not on the screen')
  const { x: clientX, y: clientY } = new DOMPoint(x, y).matrixTransform(screen)
  const init = { clientX, clientY, bubbles: true, cancelable: true, pointerId: 1, button: 0, ...more }
  const at = type === 'pointermove' ? svg : document.elementFromPoint(clientX, clientY)
  return at?.dispatchEvent(new PointerEvent(type, init)) === false
}

function press(svg: SVGSVGElement, at: readonly [number, number]): void {
  for (const type of ['pointerdown', 'pointerup', 'click']) point(svg, type, at)
}

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame)

describe('a hand on a picture', () => {
  it('turns a knob by a press on a mark, through the words that lie on it, and nothing else hears of it', async () => {
    const svg = await drawn()
    press(svg, [50, 42])
    expect(onturn.mock.calls).toEqual([['on', 1]])
    expect(outside).not.toHaveBeenCalled()
  })

  it('drags a knob along, a value once, to where it is let go, and a press takes it there at once', async () => {
    const svg = await drawn()
    point(svg, 'pointerdown', [220, 40])
    expect(onturn.mock.calls).toEqual([['at', 10]])
    point(svg, 'pointermove', [240, 500])
    point(svg, 'pointermove', [241, 500])
    await nextFrame()
    await nextFrame()
    point(svg, 'pointermove', [240, 40])
    await nextFrame()
    await nextFrame()
    expect(onturn.mock.calls.slice(1)).toEqual([['at', 20]])
    point(svg, 'pointermove', [260, 40])
    await nextFrame()
    await nextFrame()
    expect(onturn.mock.calls.slice(2)).toEqual([['at', 30]])
    point(svg, 'pointerup', [300, 40])
    point(svg, 'click', [300, 40])
    expect(onturn.mock.calls.slice(3)).toEqual([['at', 50]])
    point(svg, 'pointermove', [390, 40])
    await nextFrame()
    expect(onturn).toHaveBeenCalledTimes(4)
  })

  it('shows what is dragged at once, and lets what is turned otherwise move there', async () => {
    const moves = { ...noKnobs, live: true, onturn }
    const scene = defineScene({
      ...{ id: 'touched', title: text, steps: noKnobs.scene.steps.map((step) => ({ ...step, change: {} })) },
      knobs: [knob('at', 100)],
      start: {},
      layout: (_, value, pen) => {
        pen.box('both', { x: 2 * value('at'), y: 0, w: 60, h: 400 }, { fill: pen.theme.card, edge: pen.theme.edge })
        pen.turns({ knob: 'at', axis: 'x', places: [[0, 0], [200, 100]] }) // prettier-ignore
      },
    })
    const view = await render(Diagram, { ...moves, scene })
    const svg = document.querySelector<SVGSVGElement>('svg[data-scene=touched]')
    if (!svg) throw new Error('no picture')
    svg.style.width = '1172px'
    const place = (): string | null | undefined => svg.querySelector('[data-key=both] rect')?.getAttribute('x')
    await vi.waitFor(() => expect(place()).toBe('0'))
    point(svg, 'pointerdown', [10, 40])
    await view.rerender({ knobs: { at: 40 } })
    expect(place()).toBe('80')
    point(svg, 'pointerup', [80, 40])
    await view.rerender({ knobs: { at: 90 } })
    expect(place()).toBe('80')
    await vi.waitFor(() => expect(place()).toBe('180'))
  })

  it('follows only the first button, and no longer than the pointer is there', async () => {
    const svg = await drawn()
    point(svg, 'pointerdown', [220, 40], { button: 2 })
    point(svg, 'pointermove', [300, 40])
    await nextFrame()
    expect(onturn).not.toHaveBeenCalled()
    point(svg, 'pointerdown', [220, 40])
    point(svg, 'pointercancel', [280, 40])
    point(svg, 'pointermove', [300, 40])
    await nextFrame()
    expect(onturn).toHaveBeenCalledTimes(1)
  })

  it('turns nothing any more once the step is gone whose knob it held', async () => {
    const [first] = noKnobs.scene.steps
    if (!first) throw new Error('no step')
    const two = defineScene({
      ...{ id: 'touched', title: text, knobs: [knob('at', 100)], start: { isSecond: false } },
      steps: [
        { ...first, change: {} },
        { ...first, id: 'T-2', change: { isSecond: true } },
      ],
      layout: ({ isSecond }, _, pen) => {
        pen.box('both', { x: 0, y: 0, w: 400, h: 400 }, { fill: pen.theme.card, edge: pen.theme.edge })
        if (!isSecond) pen.turns({ knob: 'at', axis: 'x', places: [[0, 0], [200, 100]] }) // prettier-ignore
      },
    })
    const view = await render(Diagram, { ...noKnobs, scene: two, onturn })
    const svg = document.querySelector<SVGSVGElement>('svg[data-scene=touched]')
    if (!svg) throw new Error('no picture')
    svg.style.width = '1172px'
    await vi.waitFor(() => expect(svg.querySelector('[data-key=both]')).not.toBeNull())
    point(svg, 'pointerdown', [20, 40])
    await view.rerender({ step: 'T-2' })
    point(svg, 'pointermove', [100, 40])
    await nextFrame()
    await nextFrame()
    point(svg, 'pointerup', [120, 40])
    expect(onturn.mock.calls).toEqual([['at', 10]])
  })

  it('follows the pointer out of the picture, and no more once the picture is gone', async () => {
    const svg = await drawn()
    const keeps = vi.spyOn(svg, 'setPointerCapture')
    point(svg, 'pointerdown', [220, 40], { pointerId: 1 })
    expect(keeps.mock.calls).toEqual([[1]])
    point(svg, 'pointermove', [240, 40])
    const here = svg.querySelector('[data-key=shows]')
    cleanup()
    here?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await nextFrame()
    await nextFrame()
    expect([onturn.mock.calls, onevent.mock.calls]).toEqual([[['at', 10]], []])
  })

  it('opens the event of a mark that turns nothing, and turns where a mark does both', async () => {
    const svg = await drawn()
    press(svg, [50, 220])
    expect(onevent.mock.calls).toEqual([['engine/one#1']])
    press(svg, [250, 220])
    expect(onturn.mock.calls).toEqual([['on', 1]])
    expect(onevent).toHaveBeenCalledTimes(1)
  })

  it('keeps the browser from selecting words only where it takes hold of something', async () => {
    const svg = await drawn()
    const places = { switch: [50, 42], rail: [220, 40], mere: [50, 120], shows: [50, 220] } as const
    const taken = Object.entries(places).flatMap(([name, at]) => (point(svg, 'pointerdown', at) ? [name] : []))
    expect(taken).toEqual(['switch', 'rail'])
  })

  it('leaves a press on anything else to what is around the picture', async () => {
    const svg = await drawn()
    press(svg, [50, 120])
    expect([onturn.mock.calls, onevent.mock.calls]).toEqual([[], []])
    expect(outside).toHaveBeenCalledTimes(2)
  })

  it('only opens events where nobody may turn knobs', async () => {
    const svg = await drawn({ onturn: undefined })
    press(svg, [50, 30])
    press(svg, [250, 220])
    expect(onevent.mock.calls).toEqual([['engine/one#2']])
  })
})

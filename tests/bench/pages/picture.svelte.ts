/** Measures a drawn scene inside the browser: what a frame costs, and how evenly frames come in the real component. */
import { flushSync, mount, unmount } from 'svelte'
import '../../../src/renderer/look/base.css'
import { between } from '../../../src/core/diagram/between.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { knobDefaults, sceneOf, scenes, type Scene } from '../../../src/core/scenes/index.ts'
import Diagram from '../../../src/renderer/picture/Diagram.svelte'
import { canvasMeasure } from '../../../src/renderer/picture/measure.ts'
import { paint } from '../../../src/renderer/picture/paint.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import { pictureThemes } from '../../../src/renderer/picture/picture-themes.ts'
import type { PictureCost } from '../picture-cost.ts'

const rounds = 60
/** On a screen of 60 Hz. */
const msOfFrame = 1000 / 60
const view: View = { width: 1168, height: 440, lang: 'ko', theme: pictureThemes.light, measure: canvasMeasure }

const timeOf = (work: () => void): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

function emptySvg(): SVGSVGElement {
  const stage = document.getElementById('stage')
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  stage?.replaceChildren(svg)
  return svg
}

function costOf(scene: Scene): Omit<PictureCost, 'intervals'> {
  const knobs = knobDefaults(scene)
  const frames = scene.steps.map((_, i) => frameAt(scene, i, knobs, view))
  const largest = frames.reduce(
    (best, frame, i) => (frame.marks.length > (frames[best]?.marks.length ?? 0) ? i : best),
    0,
  )
  const frame = frames[largest] as Frame
  const layout: number[] = []
  const fresh: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    layout.push(timeOf(() => frameAt(scene, largest, knobs, view)))
    const svg = emptySvg()
    fresh.push(timeOf(() => paint(svg, frame)))
  }
  const svg = emptySvg()
  paint(svg, frame)
  const nodes = svg.querySelectorAll('*').length
  return { marks: frame.marks.length, nodes, layout, fresh, ...waysOf(frames, svg) }
}

/** What the ways into all steps cost: making each, and on it finding and painting a frame, for as long as it takes. */
function waysOf(frames: readonly Frame[], svg: SVGSVGElement): Pick<PictureCost, 'way' | 'between' | 'painting'> {
  const [way, finding, painting]: [number[], number[], number[]] = [[], [], []]
  // The first round fills caches.
  for (let round = 0; round < 3; round += 1) {
    frames.slice(1).forEach((to, i) => {
      const from = frames[i] ?? to
      paint(svg, from)
      let at = between(from, to, true)
      const toMake = timeOf(() => (at = between(from, to, true)))
      if (round > 0) way.push(toMake)
      const count = Math.ceil(at.ms / msOfFrame)
      for (let n = 1; n <= count; n += 1) {
        let next = to
        const [toFind, toPaint] = [timeOf(() => (next = at(n / count))), timeOf(() => paint(svg, next))]
        if (round === 0) continue
        finding.push(toFind)
        painting.push(toPaint)
      }
    })
  }
  return { way, between: finding, painting }
}

/** Lets the browser draw for so long and gives the time between its frames. */
function intervalsDuring(ms: number): Promise<number[]> {
  return new Promise((resolve) => {
    const gaps: number[] = []
    const started = performance.now()
    let last: number | undefined
    const tick = (at: number): void => {
      if (last !== undefined) gaps.push(at - last)
      last = at
      if (performance.now() - started < ms) requestAnimationFrame(tick)
      else resolve(gaps)
    }
    requestAnimationFrame(tick)
  })
}

async function intervalsOf(scene: Scene): Promise<number[]> {
  const target = document.getElementById('stage')
  if (target === null) throw new Error('no #stage')
  target.replaceChildren()
  const props = $state({
    scene,
    step: scene.steps[0]?.id ?? '',
    knobs: knobDefaults(scene),
    lang: 'ko' as const,
    theme: 'light' as const,
    live: true,
  })
  const diagram = mount(Diagram, { target, props })
  const gaps: number[] = []
  const frames = scene.steps.map((_, i) => frameAt(scene, i, knobDefaults(scene), view))
  for (const [i, { id }] of scene.steps.slice(1).entries()) {
    await intervalsDuring(300)
    const [from, to] = [frames[i], frames[i + 1]] as [Frame, Frame]
    flushSync(() => (props.step = id))
    gaps.push(...(await intervalsDuring(between(from, to, true).ms)))
  }
  await unmount(diagram)
  return gaps
}

async function measure(id: string): Promise<PictureCost> {
  const scene = sceneOf(id)
  const stage = document.getElementById('stage')
  if (scene === undefined || stage === null) throw new Error(`no scene ${id}`)
  stage.style.width = `${view.width}px`
  stage.style.height = `${view.height}px`
  await fontsReady()
  return { ...costOf(scene), intervals: await intervalsOf(scene) }
}

Object.assign(window, { measure, sceneIds: scenes.map(({ id }) => id) })

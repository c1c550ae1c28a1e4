import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { themes } from '../../../src/contract/library.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { canvasMeasure } from '../../../src/renderer/picture/measure.ts'
import { paint } from '../../../src/renderer/picture/paint.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import { pictureThemes } from '../../../src/renderer/picture/picture-themes.ts'
import { cornersAt, penOf, wordProblems } from '../../unit/diagram/inspect.ts'
import '../../../src/renderer/look/base.css'

await fontsReady()

const view = (lang: View['lang'] = 'ko', width = 1168, theme: (typeof themes)[number] = 'light'): View => ({
  width,
  height: 440,
  lang,
  theme: pictureThemes[theme],
  measure: canvasMeasure,
})
const svg = (): SVGSVGElement => document.createElementNS('http://www.w3.org/2000/svg', 'svg')
const fresh = (frame: Frame): string => {
  const node = svg()
  paint(node, frame)
  return node.outerHTML
}

let seed = 7
const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647

describe.each(scenes)('$id', (scene) => {
  const frames = scene.steps.map((_, i) => frameAt(scene, i, {}, view()))
  const any = (): Frame => frames[Math.floor(random() * frames.length)] as Frame

  it('paints the same picture whatever was painted before', () => {
    const node = svg()
    for (let n = 0; n < 30; n++) {
      const [from, to] = [any(), any()]
      paint(node, between(from, to, true)(random()))
      paint(node, to)
      expect(node.outerHTML).toBe(fresh(to))
    }
  })

  it('adopts a cloned picture', () => {
    const node = svg()
    paint(node, frames[0] as Frame)
    const clone = node.cloneNode(true) as SVGSVGElement
    paint(clone, frames.at(-1) as Frame)
    expect(clone.outerHTML).toBe(fresh(frames.at(-1) as Frame))
  })

  it('uses nothing that clones would share or a PDF would rasterise', () => {
    for (const frame of frames)
      expect(fresh(frame)).not.toMatch(/ id=|url\(|<(filter|mask|marker|image|foreignObject|canvas)| style=/)
  })

  it.each([1168, 960, 760])(
    'fits its words in the real faces at %i px: every step, language and knob corner',
    (width) => {
      for (const lang of langs) {
        const at = view(lang, width)
        scene.steps.forEach(({ id }, i) => {
          for (const knobs of cornersAt(scene, id)) {
            const pen = penOf(scene, i, knobs, at)
            const problems = [...pen.tight, ...wordProblems(pen.marks, at)]
            expect({ id, lang, knobs, problems }).toEqual({ id, lang, knobs, problems: [] })
          }
        })
      }
    },
  )

  it('sets words as wide as they were measured', () => {
    const node = svg()
    node.setAttribute('width', '1172')
    node.setAttribute('height', '444')
    document.body.append(node)
    paint(node, frames[4] as Frame)
    const labels = (frames[4] as Frame).marks.filter((m): m is Extract<Mark, { kind: 'label' }> => m.kind === 'label')
    for (const m of labels) {
      const text = node.querySelector<SVGTextElement>(`[data-key="${CSS.escape(m.key)}"] text`)
      const measured = Math.max(
        ...m.lines.map((line) =>
          line.reduce((sum, run) => sum + canvasMeasure(run.text, run.weight, run.mono) * m.size, 0),
        ),
      )
      expect([m.key, Math.abs((text?.getBBox().width ?? 0) - measured) < 1.5]).toEqual([m.key, true])
    }
    node.remove()
  })
})

/** A mark of each kind, and of some that look otherwise another. */
const common = { key: 'one', opacity: 1, rise: 0 }
const plate = { x: 0, y: 0, w: 40, h: 20, r: 4, fill: '#ffffff', stroke: '#000000', strokeWidth: 1, dash: 0, gap: 0 }
const writing = {
  x: 4,
  y: 12,
  lines: [[{ text: 'a', weight: 400 as const, ink: '#000000', mono: false }]],
  size: 16,
  leading: 20,
  anchor: 'start' as const,
}
const badge = {
  ...common,
  kind: 'badge' as const,
  x: 20,
  y: 20,
  w: 26,
  h: 26,
  text: '1',
  size: 16,
  mono: false,
  fill: '#000000',
  ink: '#ffffff',
  stroke: '#ffffff',
  strokeWidth: 2,
}
const marks: Mark[] = [
  { ...common, kind: 'box', ...plate },
  { ...common, kind: 'label', ...writing },
  {
    ...common,
    kind: 'arrow',
    points: [
      [0, 0],
      [40, 0],
    ],
    drawn: 0.5,
    radius: 0,
    stroke: '#000000',
    strokeWidth: 2,
    dash: 6,
    gap: 5,
    head: 8,
    halo: '#ffffff',
    haloWidth: 6,
  },
  {
    ...common,
    kind: 'packet',
    points: [
      [0, 0],
      [40, 0],
    ],
    at: 0.5,
    text: 'POST',
    size: 16,
    w: 60,
    h: 26,
    fill: '#000000',
    ink: '#ffffff',
    stroke: '#ffffff',
  },
  {
    ...common,
    kind: 'meter',
    x: 0,
    y: 0,
    w: 40,
    h: 10,
    r: 2,
    share: 0.5,
    upright: true,
    fill: '#000000',
    track: '#ffffff00',
  },
  { ...common, kind: 'terminal', ...plate, writing },
  { ...badge, shape: 'disc' },
  { ...badge, shape: 'flag' },
  { ...common, kind: 'card', ...plate, writings: [writing, writing] },
  { ...common, kind: 'card', ...plate, writings: [writing] },
]
const frameOf = (marks: readonly Mark[], links: Frame['links'] = {}): Frame => ({
  ...{ width: 40, height: 40, marks, flights: [], links, handles: {} },
})

it('paints every kind of mark, and one kind after another under the same key', () => {
  const node = svg()
  for (const mark of [...marks, ...marks.toReversed()]) {
    const frame = frameOf([mark])
    paint(node, frame)
    expect(node.outerHTML).toBe(fresh(frame))
  }
})

/** To the browser a repeated value is a change, and it lays text out again. */
describe('writes only what differs', () => {
  const keyed = marks.map((mark, n) => ({ ...mark, key: `mark ${n}` }))
  const ofKind = (kind: Mark['kind']): number => keyed.findIndex((mark) => mark.kind === kind)
  const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  const changed = (kind: Mark['kind'], change: object): readonly Mark[] =>
    keyed.map((mark, n) => (n === ofKind(kind) ? { ...mark, ...change } : mark))

  /** What painting a frame over the one with all marks does to the document. */
  function writtenBy(frame: Frame): readonly string[] {
    const node = svg()
    paint(node, frameOf(keyed))
    const watch = new MutationObserver(() => undefined)
    watch.observe(node, { subtree: true, attributes: true, childList: true, characterData: true })
    paint(node, frame)
    const records = watch.takeRecords()
    watch.disconnect()
    expect(node.outerHTML).toBe(fresh(frame))
    return records.map(({ target, attributeName, type }) => `${target.nodeName} ${attributeName ?? type}`)
  }
  const run = (change: object) => ({ ...writing, lines: [[{ ...writing.lines[0]?.[0], ...change }]] })

  it.each<readonly [string, Frame, readonly string[]]>([
    ['nothing of the same frame', frameOf(keyed), []],
    ['nothing of a frame that is equal', copyOf(frameOf(keyed)), []],
    ['how much is seen', frameOf(changed('card', { opacity: 0.5 })), ['g opacity']],
    ['the place of a box', frameOf(changed('box', { x: 1 })), ['rect x']],
    ['less than a hundredth of a px not', frameOf(changed('box', { x: 0.004 })), []],
    ['the place of words', frameOf(changed('label', { x: 5 })), ['text transform']],
    ['the colour of words', frameOf(changed('label', run({ ink: '#ff0000' }))), ['tspan fill']],
    ['their weight', frameOf(changed('label', run({ weight: 700 }))), ['tspan font-weight']],
    ['their face', frameOf(changed('label', run({ mono: true }))), ['tspan font-family']],
    ['the words', frameOf(changed('label', run({ text: 'b' }))), ['tspan childList']],
    ['how far a line is drawn', frameOf(changed('arrow', { drawn: 0.6 })), ['path d', 'path d', 'path transform']],
    ['how full a meter is', frameOf(changed('meter', { share: 0.6 })), ['rect y', 'rect height']],
    ['what a press opens', frameOf(keyed, { 'mark 0': 'engine/one#1' }), ['g class']],
    ['that a mark is gone', frameOf(keyed.slice(0, -1)), ['svg childList']],
  ])('%s', (_what, frame, expected) => {
    expect(writtenBy(frame)).toEqual(expected)
  })
})

/**
 * What is painted of every kind of mark, and of every scene a digest a step, at rest and half on its way into it. Where it
 * is meant to be otherwise, `npx vitest run --project component painted -u`.
 */
import { expect, test } from 'vitest'
import { between } from '../../../src/core/diagram/between.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import type { Arrow, Badge, Frame, Line, Mark, Meter } from '../../../src/core/diagram/mark.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { paint } from '../../../src/renderer/picture/paint.ts'
import { pictureThemes } from '../../../src/renderer/picture/picture-themes.ts'
import { markupOf } from '../markup.ts'

const view: View = {
  ...{ width: 1168, height: 440, lang: 'ko', theme: pictureThemes.dark },
  measure: (text) => text.length * 0.7,
}

function painted(frame: Frame): SVGSVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  paint(node, frame)
  return node
}

const frameOf = (...marks: readonly Mark[]): Frame => ({
  width: 200,
  height: 100,
  marks,
  flights: [],
  links: {},
  handles: {},
})
const lines: readonly Line[] = [
  [
    { text: 'one ', weight: 400, ink: '#101010', mono: false },
    { text: 'two', weight: 700, ink: '#202020', mono: true },
  ],
  [{ text: 'three', weight: 600, ink: '#30303000', mono: false }],
]
const seen = { opacity: 0.456789, rise: 3 }
const plate = {
  ...{ x: 1.234567, y: 2, w: 40, h: 20, r: 4, strokeWidth: 1.6, dash: 5, gap: 4 },
  ...{ fill: '#aabbcc', stroke: '#112233', ...seen },
}
const writing = { x: 3, y: 4.5, lines, size: 16, leading: 22, anchor: 'middle' } as const
const points = [
  [0, 0],
  [30, 0],
  [30, 40],
] as const
const arrow: Omit<Arrow, 'key' | 'drawn'> = {
  ...{ kind: 'arrow', points, radius: 6, stroke: '#123456', strokeWidth: 2, ...seen },
  ...{ dash: 6, gap: 5, head: 10, halo: '#ffffff', haloWidth: 7 },
}
const badge: Omit<Badge, 'key' | 'shape'> = {
  ...{ kind: 'badge', x: 20, y: 30, w: 26, h: 18, text: '3', size: 16, mono: false, strokeWidth: 2, ...seen },
  ...{ fill: '#ff0000', ink: '#ffffff', stroke: '#00000000' },
}
const meter: Omit<Meter, 'key' | 'share' | 'upright'> = {
  ...{ kind: 'meter', x: 5, y: 6, w: 100, h: 12, r: 2, fill: '#00ff00', track: '#eeeeee', ...seen },
}

test('every kind of mark is painted as it was', async () => {
  const frame = frameOf(
    { kind: 'box', key: 'box', ...plate },
    { kind: 'box', key: 'plain', ...plate, w: -1, dash: 0.01, fill: '#aabbcc00', opacity: 1, rise: 0 },
    { kind: 'label', key: 'label', ...writing, ...seen },
    { kind: 'label', key: 'start', ...writing, anchor: 'start', ...seen },
    { kind: 'card', key: 'card', ...plate, writings: [writing, { ...writing, anchor: 'end' }] },
    { kind: 'terminal', key: 'terminal', ...plate, writing },
    { ...arrow, key: 'arrow', drawn: 1 },
    { ...arrow, key: 'half', drawn: 0.5, dash: 0, head: 0 },
    { ...badge, key: 'disc', shape: 'disc' },
    { ...badge, key: 'flag', shape: 'flag' },
    { ...badge, key: 'tile', shape: 'tile' },
    { ...badge, key: 'pill', shape: 'pill', mono: true, text: '' },
    { ...meter, key: 'meter', share: 0.3, upright: false },
    { ...meter, key: 'upright', share: 1.2, upright: true },
    {
      kind: 'packet',
      key: 'packet',
      points,
      at: 0.6,
      text: 'GET',
      size: 16,
      w: 60,
      h: 26,
      fill: '#1',
      ink: '#2',
      stroke: '#3',
      ...seen,
    },
  )
  await expect(markupOf(painted({ ...frame, links: { card: 'trace#1' } }))).toMatchFileSnapshot('painted/marks.txt')
})

/** A number for a text that is another one as soon as anything in it is (FNV-1a). */
function digestOf(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16)
}

test.each(scenes)('$id is painted as it was', async (scene) => {
  const frames = scene.steps.map((_, n) => frameAt(scene, n, {}, view))
  const digests = frames.map((frame, n) => {
    const way = between(frames[n - 1] ?? frameOf(), frame, true)(0.5)
    return [scene.steps[n]?.id, ...[frame, way].map((one) => digestOf(painted(one).outerHTML))].join(' ')
  })
  await expect(`${digests.join('\n')}\n`).toMatchFileSnapshot(`painted/${scene.id}.txt`)
})

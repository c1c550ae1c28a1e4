import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Point } from '../../diagram/mark.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { tick } from './parts.ts'
import { moving, short } from './recorded.ts'
import { shellCard } from './stage.ts'
import { t } from '../../words/t.ts'

const BAY = { y: 112, h: 328 } as const
/** The image goes along here. */
const TILE = { y: 212, h: 80 } as const
const ROAD = TILE.y + TILE.h / 2
const FLIGHT = 'to-prod/fly'
/** A wall across the road with an opening as high as an image, and two leaves that shut it. */
const GATE = { top: 112, bottom: 366, opening: { y: 196, h: 112 } } as const

interface Bay {
  readonly key: 'ci' | 'staging' | 'prod'
  readonly name: Text
  readonly does: readonly [Text, ...Text[]]
  readonly says: readonly [Text, ...Text[]]
}

const bays: readonly Bay[] = [
  {
    key: 'ci',
    name: t('CI', 'CI'),
    does: [t('딱 한 번 빌드하고 서명한다', 'builds and signs it, once'), t('한 번 빌드', 'builds once')],
    says: [t('다이제스트 = 내용이 그대로', 'digest: the same content'), t('내용이 그대로', 'same content')],
  },
  {
    key: 'staging',
    name: t('스테이징', 'Staging'),
    does: [t('같은 이미지를 시험한다', 'tests the same image'), t('시험한다', 'tests it')],
    says: [t('서명 = 누가 만들었는지', 'signature: who made it'), t('누가 만들었는지', 'who made it')],
  },
  {
    key: 'prod',
    name: t('운영', 'Production'),
    does: [t('다시 빌드하지 않는다', 'never rebuilds it'), t('빌드 없음', 'no build')],
    says: [t('취약점은 둘 다 모른다', 'flaws: neither can tell'), t('취약점은 모른다', 'flaws: unknown')],
  },
]

/** HP-11: one digest goes through the gates, and the last of them asks for its signature. */
export function promote(pen: Pen, signed: boolean): void {
  const { width } = pen.view
  const gate = width >= 1100 ? 116 : width >= 900 ? 96 : 84
  const w = (width - 2 * gate) / bays.length
  const { command } = moving.fixed
  const output = command.output.at(-3) ?? ''
  shellCard(pen, 'shell', { x: 0, w: width }, { line: command.line, output, ref: command.ref })
  const xOf = (i: number): number => i * (w + gate)
  bays.forEach((bay, i) => {
    drawBay(pen, bay, { x: xOf(i), w, ...BAY }, signed)
  })
  drawGate(pen, 'test', xOf(1) - gate / 2, gate, t('시험 통과', 'tests pass'), true)
  drawGate(pen, 'policy', xOf(2) - gate / 2, gate, t('정책: 서명?', 'signed?'), signed)
  const tiles = bays.map((_, i): Room => ({ x: xOf(i) + 14, w: w - 28, ...TILE }))
  road(pen, tiles, signed, xOf(2) - gate / 2 - 16)
  bays.forEach((bay, i) => {
    const tile = tiles[i]
    if (tile) image(pen, bay, tile, signed)
  })
  pen.link('ci/image', moving.put.ref)
  if (signed) pen.link('prod/image', moving.fixed.manifest.ref)
}

/** A place on the way: what is done there, and under the image what there is to know of it. */
function drawBay(pen: Pen, { key, name, does, says }: Bay, room: Room, signed: boolean): void {
  const { theme } = pen
  const last = key === 'prod'
  const edge = last ? (signed ? theme.accent : theme.danger) : theme.edge
  pen.box(key, room, { fill: theme.card, edge }, { r: 14, strokeWidth: last ? 2.6 : 1.6 })
  const [x, w] = [room.x + 18, room.w - 32]
  pen.say(`${key}/name`, name, [x, room.y + 38], w, { size: 24, weight: 700 })
  pen.say(`${key}/does`, pen.choose(does, w), [x, room.y + 68], w, { ink: theme.soft })
  const y = TILE.y + TILE.h + 52
  const indent = key === 'staging' ? 30 : 0
  // What the seal on the images is.
  if (indent) pen.badge(`${key}/legend`, [x + 10, y - 6], '', { w: 20, fill: theme.accent, stroke: theme.card })
  const hand = { weight: 600 as const, ink: last ? theme.soft : theme.ink }
  pen.say(`${key}/says`, pen.choose(says, w - indent, hand), [x + indent, y], w - indent, hand)
}

/** A wall and a gate of two leaves in it, seen from above: open they stand aside, and the road goes through. */
function drawGate(pen: Pen, key: string, x: number, gap: number, words: Text, open: boolean): void {
  const { theme } = pen
  const colour = open ? theme.good : theme.danger
  const { y, h } = GATE.opening
  const wall = (name: string, top: number, bottom: number): void => {
    const room = { x: x - 9, y: top, w: 18, h: bottom - top }
    pen.box(`gate-${key}/${name}`, room, { fill: theme.hard, edge: theme['hard-edge'] }, { r: 3 })
  }
  wall('above', GATE.top, y)
  wall('below', y + h, GATE.bottom)
  const aside = Math.min(46, gap / 2 - 8)
  const leaf = (name: string, hinge: number, inwards: number): void => {
    const tip: Point = open ? [x + aside, hinge + inwards * 16] : [x, hinge + inwards * (h / 2 - 2)]
    pen.line(`gate-${key}/${name}`, [[x, hinge], tip], colour, { strokeWidth: 10 })
    pen.badge(`gate-${key}/${name}/hinge`, [x, hinge], '', { w: 16, fill: theme.paper, stroke: colour, strokeWidth: 3 })
  }
  leaf('upper', y, 1)
  leaf('lower', y + h, -1)
  pen.say(`gate-${key}/name`, words, [x, GATE.bottom + 28], gap + 24, {
    weight: 700,
    anchor: 'middle',
    ink: open ? theme.ink : theme['danger-ink'],
  })
  pen.say(`gate-${key}/example`, t('예시', 'example'), [x, GATE.bottom + 52], gap + 24, {
    anchor: 'middle',
    ink: theme.soft,
  })
  if (!open) pen.badge(`gate-${key}/shut`, [x, ROAD], '×', { w: 30, size: 22, fill: theme.danger, ink: theme.paper })
}

/** The one image on its way: it leaves CI once and goes as far as the gates let it. */
function road(pen: Pen, tiles: readonly Room[], signed: boolean, policy: number): void {
  const { theme } = pen
  const [ci, staging, prod] = tiles
  if (!ci || !staging || !prod) return
  const end = signed ? prod.x - 2 : policy
  const way = (from: Room, to: number): readonly Point[] => [
    [from.x + from.w, ROAD],
    [to, ROAD],
  ]
  const line = (key: string, points: readonly Point[], stroke: string, head: number): void => {
    pen.with(FLIGHT, 'passed', () => {
      pen.line(key, points, stroke, { strokeWidth: 4, head })
    })
  }
  line('to-staging', way(ci, staging.x - 2), theme['app-edge'], 14)
  line('to-prod', way(staging, end), signed ? theme['app-edge'] : theme.danger, signed ? 14 : 0)
  pen.packet(FLIGHT, way(ci, end), '', { fill: theme.app })
}

/** The image at a place, always the same digest; where it does not come to, its place stays empty. */
function image(pen: Pen, { key }: Bay, tile: Room, signed: boolean): void {
  const { theme } = pen
  if (key !== 'ci') pen.place(`${key}/image`, tile, { r: 10 })
  if (key === 'prod' && !signed) {
    const words = t('들어오지 못한다', 'rejected')
    const hand = { weight: 700 as const, anchor: 'middle' as const, ink: theme['danger-ink'] }
    pen.say(`${key}/kept`, words, [tile.x + tile.w / 2, ROAD + 6], tile.w - 20, hand)
    return
  }
  const draw = (): void => {
    const lib = pen.tone('lib')
    const size = tile.w > 260 ? 26 : 17
    const digest = short(moving.image.digest)
    pen.card(`${key}/image`, pen.plate(tile, lib, { r: 10, strokeWidth: 2.6 }), [
      pen.writing(digest, 16, baseline(TILE.h / 2, size), tile.w - 60, { mono: true, size, weight: 700, ink: lib.ink }),
    ])
    seal(pen, key, [tile.x + tile.w - 8, tile.y + 4], signed)
  }
  if (key === 'ci') draw()
  else pen.with(FLIGHT, key === 'prod' ? 'landed' : 'passed', draw)
}

/** The signature sticks on the image; pressed, it comes off or on. */
function seal(pen: Pen, key: string, [x, y]: readonly [number, number], signed: boolean): void {
  const { theme } = pen
  const stroke = signed ? theme.accent : mix(theme.soft, theme.paper, 0.76)
  const fill = signed ? theme.accent : theme.paper
  pen.badge(`${key}/seal`, [x, y], '', { w: 36, fill, stroke, strokeWidth: 2.4 })
  pen.turns({ knob: 'signed', value: signed ? 0 : 1 })
  if (signed) tick(pen, `${key}/seal/tick`, [x - 7, y + 1], theme['on-accent'])
}

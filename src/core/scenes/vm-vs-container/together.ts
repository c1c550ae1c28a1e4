import type { Text } from '../../../contract/deck.ts'
import type { Hand, Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix, type ToneName } from '../../diagram/tone.ts'
import { rows } from './grid.ts'
import { sideHeading } from './heading.ts'
import { slab } from './stacks.ts'
import { t } from '../../words/t.ts'

type Layer = 'app' | 'libs' | 'sentry' | 'kernel' | 'virtual'

interface Way {
  readonly id: string
  readonly name: string | Text
  readonly layers: readonly Layer[]
  readonly border: 'none' | 'dashed' | 'solid'
}

/** From the thinnest boundary to the thickest: every way adds a layer below the same app. */
const ways: readonly Way[] = [
  { id: 'process', name: t('프로세스', 'Process'), layers: ['app'], border: 'none' },
  { id: 'container', name: t('컨테이너', 'Container'), layers: ['app', 'libs'], border: 'dashed' },
  { id: 'gvisor', name: 'gVisor', layers: ['app', 'libs', 'sentry'], border: 'dashed' },
  { id: 'kata', name: 'Kata', layers: ['app', 'libs', 'kernel'], border: 'solid' },
  { id: 'vm', name: 'VM', layers: ['app', 'libs', 'kernel', 'virtual'], border: 'solid' },
]

const looks: Readonly<Record<Layer, { tone: ToneName; h: number; words: readonly [Text, ...Text[]] }>> = {
  app: { tone: 'app', h: 40, words: [t('앱', 'App')] },
  libs: { tone: 'lib', h: 36, words: [t('라이브러리', 'Libraries'), t('libs', 'Libs')] },
  sentry: { tone: 'kernel', h: 48, words: [t('사용자 공간\n커널', 'user-space\nkernel')] },
  kernel: { tone: 'kernel', h: 48, words: [t('게스트 커널', 'Guest kernel'), t('게스트\n커널', 'Guest\nkernel')] },
  virtual: {
    tone: 'hard',
    h: 44,
    words: [t('가상 하드웨어', 'Virtual hardware'), t('가상\n하드웨어', 'Virtual\nhardware')],
  },
}

const BOTTOM = 280
const SLAB = { y: 288, h: 40 }
const [GAP, PAD] = [6, 8]

/** What is needed, as the knob counts it: 0 everything, 1 trusted code, 2 untrusted code, 3 another kernel. */
const fits: readonly (readonly string[])[] = [
  ways.map((way) => way.id),
  ['process', 'container'],
  ['gvisor', 'kata'],
  ['vm'],
]

/** VC-10: containers inside a VM, and the ways between a process and a machine. */
export function together(pen: Pen, need: number): void {
  const { width } = pen.view
  const cloudW = width >= 1100 ? 304 : width >= 900 ? 284 : 0
  const gap = width >= 1100 ? 16 : 10
  const x0 = cloudW ? cloudW + (width >= 1100 ? 80 : 40) : 0
  const col = (width - x0 - 4 * gap) / 5
  if (cloudW) cloud(pen, cloudW, need === 0)
  const wanted = fits[need] ?? []
  const at = (i: number): number => x0 + i * (col + gap)
  sideHeading(
    pen,
    'ways',
    [t('경계는 다섯 가지', 'Five boundaries')],
    { words: t('오른쪽일수록 두껍다', 'thicker to the right'), ink: pen.theme.accent },
    x0,
    width - x0,
  )
  ways.forEach((way, i) => {
    drawWay(pen, way, at(i), col, wanted.includes(way.id))
    meter(pen, i, at(i), col, wanted.includes(way.id))
  })
  const host: Room = { x: x0, w: 3 * col + 2 * gap, ...SLAB }
  const hyper: Room = { x: at(3), w: 2 * col + gap, ...SLAB }
  slab(pen, 'ct/kernel', host, 'kernel', t('호스트 커널', 'Host kernel'), { back: need === 3 })
  slab(pen, 'ways/hyper', hyper, 'hyper', t('하이퍼바이저', 'Hypervisor'), { back: need === 1 })
  choices(pen, need, [
    { x: x0, w: 2 * col + gap, words: t('믿는 코드', 'Trusted code'), answer: t('컨테이너', 'Container') },
    { x: at(2), w: 2 * col + gap, words: t('못 믿는 코드', 'Untrusted code'), answer: 'gVisor · Kata' },
    { x: at(4), w: col, words: t('다른 커널', 'Other kernel'), answer: 'VM' },
  ])
}

function drawWay(pen: Pen, way: Way, x: number, col: number, lit: boolean): void {
  const { theme } = pen
  const inner = { x: x + PAD, w: col - 2 * PAD }
  let y = BOTTOM - (way.border === 'none' ? 0 : PAD)
  const boxes = [...way.layers].reverse().map((layer) => {
    y -= looks[layer].h
    const room: Room = { ...inner, y, h: looks[layer].h }
    y -= GAP
    return { layer, room }
  })
  const top = y + GAP - (way.border === 'none' ? 0 : PAD)
  if (way.border !== 'none') {
    const solid = way.border === 'solid'
    const look = pen.tone(solid ? 'guest' : 'app', !lit)
    const fill = solid ? look.fill : `${theme.paper}00`
    pen.box(
      `way/${way.id}`,
      { x, y: top, w: col, h: BOTTOM - top },
      { ...look, fill },
      { r: 10, strokeWidth: 2, dash: solid ? 0 : 7, rise: 16 },
    )
  }
  const ink = lit ? theme.ink : pen.tone('plain', true).ink
  pen.say(`way/${way.id}/name`, way.name, [x + (way.border === 'none' ? PAD : 2), top - 10], col, {
    size: 18,
    weight: 700,
    ink,
    rise: 16,
  })
  boxes.forEach(({ layer, room }) => {
    const { tone, words } = looks[layer]
    const look = pen.tone(tone, !lit)
    // A kernel that runs as a program: the kernel's hue, but not its solid surface.
    const soft =
      layer === 'sentry' && lit
        ? { ...look, fill: mix(theme.kernel, theme.paper, 0.12), ink: theme['kernel-ink'] }
        : look
    const hand: Hand = { size: 16, weight: 600, lines: 2, leading: 20 }
    pen.block(`way/${way.id}/${layer}`, room, soft, pen.choose(words, room.w - 16, { ...hand, lines: 1 }), {
      ...hand,
      dash: layer === 'sentry' ? 5 : 0,
      pad: 8,
      rise: 16,
    })
  })
}

/** An order, not a measurement: one notch more for every way. */
function meter(pen: Pen, i: number, x: number, w: number, lit: boolean): void {
  const { theme } = pen
  const fill = lit ? theme.accent : mix(theme.accent, theme.paper, 0.45)
  pen.meter(`ways/cost-${i}`, { x, y: 340, w, h: 8 }, (i + 1) / ways.length, fill, { track: theme.rule, r: 4 })
}

interface Choice {
  readonly x: number
  readonly w: number
  readonly words: Text
  readonly answer: Text | string
}

/** What decides: whose code it is, and which kernel it needs. */
function choices(pen: Pen, need: number, list: readonly Choice[]): void {
  const { theme } = pen
  const [first, , last] = list
  if (!first || !last) return
  pen.say('ways/thin', t('얇다 · 가볍다', 'thin · light'), [first.x, 370], first.w, { ink: theme.soft })
  pen.say('ways/thick', t('두껍다 · 비용이 든다', 'thick · costs more'), [last.x + last.w, 370], last.w * 2, {
    ink: theme.soft,
    anchor: 'end',
  })
  list.forEach(({ x, w, words, answer }, i) => {
    const chosen = need === i + 1
    const look = { fill: chosen ? theme['accent-soft'] : theme.card, edge: chosen ? theme.accent : theme.edge }
    const h = 50
    pen.card(`choice-${i}`, pen.plate({ x, y: 382, w, h }, look, { strokeWidth: chosen ? 2.5 : 1.5 }), [
      pen.writing(words, 14, 20, w - 20, { ink: theme.soft }),
      pen.writing(answer, 14, 41, w - 28, { size: 17, weight: 700 }),
    ])
  })
}

/** The usual cloud: a machine of one's own, and containers inside it. */
function cloud(pen: Pen, w: number, lit: boolean): void {
  const { theme } = pen
  sideHeading(
    pen,
    'vm',
    [t('클라우드', 'Cloud')],
    { words: t('VM 안에 컨테이너', 'containers in a VM'), ink: theme.soft },
    0,
    w,
  )
  slab(pen, 'vm/hardware', { x: 0, w, ...rows.hard }, 'hard', t('하드웨어', 'Hardware'), { back: true })
  slab(pen, 'vm/hyper', { x: 0, w, ...rows.hyper }, 'hyper', t('하이퍼바이저', 'Hypervisor'), { back: !lit })
  const guest = pen.tone('guest', !lit)
  pen.box('vm/wall-0', { x: 0, w, ...rows.wall }, guest, { r: 10, strokeWidth: 3 })
  pen.say('vm/wall-0', t('VM 한 대', 'One VM'), [12, 79], w - 24, { weight: 600, ink: guest.ink })
  const half = (w - 24) / 2
  ;[8, 16 + half].forEach((x, i) => {
    const look = pen.tone('app', !lit)
    pen.box(
      `ct/wall-${i}`,
      { x, y: 88, w: half, h: 116 },
      { ...look, fill: `${theme.paper}00` },
      { r: 10, dash: 7, strokeWidth: 2 },
    )
    const room = (y: number, h: number): Room => ({ x: x + 8, y, w: half - 16, h })
    pen.block(`ct/app-${i}`, room(96, 48), look, i ? 'API' : t('웹 서버', 'Web'), { size: 17 })
    pen.block(`ct/libs-${i}`, room(152, 44), pen.tone('lib', !lit), t('라이브러리', 'Libraries'))
  })
  const wide = { x: 8, w: w - 16 }
  pen.block('vm/kernel-0', { ...wide, y: 212, h: 44 }, pen.tone('kernel', !lit), t('게스트 커널', 'Guest kernel'), {
    size: 17,
  })
  pen.block(
    'vm/virtual-0',
    { ...wide, ...rows.virtual },
    pen.tone('hard', !lit),
    t('가상 하드웨어', 'Virtual hardware'),
  )
}

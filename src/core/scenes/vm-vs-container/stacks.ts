import type { Text } from '../../../contract/deck.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { engineBeside } from './engine-beside.ts'
import { stackCell, columnX, rows, type Grid } from './grid.ts'
import { containerApps, guestApps, guestKernels, guests, rowNames, type Name } from './names.ts'
import { hardwareOfGuest } from './hardware-of-guest.ts'

const LIBS: Name = { long: { ko: '라이브러리', en: 'Libraries' }, short: { ko: 'libs', en: 'Libs' } }
const HARDWARE: Text = { ko: '하드웨어', en: 'Hardware' }
export const PARTS: Text = { ko: 'CPU · 메모리 · 디스크 · NIC', en: 'CPU · memory · disk · NIC' }
/** What a number in the lane takes away from the words beside it, from the lane's middle. */
const BADGE = 15
/** At the right end of a slab, where a lane may end. */
const LANE_KEPT_FREE = 40
const HYPERVISOR: Text = { ko: '하이퍼바이저', en: 'Hypervisor' }

/** The room for words from `left` to `right`: where a call runs down between both, the larger side of its lane. */
function besideLane(lane: number | undefined, left: number, right: number): { readonly x: number; readonly w: number } {
  const clear = BADGE + 5
  if (lane === undefined || lane - clear > right) return { x: left, w: right - left }
  const [before, after] = [lane - clear - left, right - lane - clear]
  return before >= after ? { x: left, w: before } : { x: lane + clear, w: after }
}

/** What a slab at the bottom is called, and its details where there is room. */
export function slab(
  pen: Pen,
  key: string,
  room: { x: number; y: number; w: number; h: number },
  tone: 'hard' | 'hyper' | 'kernel',
  words: Words,
  o: { back?: boolean; details?: Words; strokeWidth?: number; lane?: number | undefined } = {},
): void {
  const look = pen.tone(tone, o.back)
  pen.box(key, room, look, { strokeWidth: o.strokeWidth ?? 1.6, rise: 16 })
  const middle = room.y + room.h / 2 + 6.48
  const hand: Hand = { size: 18, weight: 600, ink: look.ink }
  const { x, w } = besideLane(o.lane, room.x + 12, room.x + room.w - 12)
  const { right } = pen.say(key, words, [x, middle], w, hand)
  const left = Math.max(right + 16, room.w > 400 ? x + 92 : 0)
  const soft: Hand = { ink: tone === 'hard' && !o.back ? pen.theme.soft : look.ink }
  const width = Math.min(x + w, room.x + room.w - LANE_KEPT_FREE) - left
  if (o.details && pen.set(o.details, width, soft).fits)
    pen.say(`${key}/details`, o.details, [left, middle], width, soft)
}

export interface VmLook {
  readonly guests: 'none' | 'empty' | 'booted'
  /** Whether a part is what this step is about; the rest is set back. */
  lit(part: 'guest' | 'virtual' | 'hyper' | 'hard', i: number): boolean
  readonly hyper?: Words
  readonly hyperWidth?: number
  /** The guest that a flaw has reached. */
  readonly struck?: number
  readonly dead?: boolean
  /** Where a call runs down through all that lies below. */
  readonly lane?: number
}

/** Hardware, hypervisor and one machine an app, each with a kernel of its own. */
export function vmStack(pen: Pen, grid: Grid, look: VmLook): void {
  const { theme } = pen
  const full = { x: 0, w: grid.stack }
  slab(pen, 'vm/hardware', { ...full, ...rows.hard }, 'hard', HARDWARE, {
    back: !look.lit('hard', 0),
    details: PARTS,
    lane: look.lane,
  })
  if (look.guests === 'none') return
  slab(pen, 'vm/hyper', { ...full, ...rows.hyper }, 'hyper', look.hyper ?? HYPERVISOR, {
    back: !look.lit('hyper', 0),
    strokeWidth: look.hyperWidth ?? 1.6,
    lane: look.lane,
  })
  const inner = grid.col - 2 * grid.pad - grid.inset
  const besideBadge = inner - (grid.lane - grid.pad) - BADGE
  const columns = guests.slice(0, grid.shown)
  const [app, small]: [Hand, Hand] = [
    { size: grid.terse ? 16 : 17, weight: 600 },
    { size: 16, weight: 600, lines: 2, leading: 20 },
  ]
  const title: Hand = { size: 16, weight: 600 }
  const titles = rowNames(pen, columns, grid.col - 2 * grid.inset + 4, title)
  const apps = rowNames(pen, guestApps.slice(0, grid.shown), besideBadge, app)
  const kernels = rowNames(pen, guestKernels.slice(0, grid.shown), besideBadge, { ...app, lines: 2, leading: 20 })
  const [libs = LIBS.short] = rowNames(pen, [LIBS], besideBadge, { ...small, lines: 1 })

  columns.forEach((_, i) => {
    const back = !look.lit('guest', i)
    const struck = look.struck === i
    const wall = { x: columnX(grid, i), w: grid.col, ...rows.wall }
    const border = pen.tone('guest', back)
    pen.box(`vm/wall-${i}`, wall, border, {
      r: 10,
      strokeWidth: struck ? 3.5 : 2,
      ...(struck ? { stroke: theme.danger } : {}),
      rise: 16,
    })
    pen.say(`vm/wall-${i}`, titles[i] ?? '', [wall.x + grid.inset, 79], grid.col - 2 * grid.inset + 4, {
      ...title,
      ink: border.ink,
    })
    const at = (row: { y: number; h: number }): ReturnType<typeof stackCell> => stackCell(grid, 0, i, row)
    const pad = grid.inset
    const gone = struck && look.dead === true
    if (look.guests === 'booted') {
      pen.block(`vm/app-${i}`, at(rows.app), pen.tone('app', back || gone), apps[i] ?? '', { ...app, pad, rise: 24 })
      pen.block(`vm/libs-${i}`, at(rows.libs), pen.tone('lib', back || gone), libs, { ...small, pad, rise: 24 })
      pen.block(`vm/kernel-${i}`, at(rows.kernel), pen.tone('kernel', back || gone), kernels[i] ?? '', {
        ...app,
        lines: 2,
        leading: 20,
        pad,
        reserve: grid.lane - grid.pad + BADGE,
        rise: 24,
      })
    }
    const virtualBack = !look.lit('virtual', i) || gone
    if (look.guests === 'booted') hardwareOfGuest(pen, grid, i, rows.virtual, pen.tone('hard', virtualBack))
  })
}

export interface ContainerLook {
  lit(part: 'container' | 'engine' | 'hard' | 'kernel', i: number): boolean
  readonly kernel: { readonly title: Words; readonly sub: Words; readonly low?: boolean }
  /** What the engine does here, where that is to be said otherwise. */
  readonly engine?: Words
  readonly struck?: boolean
  readonly dead?: boolean
  /** Where a call runs down through all that lies below. */
  readonly lane?: number
}

const KERNEL_SIZE = 24

/** Hardware, one kernel, and on it processes with a dashed border: what namespaces and cgroups make. */
export function containerStack(pen: Pen, grid: Grid, look: ContainerLook): void {
  const full = { x: grid.right, w: grid.stack }
  slab(pen, 'ct/hardware', { ...full, ...rows.hard }, 'hard', HARDWARE, {
    back: !look.lit('hard', 0),
    details: PARTS,
    lane: look.lane,
  })
  const kernel = pen.tone('kernel', !look.lit('kernel', 0))
  pen.box('ct/kernel', { ...full, ...rows.host }, kernel, { rise: 24 })
  const inset = grid.terse ? 14 : 24
  const y = look.kernel.low ? 332 : 280
  const { x, w } = besideLane(look.lane, grid.right + inset, grid.right + grid.stack - grid.lane - 20)
  pen.say('ct/kernel', look.kernel.title, [x, y], w, {
    size: KERNEL_SIZE,
    weight: 600,
    ink: kernel.ink,
    rise: 24,
  })
  pen.say('ct/kernel/sub', look.kernel.sub, [x, y + (look.kernel.low ? 28 : 32)], w, {
    size: 18,
    lines: 2,
    ink: kernel.ink,
    rise: 24,
  })
  containers(pen, grid, look)
  engineBeside(pen, grid, look.lit('engine', 0), look.engine)
}

/** The containers alone, each a dashed border around libraries and a process. */
export function containers(pen: Pen, grid: Grid, look: Pick<ContainerLook, 'lit' | 'struck' | 'dead'>): void {
  const { theme } = pen
  const columns = containerApps.slice(0, grid.shown)
  const [app, small]: [Hand, Hand] = [
    { size: grid.terse ? 16 : 17, weight: 600 },
    { size: 16, weight: 600 },
  ]
  const inner = grid.col - 2 * grid.pad - grid.inset
  // As much as beside a number, so that an app is called the same on both sides.
  const room = inner - (grid.lane - grid.pad) - BADGE
  const names = rowNames(pen, columns, room, app)
  const [libs = LIBS.short] = rowNames(pen, [LIBS], room, small)
  const numbers = columns.map((_, i): Name => ({
    long: { ko: `컨테이너 ${i + 1}`, en: `Container ${i + 1}` },
    short: { ko: `${i + 1}번`, en: `No. ${i + 1}` },
  }))
  const titles = rowNames(pen, numbers, grid.col - 2 * grid.inset + 4, small)
  columns.forEach((_, i) => {
    const back = !look.lit('container', i)
    const gone = look.dead === true
    const wall = { x: grid.right + columnX(grid, i), w: grid.col, ...rows.container }
    const border = pen.tone('app', back)
    const edge = look.struck ? theme.danger : border.edge
    pen.box(
      `ct/wall-${i}`,
      wall,
      { fill: `${theme.paper}00`, edge },
      { r: 10, dash: 7, strokeWidth: look.struck ? 3.5 : 2, rise: -16 },
    )
    const ink = look.struck ? theme['danger-ink'] : border.word
    pen.say(`ct/wall-${i}`, titles[i] ?? '', [wall.x + grid.inset, 79], grid.col - 2 * grid.inset + 4, {
      ...small,
      ink,
      rise: -16,
    })
    pen.block(`ct/app-${i}`, stackCell(grid, grid.right, i, rows.app), pen.tone('app', back || gone), names[i] ?? '', {
      ...app,
      pad: grid.inset,
      rise: -16,
    })
    pen.block(`ct/libs-${i}`, stackCell(grid, grid.right, i, rows.libs), pen.tone('lib', back || gone), libs, {
      ...small,
      pad: grid.inset,
      rise: -16,
    })
  })
}

/** Says that both stacks stand on the same machine. */
export function sameMachine(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const x = (grid.stack + grid.right) / 2
  pen.badge('same', [x, rows.hard.y + rows.hard.h / 2], '=', {
    w: 36,
    size: 22,
    fill: theme.card,
    ink: theme.soft,
    stroke: theme.rule,
    strokeWidth: 1.6,
  })
}

const LEFT_OVER = 40

/** How much of a heading's width is needed to tell that there are more apps. */
export const leftOverWidth = (grid: Grid): number => (grid.more ? LEFT_OVER + 8 : 0)

/** Tells how many apps there is no room for, at the right end of a heading. */
export function leftOver(pen: Pen, grid: Grid, right: number, key: string): void {
  if (!grid.more) return
  const { theme } = pen
  pen.badge(`${key}/more`, [right - LEFT_OVER / 2, 15], `+${grid.more}`, {
    shape: 'pill',
    w: LEFT_OVER,
    h: 24,
    fill: theme.sunk,
    ink: theme.ink,
    stroke: theme.edge,
    strokeWidth: 1.5,
  })
}

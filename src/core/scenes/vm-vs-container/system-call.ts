import type { Text } from '../../../contract/deck.ts'
import type { Point } from '../../diagram/mark.ts'
import { cross } from '../../diagram/parts/cross.ts'
import type { Pen } from '../../diagram/pen.ts'
import { widthOf } from '../../diagram/text.ts'
import { clear } from '../../diagram/tone.ts'
import { t } from '../../words/t.ts'
import { columnX, laneX, rows, stackCell, type Grid } from './grid.ts'
import type { Sub } from './heading.ts'
import { headings, HOST_KERNEL, shared } from './pair.ts'
import { containerStack, sameMachine, vmStack } from './stacks.ts'

/** A border that the call passes, and the middle of what lies below it. */
interface Hop {
  readonly y: number
  readonly within: number
  readonly words: Text
}

const SYSCALL = t('시스템 콜', 'syscall')
const DEVICE = t('실제 장치', 'real I/O')
const CALL = 'write()'
const [APP, DISK] = [112, 405]
/** How far from its border the last hop is named: above the sign between both machines. */
const RAISED = -2
const VM_HOPS: readonly Hop[] = [
  { y: 192, within: 226, words: SYSCALL },
  { y: 260, within: 292, words: t('장치 접근', 'device') },
  { y: 324, within: 352, words: t('VM exit', 'VM exit') },
  { y: 380, within: DISK, words: DEVICE },
]
const CONTAINER_HOPS: readonly Hop[] = [
  { y: 196, within: 288, words: SYSCALL },
  { y: 380, within: DISK, words: DEVICE },
]
/** How often a call is handed over until even the slower one is there. */
export const HANDED_OVER = VM_HOPS.length

/**
 * VC-5: one write to the disk, followed down both stacks, as often as it has been handed over: all the way, or from the app
 * down by hand.
 */
export function systemCall(pen: Pen, grid: Grid, apps: number, handed: number): void {
  headings(pen, grid, said(pen, 'vm', VM_HOPS, handed, t('네 번 전달된다', 'four hops')), {
    ...said(pen, 'ct', CONTAINER_HOPS, handed, t('도커 없이 두 번', 'two hops, no Docker')),
    shorter: [t('두 번', 'two hops')],
  })
  const last = grid.shown - 1
  const lane = laneX(grid, grid.right, last)
  const onPath = (part: string, i: number): boolean => part === 'hyper' || part === 'hard' || i === last
  vmStack(pen, grid, { guests: 'booted', lit: onPath, lane: laneX(grid, 0, last) })
  containerStack(pen, grid, {
    lit: (part, i) => part !== 'engine' && (part !== 'container' || i === last),
    kernel: { title: HOST_KERNEL, sub: shared(apps) },
    lane,
    engine: pen.choose([t('관리만', 'manages only'), t('관리만', 'manages')], grid.engine.w - 12),
  })
  sameMachine(pen, grid)
  notToEngine(pen, grid, last)
  for (const [key, x] of [
    ['vm', 0],
    ['ct', grid.right],
  ] as const) {
    const room = stackCell(grid, x, last, rows.app)
    pen.box(`${key}/send`, room, { fill: clear(pen.theme), edge: clear(pen.theme) })
    // Pressed, the app takes its call back, or sends it.
    pen.turns({ knob: 'write', value: handed > 0 ? 0 : HANDED_OVER })
  }
  const call = hidesWords(pen, lane) ? '' : CALL
  path(pen, 'vm', call, laneX(grid, 0, last), VM_HOPS, handed, {
    x: grid.stack + 8,
    w: grid.right - grid.stack - 12,
  })
  path(pen, 'ct', call, lane, CONTAINER_HOPS, handed, {
    x: grid.right + grid.stack + 16,
    w: grid.width - grid.right - grid.stack - 16,
  })
}

/** The way that the call does not take: from the app to the engine. */
function notToEngine(pen: Pen, grid: Grid, last: number): void {
  const { theme } = pen
  const from = laneX(grid, grid.right, last)
  const wall = grid.right + columnX(grid, last) + grid.col
  const way: readonly Point[] = [
    [from, APP],
    [grid.engine.x, APP],
  ]
  pen.line('engine/way', way, theme.soft, { strokeWidth: 2, dash: 4, halo: true })
  cross(pen, 'engine/cross', [(wall + grid.engine.x) / 2, APP], { ink: theme.danger, size: 6 })
}

/** Whether the call, spelled out, would hide what the kernel or the engine beside its lane is called: then it is a dot. */
function hidesWords(pen: Pen, lane: number): boolean {
  const half = pen.packetSize(CALL).w / 2
  return pen.marks.some((mark) => {
    if (mark.kind !== 'label' || !/^(ct\/kernel|engine)/.test(mark.key)) return false
    const width = Math.max(...mark.lines.map((line) => widthOf(line, mark.size, pen.view.measure)))
    const left = mark.anchor === 'middle' ? mark.x - width / 2 : mark.x
    return left < lane + half && lane - half < left + width
  })
}

/** How far the call has come in a stack; on its whole way it is said at the end. */
function said(pen: Pen, key: string, hops: readonly Hop[], handed: number, whole: Text): Sub {
  const ink = pen.theme.accent
  const flight = `${key}/write`
  if (handed === HANDED_OVER) return { words: whole, ink, flight }
  if (handed >= hops.length) return { words: t('벌써 닿았다', 'arrived'), ink, flight }
  const far =
    handed === 0
      ? t('`write()` 출발 전', 'not sent yet')
      : t(`${handed}번 전달됐다`, `${handed} hop${handed > 1 ? 's' : ''}`)
  return { words: far, ink, flight }
}

function path(
  pen: Pen,
  key: string,
  call: string,
  x: number,
  hops: readonly Hop[],
  handed: number,
  labels: { readonly x: number; readonly w: number },
): void {
  const { theme } = pen
  const passed = hops.slice(0, handed)
  const bottom = passed.at(-1)?.within ?? APP
  const points: readonly Point[] = [
    [x, APP],
    [x, bottom],
  ]
  // As wide as a finger, and seen by nobody: the call is dragged by its lane.
  pen.line(
    `${key}/call/lane`,
    [
      [x, APP + 28],
      [x, DISK + 24],
    ],
    clear(theme),
    { strokeWidth: 44 },
  )
  const follows = {
    knob: 'write',
    axis: 'y',
    places: [[APP, 0], ...hops.map(({ within }, i) => [within, i + 1] as const)],
  } as const
  pen.turns(follows)
  const flight = `${key}/write`
  const isThere = handed >= hops.length
  if (passed.length > 0)
    pen.with(flight, 'along', () => {
      pen.line(`${key}/call`, points, theme.accent, { strokeWidth: 3.2, head: isThere ? 10.8 : 0, halo: true })
    })
  pen.badge(`${key}/call/from`, [x, APP], '', { w: 14 })
  hops.forEach(({ y, words }, i) => {
    const number = String(i + 1)
    if (i >= passed.length) {
      pen.badge(`${key}/call/${number}`, [x, y], number, { fill: theme.card, ink: theme.soft, stroke: theme.edge })
      return
    }
    pen.with(flight, 'passed', () => {
      pen.badge(`${key}/call/${number}`, [x, y], number)
      pen.say(`${key}/hop-${number}`, words, [labels.x, y + (words === DEVICE ? RAISED : 6)], labels.w, {
        weight: 600,
        ink: theme.accent,
      })
    })
  })
  if (!isThere) {
    pen.badge(`${key}/call/at`, [x, bottom], '', { w: 20, fill: theme.card, stroke: theme.accent, strokeWidth: 5 })
    pen.turns(follows)
  }
  // A breath at every border: four of them are not over when two are.
  const stops = passed.map(({ y }) => (y - APP) / (bottom - APP))
  if (passed.length > 0) pen.packet(flight, points, call, { stops, sent: true })
}

import type { Pen } from '../../diagram/pen.ts'
import { bar } from './bar.ts'
import { middle, type Grid, type Lane } from './grid.ts'
import { nameHand, nameLine, noteLine, pidHand } from './lanes.ts'
import { oci, run, who, type Moment } from './recorded.ts'
import { t } from '../../words/t.ts'

export function shimBar(pen: Pen, grid: Grid, lit: boolean, to: number, open: boolean): void {
  const { x } = grid
  bar(pen, 'shim', 'shim', pen.tone('daemon', !lit), {
    from: x.shim,
    to,
    openRight: open,
    strokeWidth: lit ? 2.2 : 1.8,
  })
  pen.link('shim', run.tree.ref)
  const name = pen.say('shim/name', 'containerd-shim', [x.shim + 14, nameLine('shim')], 150, nameHand(pen, lit))
  if (to - name.right > 100)
    pen.say('shim/pid', `PID ${who.shim.pid}`, [name.right + 12, noteLine('shim')], 90, pidHand(pen, lit))
  if (!open) return
  const holds = t('출력과 종료 코드를 쥐고 있다', 'holds the output and the exit code')
  const room = to - 12 - name.right - 120
  if (pen.set(holds, room).fits) pen.say('shim/holds', holds, [to - 12, noteLine('shim')], room, { anchor: 'end' })
}

export function appBar(pen: Pen, grid: Grid, lit: boolean, to: number): void {
  const tone = pen.tone('app', !lit)
  const from = grid.x.exec
  bar(pen, 'app', 'app', tone, { from, to, openRight: to >= grid.right, strokeWidth: 2 })
  pen.link('app', run.tree.ref)
  const name = pen.say('app/name', oci.program, [from + 14, nameLine('app')], 80, {
    size: 18,
    weight: 700,
    ink: tone.ink,
  })
  pen.say('app/pid', `PID ${who.app.pid}`, [name.right + 10, noteLine('app')], 90, { mono: true, ink: tone.ink })
}

/** A cross where a lane was cut off. */
export function cutMark(pen: Pen, key: string, x: number, lane: Lane, moment?: Moment): void {
  const { theme } = pen
  pen.badge(key, [x, middle(lane)], '✕', { w: 28, size: 16, fill: theme.danger, ink: theme.paper, stroke: theme.paper })
  if (moment) pen.link(key, moment.ref)
}

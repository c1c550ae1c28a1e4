import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { bar, outline } from './bar.ts'
import { hop } from './calls.ts'
import { bottom, PLAYHEAD, top, wallRows, type Grid } from './grid.ts'
import { nameLine, noteLine } from './lanes.ts'
import { pidOf, run, who } from './recorded.ts'
import { launcher, shim, tasksCreate } from './shim.ts'
import { gates, walls } from './walls.ts'
import { t } from '../../words/t.ts'

/** EF-10: runc create makes four walls out of system calls and leaves a process waiting at the door. */
export function wallsBuilt(pen: Pen, grid: Grid): void {
  const { x } = grid
  const { theme } = pen
  launcher(pen, grid, false)
  hop(pen, 'shim/from', (x.launch ?? x.shim) + 16, 'containerd', 'shim', 'past', run.launch)
  shim(pen, grid, false)
  tasksCreate(pen, grid, t('Tasks.Create, 아직 답이 없다', 'Tasks.Create, no answer yet'))
  pen.with(PLAYHEAD, 'passed', () => runcCreate(pen, grid))
  outline(pen, 'start', 'runc', x.runcStart, x.runcStartEnd)
  pen.say('start/unborn', 'start', [(x.runcStart + x.runcStartEnd) / 2, noteLine('runc')], 60, {
    anchor: 'middle',
    ink: theme.soft,
  })
  pen.with(PLAYHEAD, 'passed', () => {
    walls(pen, grid, true)
    init(pen, grid, x.gate - 6, true)
    gates(pen, grid, true)
    door(pen, grid, false)
    pen.clears('runc/unborn')
    pen.clears('init/unborn')
  })
  pen.with(PLAYHEAD, 'landed', () => {
    const wait: Hand = { size: 18, weight: 700, ink: theme.accent }
    const { right } = pen.say('door/name', t('대기', 'waiting'), [x.gate + 14, nameLine('app')], 80, wait)
    pen.say('door/where', t('exec.fifo 앞', 'at exec.fifo'), [right + 10, noteLine('app')], grid.right - right - 20, {
      ink: theme.ink,
    })
  })
  pen.link(`door/where"${pen.t(t('exec.fifo 앞', 'at exec.fifo'))}`, run.fifo.ref)
}

function runcCreate(pen: Pen, grid: Grid): void {
  const { x } = grid
  const amber = pen.tone('hyper')
  bar(pen, 'runc', 'runc', amber, { from: x.runc, to: x.runcEnd, strokeWidth: 2.2 })
  pen.link('runc', run.runcCreate.ref)
  arrow(pen, 'runc/from', x.runc + 16, bottom('shim'), top('runc'), amber.edge)
  pen.say('runc/end', t('끝 · exit 0', 'exit 0'), [x.runcEnd - 12, noteLine('runc')], 90, {
    anchor: 'end',
    weight: 600,
    ink: amber.ink,
  })
  const from = x.runc + (grid.terse ? 10 : 32)
  const name = pen.say('runc/name', 'runc create', [from, nameLine('runc')], 120, {
    size: 18,
    weight: 700,
    ink: amber.ink,
  })
  if (!grid.terse)
    pen.say('runc/pid', `PID ${pidOf(run.runcCreate)}`, [name.right + 12, noteLine('runc')], 90, {
      mono: true,
      ink: amber.ink,
    })
  pen.link(`runc/end"${pen.t(t('끝 · exit 0', 'exit 0'))}`, run.runcCreated.ref)
}

export function arrow(pen: Pen, key: string, x: number, from: number, to: number, stroke: string): void {
  pen.line(
    key,
    [
      [x, from + 1],
      [x, to - 1],
    ],
    stroke,
    { head: 8, strokeWidth: 2.2 },
  )
}

/** What runc leaves in the app's lane: still runc, not yet the app. */
export function init(pen: Pen, grid: Grid, to: number, lit: boolean): void {
  const { x } = grid
  const amber = pen.tone('hyper', !lit)
  const from = x.init
  arrow(pen, 'init/from', (from + x.cgroup - 13) / 2, bottom('runc'), top('app'), amber.edge)
  bar(pen, 'init', 'app', amber, { from, to, strokeWidth: lit ? 2.2 : 1.8 })
  pen.link('init', run.init.ref)
  const hand: Hand = { weight: lit ? 600 : 400, ink: lit ? amber.ink : pen.theme.soft, anchor: 'middle' }
  const between = (a: number, b: number): number => (a + b) / 2
  const room = x.unshare - x.cgroup - 28
  const name = pen.choose(['runc init', 'init'], room, hand)
  pen.say('init/name', name, [between(x.cgroup, x.unshare), noteLine('app')], room, hand)
  const pidRoom = x.pivot - x.unshare - 28
  const pid: Hand = { ...hand, mono: true, weight: 400 }
  if (pen.set(String(who.app.pid), pidRoom, pid).fits)
    pen.say('init/pid', String(who.app.pid), [between(x.unshare, x.pivot), noteLine('app')], pidRoom, pid)
}

/** The door at which the process waits: a pipe that someone else must open. */
export function door(pen: Pen, grid: Grid, open: boolean): void {
  const { ink } = pen.theme
  const { x } = grid
  const [upper, lower] = [wallRows[3].y, wallRows[3].y + wallRows[3].h]
  const leaf = open ? 7 : (lower - upper) / 2
  const post = (key: string, from: number, to: number): void => {
    pen.line(
      key,
      [
        [x.gate, from],
        [x.gate, to],
      ],
      ink,
      { strokeWidth: 5 },
    )
  }
  post('door/upper', upper, upper + leaf)
  post('door/lower', lower, lower - leaf)
}

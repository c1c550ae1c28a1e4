import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { bar, ended } from './bar.ts'
import { hop } from './calls.ts'
import { bottom, top, type Grid } from './grid.ts'
import { gapLine, grpcLine, nameHand, nameLine, noteLine, pidHand } from './lanes.ts'
import { processTree } from './process-tree.ts'
import { run, who } from './recorded.ts'
import { futureProcesses } from './future-processes.ts'
import { t } from '../../words/t.ts'

/** The shim: it stays as long as the container does. */
export function shim(pen: Pen, grid: Grid, lit: boolean): void {
  const { x } = grid
  bar(pen, 'shim', 'shim', pen.tone('daemon', !lit), {
    from: x.shim,
    to: grid.right,
    openRight: true,
    strokeWidth: lit ? 2.2 : 1.8,
  })
  pen.link('shim', run.shim.ref)
  const named = (): void => nameShim(pen, grid, lit)
  // Where it is born its frame comes from afar, and the words only once that is there.
  if (lit) pen.then(named)
  else named()
}

function nameShim(pen: Pen, grid: Grid, lit: boolean): void {
  const { x } = grid
  const name = pen.say('shim/name', 'containerd-shim', [x.shim + 14, nameLine('shim')], 150, nameHand(pen, lit))
  const pid = pen.say('shim/pid', `PID ${who.shim.pid}`, [name.right + 12, noteLine('shim')], 90, pidHand(pen, lit))
  if (!lit) return
  const each: Hand = { size: 17, weight: 700, ink: pen.theme.accent }
  const from = pid.right + (grid.terse ? 14 : 24)
  const one = pen.say('shim/each', t('컨테이너마다 하나', 'one per container'), [from, noteLine('shim')], 160, each)
  const parent = t(`부모는 PID ${who.shim.parent}`, `its parent: PID ${who.shim.parent}`)
  // The list of processes beside it says so, too.
  const room = grid.right - 12 - one.right - 16
  if (pen.set(parent, room, { weight: 600 }).fits)
    pen.say('shim/parent', parent, [grid.right - 12, noteLine('shim')], room, { anchor: 'end', weight: 600 })
}

/** The program that only starts the shim: it runs `now`, and is gone before the shim has anything to do. */
export function launcher(pen: Pen, grid: Grid, now: boolean): void {
  const { launch } = grid.x
  if (launch === null) return
  const w = grid.x.shim - 6 - launch
  if (now) bar(pen, 'launch', 'shim', pen.tone('daemon', true), { from: launch, to: launch + w })
  else ended(pen, 'launch', 'shim', launch, launch + w)
  pen.link('launch', run.launch.ref)
  pen.say('launch/name', 'shim start', [launch + w / 2, noteLine('shim')], w - 2, {
    anchor: 'middle',
    ink: now ? pen.theme.ink : pen.theme.soft,
  })
}

/** EF-9: containerd starts a shim, and lets it go. */
export function shimStarted(pen: Pen, grid: Grid): void {
  const { x } = grid
  futureProcesses(pen, grid, ['shim'])
  launcher(pen, grid, true)
  hop(
    pen,
    'shim/from',
    (x.launch ?? x.shim) + 16,
    'containerd',
    'shim',
    'now',
    x.launch === null ? run.shim : run.launch,
  )
  shim(pen, grid, true)
  ttrpc(pen, grid)
  tasksCreate(pen, grid, t('Tasks.Create, 아직 답이 없다', 'Tasks.Create, no answer yet'))
  processTree(pen, grid, { head: t('shim의 부모', "the shim's parent"), app: false })
}

/** Between containerd and the shim; the recording has no events of it. */
function ttrpc(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const x = grid.x.shim + (grid.terse ? 150 : 176)
  const stroke = pen.tone('daemon').edge
  const ends = [
    [x, bottom('containerd') + 1],
    [x, top('shim') - 1],
  ] as const
  pen.line('ttrpc', ends, stroke, { dash: 4, head: 7, strokeWidth: 2 })
  pen.line('ttrpc/back', [ends[1], ends[0]], stroke, { dash: 4, head: 7, strokeWidth: 2 })
  pen.say('ttrpc/name', t('ttRPC (기록 아님)', 'ttRPC (not recorded)'), [x + 12, gapLine('containerd', 'shim')], 160, {
    ink: theme.ink,
  })
}

export function tasksCreate(pen: Pen, grid: Grid, words: Words): void {
  const { x } = grid
  hop(pen, 'grpc/task', x.tasksCreate, 'dockerd', 'containerd', 'past', run.tasksCreate)
  pen.say('grpc/task/past', words, [x.tasksCreate + 12, grpcLine], 220, {
    ink: pen.theme.soft,
  })
}

import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { bar, ended } from './bar.ts'
import { FLY, hop } from './calls.ts'
import { arrow, door, init } from './create.ts'
import { bottom, middle, rows, wallRows, top, type Grid } from './grid.ts'
import { grpcLine, nameLine, noteLine } from './lanes.ts'
import { container, oci, run, who } from './recorded.ts'
import { launcher, shim } from './shim.ts'
import { gates, walls } from './walls.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** EF-11: the network first, then a second runc opens the door, and the waiting process becomes the app. */
export function executed(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x } = grid
  launcher(pen, grid, false)
  hop(pen, 'shim/from', (x.launch ?? x.shim) + 16, 'containerd', 'shim', 'past', run.launch)
  pen.with(FLY.run, 'landed', () => hop(pen, 'shim/start', x.tasksStart + 4, 'containerd', 'shim', 'lit'), {
    after: 60,
  })
  shim(pen, grid, false)
  ended(pen, 'runc', 'runc', x.runc, x.runcEnd)
  pen.link('runc', run.runcCreated.ref)
  const soft: Hand = { ink: theme.soft }
  const from = x.runc + (grid.terse ? 10 : 32)
  pen.say('runc/name', 'runc create', [from, nameLine('runc')], 120, { size: 18, ...soft })
  pen.say('runc/gone', t('이미 끝남', 'gone'), [x.runcEnd - 12, noteLine('runc')], 90, { ...soft, anchor: 'end' })
  walls(pen, grid, false)
  network(pen, grid)
  init(pen, grid, x.exec - 2, false)
  gates(pen, grid, false)
  const started = (): void => {
    pen.clears('start/unborn')
    runcStart(pen, grid)
  }
  pen.with(FLY.run, 'landed', started, { after: 140 })
  pen.with(FLY.run, 'landed', () => door(pen, grid, true), { after: 240 })
  pen.with(FLY.run, 'landed', () => app(pen, grid), { after: 300 })
}

/** dockerd steps into the network namespace that runc made, before it lets the task start. */
function network(pen: Pen, grid: Grid): void {
  const { x } = grid
  const stroke = pen.tone('daemon').edge
  pen.line(
    'net',
    [
      [x.connect, bottom('dockerd') + 1],
      [x.connect, wallRows[1].y],
    ],
    stroke,
    { head: 9, strokeWidth: 2.4, halo: true },
  )
  pen.link('net', run.enterNet.ref)
  const room = x.connect - 10 - x.tasksCreate - 24
  const words = pen.choose(
    [
      t(
        `네트워크 연결 ${msText(run.holdNet.ms)} → ${msText(run.connected.ms)} · iptables ${container.filters}번`,
        `network attached ${msText(run.holdNet.ms)} → ${msText(run.connected.ms)} · ${container.filters} × iptables`,
      ),
      t(
        `네트워크 연결 ${msText(run.holdNet.ms)} → ${msText(run.connected.ms)}`,
        `network attached ${msText(run.holdNet.ms)} → ${msText(run.connected.ms)}`,
      ),
      t('네트워크 연결', 'network attached'),
    ],
    room,
    { weight: 600 },
  )
  pen.say('net/name', words, [x.connect - 10, grpcLine], room, { weight: 600, anchor: 'end' })
  pen.link(`net/name"${pen.t(words)}`, run.connected.ref)
  pen.with(FLY.run, 'along', () => hop(pen, 'grpc/start', x.tasksStart, 'dockerd', 'containerd', 'lit', run.tasksStart))
  pen.with(FLY.run, 'landed', () => {
    pen.say('grpc/start/name', 'Tasks.Start', [x.tasksStart + 11, grpcLine], 110, { weight: 600 })
  })
}

function runcStart(pen: Pen, grid: Grid): void {
  const { x } = grid
  const { theme } = pen
  const amber = pen.tone('hyper')
  bar(pen, 'start', 'runc', amber, { from: x.runcStart, to: x.runcStartEnd, strokeWidth: 2.2 })
  pen.link('start', run.runcStart.ref)
  arrow(pen, 'start/from', x.runcStart + 16, bottom('shim'), top('runc'), amber.edge)
  const centre = (x.runcStart + x.runcStartEnd) / 2
  pen.say('start/name', 'runc start', [centre, noteLine('runc')], x.runcStartEnd - x.runcStart - 6, {
    anchor: 'middle',
    weight: 700,
    ink: amber.ink,
  })
  // Beyond the line of the moment, which stands right behind the bar.
  const beyond = x.exec + 8
  const gone = t('열고 종료', 'opens, exits')
  if (pen.set(gone, grid.right - beyond).fits)
    pen.say('start/gone', gone, [beyond, noteLine('runc')], grid.right - beyond, { ink: theme.soft })
  pen.line(
    'door/opener',
    [
      [x.runcStart + 24, bottom('runc') + 1],
      [x.runcStart + 24, middle('app') - 26],
      [x.gate + 5, middle('app') - 26],
    ],
    theme.accent,
    { head: 9, strokeWidth: 2.6, radius: 5, halo: true },
  )
  pen.say('door/name', t('문 열림', 'open'), [x.gate + 10, noteLine('app')], x.exec - x.gate - 14, {
    weight: 700,
    ink: theme.accent,
  })
}

function app(pen: Pen, grid: Grid): void {
  const { x } = grid
  const tone = pen.tone('app')
  bar(pen, 'app', 'app', tone, { from: x.exec, to: grid.right, openRight: true, strokeWidth: 2 })
  pen.link('app', run.exec.ref)
  const pad = grid.terse ? 8 : 12
  const size = grid.terse ? 16 : 18
  const name = pen.say('app/name', oci.program, [x.exec + pad, noteLine('app')], 60, {
    size,
    weight: 700,
    ink: tone.ink,
  })
  const room = grid.right - name.right - 10
  const pid = String(who.app.pid)
  if (pen.set(pid, room, { mono: true }).fits)
    pen.say('app/pid', pid, [name.right + 8, noteLine('app')], room, { mono: true, ink: tone.ink })
  const at = Math.min(x.exec + 28, grid.right - 44)
  arrow(pen, 'app/call', at, bottom('app'), rows.kernel.y, tone.edge)
  pen.say('kernel/exec', `execve`, [at, noteLine('kernel')], 100, {
    anchor: 'middle',
    weight: 700,
    ink: pen.theme['on-kernel'],
  })
  pen.link('kernel/exec"execve', run.exec.ref)
}

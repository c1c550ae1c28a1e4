import type { Text } from '../../../contract/deck.ts'
import type { Hand, Pen, Words } from '../../diagram/pen.ts'
import { bar, outline } from './bar.ts'
import { hop } from './calls.ts'
import { bottom, middle, rows, top, wallRows, type Grid } from './grid.ts'
import { gapLine, nameHand, nameLine, noteLine, pidHand } from './lanes.ts'
import { log } from './log.ts'
import { bytesText, container, messageBytes, msText, oci, pidOf, run, who } from './recorded.ts'
import { unborn } from './unborn.ts'
import { gates, walls } from './walls.ts'

const t = (ko: string, en: string): Text => ({ ko, en })

/** The shim: it stays as long as the container does. */
function shim(pen: Pen, grid: Grid, lit: boolean): void {
  const { x } = grid
  bar(pen, 'shim', 'shim', pen.tone('daemon', !lit), {
    from: x.shim,
    to: grid.right,
    openRight: true,
    strokeWidth: lit ? 2.2 : 1.8,
  })
  pen.link('shim', run.shim.ref)
  const name = pen.say('shim/name', 'containerd-shim', [x.shim + 14, nameLine('shim')], 150, nameHand(pen, lit))
  const pid = pen.say('shim/pid', `PID ${who.shim.pid}`, [name.right + 12, noteLine('shim')], 90, pidHand(pen, lit))
  if (!lit) return
  const parent = t(`부모는 PID ${who.shim.parent}`, `its parent: PID ${who.shim.parent}`)
  const room = grid.right - 12 - pid.right - 12
  if (pen.set(parent, room, { weight: 600 }).fits)
    pen.say('shim/parent', parent, [grid.right - 12, noteLine('shim')], room, { anchor: 'end', weight: 600 })
}

/** The program that only starts the shim, and is gone before the shim has anything to do. */
function launcher(pen: Pen, grid: Grid, now: boolean): void {
  const { launch } = grid.x
  if (launch === null) return
  const w = grid.x.shim - 6 - launch
  outline(pen, 'launch', 'shim', launch, launch + w)
  pen.link('launch', run.launch.ref)
  pen.say('launch/name', 'shim start', [launch + w / 2, noteLine('shim')], w - 2, {
    anchor: 'middle',
    ink: now ? pen.theme.ink : pen.theme.soft,
  })
}

/** EF-9: containerd starts a shim, and lets it go. */
export function shimBorn(pen: Pen, grid: Grid): void {
  const { x } = grid
  unborn(pen, grid, ['shim'])
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
  log(
    pen,
    'log',
    [t('기록 · shim이 뜨는 순간', 'Recorded · a shim is born')],
    [
      {
        moment: run.bundle,
        what: [t('containerd: config.json 씀', 'containerd: config.json'), 'config.json'],
        plain: true,
      },
      {
        moment: run.launch,
        what: [t('exec containerd-shim … start', 'exec containerd-shim … start'), 'exec shim start'],
        mark: String(pidOf(run.launch)),
      },
      { moment: run.shim, what: ['exec containerd-shim', 'exec shim'], mark: String(pidOf(run.shim)), now: true },
      { moment: run.launched, what: [t('shim start 종료', 'shim start exits')], plain: true, mark: 'exit 0' },
    ],
    {
      x: grid.left,
      right: x.log,
      note: pen.choose(
        [
          t(`그래서 shim의 부모는 PID ${who.shim.parent}`, `so the parent of the shim is PID ${who.shim.parent}`),
          t(`shim의 부모: PID ${who.shim.parent}`, `shim's parent: PID ${who.shim.parent}`),
        ],
        x.log - grid.left - 20,
      ),
      noted: run.tree,
    },
  )
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

function tasksCreate(pen: Pen, grid: Grid, words: Words): void {
  const { x } = grid
  hop(pen, 'grpc/task', x.tasksCreate, 'dockerd', 'containerd', 'past', run.tasksCreate)
  pen.say('grpc/task/past', words, [x.tasksCreate + 12, gapLine('dockerd', 'containerd') + 2], 220, {
    ink: pen.theme.soft,
  })
}

/** EF-10: runc create makes four walls out of system calls and leaves a process waiting at the door. */
export function wallsBuilt(pen: Pen, grid: Grid): void {
  const { x } = grid
  const { theme } = pen
  launcher(pen, grid, false)
  hop(pen, 'shim/from', (x.launch ?? x.shim) + 16, 'containerd', 'shim', 'past', run.launch)
  shim(pen, grid, false)
  tasksCreate(pen, grid, t('Tasks.Create, 아직 답이 없다', 'Tasks.Create, no answer yet'))
  runcCreate(pen, grid)
  outline(pen, 'start', 'runc', x.runcStart, x.runcStartEnd)
  pen.say('start/unborn', 'start', [(x.runcStart + x.runcStartEnd) / 2, noteLine('runc')], 60, {
    anchor: 'middle',
    ink: theme.soft,
  })
  walls(pen, grid, true)
  init(pen, grid, x.gate - 6, true)
  gates(pen, grid, true)
  door(pen, grid, false)
  const wait: Hand = { size: 18, weight: 700, ink: theme.accent }
  const { right } = pen.say('door/name', t('대기', 'waiting'), [x.gate + 14, nameLine('app')], 80, wait)
  pen.say('door/where', t('exec.fifo 앞', 'at exec.fifo'), [right + 10, noteLine('app')], grid.right - right - 20, {
    ink: theme.ink,
  })
  pen.link(`door/where"${pen.t(t('exec.fifo 앞', 'at exec.fifo'))}`, run.fifo.ref)
  log(
    pen,
    'log',
    [t('기록 · 시스템 콜 (strace)', 'Recorded · system calls (strace)'), t('기록 · 시스템 콜', 'Recorded · calls')],
    [
      {
        moment: run.cgroup,
        what: [
          `write "${run.cgroup.event.summary.split('"')[1] ?? ''}" → cgroup.procs`,
          'write cgroup.procs',
          'cgroup.procs',
        ],
        mark: '①',
      },
      { moment: run.unshare, what: ['unshare(NEWNS|NEWPID|…)', 'unshare(NEWNS|…)', 'unshare'], mark: '②' },
      { moment: run.pivot, what: ['pivot_root(".", ".")', 'pivot_root'], mark: '③' },
      {
        moment: run.capset,
        what: [t(`capset: ${oci.capabilities}개만 남김`, `capset: ${oci.capabilities} are left`), 'capset'],
        mark: '④',
      },
      {
        moment: run.runcCreated,
        what: [t('runc create 종료', 'runc create exits')],
        plain: true,
        mark: 'exit 0',
        now: true,
      },
    ],
    { x: grid.left, right: x.log },
  )
}

function runcCreate(pen: Pen, grid: Grid): void {
  const { x } = grid
  const amber = pen.tone('hyper')
  bar(pen, 'runc', 'runc', amber, { from: x.runc, to: x.runcEnd, strokeWidth: 2.2 })
  pen.link('runc', run.runcCreate.ref)
  arrow(pen, 'runc/from', x.runc + 16, bottom('shim'), top('runc'), amber.edge)
  const end = pen.say('runc/end', t('끝 · exit 0', 'exit 0'), [x.runcEnd - 12, noteLine('runc')], 90, {
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
  return void end
}

function arrow(pen: Pen, key: string, x: number, from: number, to: number, stroke: string): void {
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
function init(pen: Pen, grid: Grid, to: number, lit: boolean): void {
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
function door(pen: Pen, grid: Grid, open: boolean): void {
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

/** EF-11: the network first, then a second runc opens the door, and the waiting process becomes the app. */
export function executed(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x } = grid
  launcher(pen, grid, false)
  hop(pen, 'shim/from', (x.launch ?? x.shim) + 16, 'containerd', 'shim', 'past', run.launch)
  hop(pen, 'shim/start', x.tasksStart + 4, 'containerd', 'shim', 'lit')
  shim(pen, grid, false)
  outline(pen, 'runc', 'runc', x.runc, x.runcEnd)
  pen.link('runc', run.runcCreated.ref)
  const soft: Hand = { ink: theme.soft }
  const from = x.runc + (grid.terse ? 10 : 32)
  pen.say('runc/name', 'runc create', [from, nameLine('runc')], 120, { size: 18, ...soft })
  pen.say('runc/gone', t('이미 끝남', 'gone'), [x.runcEnd - 12, noteLine('runc')], 90, { ...soft, anchor: 'end' })
  walls(pen, grid, false)
  network(pen, grid)
  init(pen, grid, x.exec - 2, false)
  gates(pen, grid, false)
  door(pen, grid, true)
  runcStart(pen, grid)
  app(pen, grid)
  log(
    pen,
    'log',
    [t('기록 · 문이 열리는 순간', 'Recorded · the door opens')],
    [
      { moment: run.holdNet, what: [`mount /proc/${who.app.pid}/ns/net`, 'mount …/ns/net'], mark: 'dockerd' },
      {
        moment: run.connected,
        what: [
          t(`네트워크 연결 (iptables ${container.filters}번)`, `network connected (${container.filters} iptables)`),
          t('네트워크 연결', 'network connect'),
        ],
        plain: true,
      },
      { moment: run.tasksStart, what: ['Tasks.Start'], mark: bytesText(messageBytes(run.tasksStart)) },
      { moment: run.runcStart, what: ['exec runc start'], mark: String(pidOf(run.runcStart)) },
      { moment: run.runcStarted, what: [t('runc start 종료', 'runc start exits')], mark: 'exit 0', plain: true },
      {
        moment: run.exec,
        what: [`execve ${oci.program} -f -p 8080 …`, `execve ${oci.program}`],
        mark: String(who.app.pid),
        now: true,
      },
    ],
    { x: grid.left, right: x.log },
  )
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
  const line = gapLine('dockerd', 'containerd') + 2
  const room = x.connect - 10 - x.tasksCreate - 24
  const words = pen.choose(
    [
      t(
        `네트워크 연결 ${msText(run.holdNet.ms)} → ${msText(run.connected.ms)}`,
        `network attached ${msText(run.holdNet.ms)} → ${msText(run.connected.ms)}`,
      ),
      t('네트워크 연결', 'network attached'),
    ],
    room,
    { weight: 600 },
  )
  pen.say('net/name', words, [x.connect - 10, line], room, { weight: 600, anchor: 'end' })
  pen.link(`net/name"${pen.t(words)}`, run.connected.ref)
  hop(pen, 'grpc/start', x.tasksStart, 'dockerd', 'containerd', 'lit', run.tasksStart)
  pen.say('grpc/start/name', 'Tasks.Start', [x.tasksStart + 11, line], 110, { weight: 600 })
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
  const room = grid.right - x.runcStartEnd - 10
  const gone = t('열고 끝', 'opens, ends')
  if (pen.set(gone, room).fits)
    pen.say('start/gone', gone, [x.runcStartEnd + 10, noteLine('runc')], room, { ink: theme.soft })
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

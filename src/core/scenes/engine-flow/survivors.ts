import type { Hand } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { outline } from './bar.ts'
import { cutsFor, endsFor, type Cuts } from './cuts.ts'
import { bottom, middle, rows, top, type Grid } from './grid.ts'
import { STOP } from './knobs.ts'
import { lanes, nameLine, noteLine } from './lanes.ts'
import { appBar, cutMark, shimBar } from './process-bars.ts'
import { processTree } from './process-tree.ts'
import { run, type Moment } from './recorded.ts'
import { signals } from './signals.ts'
import { reachableAddresses, checkTerminal } from './reachable.ts'
import { walls } from './walls.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** EF-12: who lives on when something is stopped. */
export function survivors(pen: Pen, grid: Grid, desktop: boolean, stop: number): void {
  const cuts = cutsFor(grid)
  const dead = stop === STOP.dockerd || stop === STOP.both
  const cut = {
    ...(dead || stop === STOP.service ? { dockerd: stop === STOP.service ? cuts.shim + 32 : cuts.dockerd } : {}),
    ...(stop === STOP.both ? { containerd: cuts.containerd } : {}),
  }
  lanes(pen, grid, {
    lit: stop === STOP.container ? ['rest', 'dockerd', 'grpc', 'containerd'] : ['shim', 'app'],
    desktop,
    typed: run.typed,
    returned: stop === STOP.container,
    cut,
    ...(dead ? { bracket: cuts.terminal.x - 16 } : {}),
  })
  if (stop !== STOP.container && stop !== STOP.service) killed(pen, grid, stop)
  walls(pen, grid, false, stop === STOP.container ? endsFor(grid).app : stop === STOP.service ? cuts.app : grid.right)
  past(pen, grid)
  if (stop === STOP.container) {
    signals(pen, grid)
    return
  }
  if (stop === STOP.service) {
    stopped(pen, grid, cuts)
    return
  }
  shimBar(pen, grid, true, grid.right, true)
  appBar(pen, grid, true, grid.right)
  alive(pen, grid)
  processTree(pen, grid, { head: t('남은 프로세스', 'Who is left'), app: true })
  child(pen, grid)
  if (dead) death(pen, 'dockerd', cuts.dockerd, run.killDockerd, run.dockerdDead, cuts.terminal.x - 8)
  if (stop === STOP.both) death(pen, 'containerd', cuts.containerd, run.killContainerd, run.containerdDead, grid.right)
  reachableAddresses(pen, grid, stop)
  checkTerminal(pen, cuts, stop)
}

/** A daemon that is pressed is killed, and one that was killed lives again; containerd goes only after dockerd. */
function killed(pen: Pen, grid: Grid, stop: number): void {
  const next = {
    dockerd: stop === STOP.nothing ? STOP.dockerd : STOP.nothing,
    containerd: stop === STOP.both ? STOP.dockerd : STOP.both,
  }
  for (const lane of ['dockerd', 'containerd'] as const) {
    const room = { x: grid.left, ...rows[lane], w: grid.right - grid.left }
    pen.meter(`${lane}/hand`, room, 0, clear(pen.theme))
    pen.turns({ knob: 'stop', value: next[lane] })
  }
}

/** What is long over: both runs of runc. */
function past(pen: Pen, grid: Grid): void {
  const { x } = grid
  const soft: Hand = { ink: pen.theme.soft, anchor: 'middle' }
  outline(pen, 'runc', 'runc', x.runc, x.runcEnd)
  pen.say('runc/name', 'create', [(x.runc + x.runcEnd) / 2, noteLine('runc')], x.runcEnd - x.runc - 4, soft)
  outline(pen, 'start', 'runc', x.runcStart, x.runcStartEnd)
  pen.say(
    'start/name',
    'start',
    [(x.runcStart + x.runcStartEnd) / 2, noteLine('runc')],
    x.runcStartEnd - x.runcStart - 4,
    soft,
  )
  const words = t('runc 둘은 이미 끝났다', 'both runc are gone')
  const room = x.runc - 12 - grid.name
  if (pen.set(words, room).fits)
    pen.say('runc/gone', words, [x.runc - 12, noteLine('runc')], room, { ink: pen.theme.soft, anchor: 'end' })
}

function alive(pen: Pen, grid: Grid): void {
  const { ink } = pen.tone('app')
  pen.say('app/alive', t('살아 있음', 'alive'), [grid.right - 14, nameLine('app')], 90, {
    size: 18,
    weight: 700,
    anchor: 'end',
    ink,
  })
  pen.say(
    'kernel/same',
    pen.choose(
      [
        t('cgroup · 네임스페이스 · 루트 · 권한은 그대로', 'cgroup · namespaces · root · rights as before'),
        t('벽 넷은 그대로', 'the four walls stay'),
      ],
      grid.right - grid.x.exec - 20,
    ),
    [grid.x.exec, noteLine('kernel')],
    grid.right - grid.x.exec - 12,
    { ink: pen.theme['on-kernel'] },
  )
}

/** The app is the child of the shim: that is why no daemon takes it along. */
function child(pen: Pen, grid: Grid): void {
  const x = grid.x.exec + 20
  pen.line(
    'child',
    [
      [x, bottom('shim') + 1],
      [x, top('app') - 1],
    ],
    pen.tone('daemon').edge,
    { head: 9, strokeWidth: 2.4, halo: true },
  )
  pen.say('child/name', t('자식', 'child'), [x + 12, noteLine('runc')], 60, { weight: 600 })
  pen.link('child', run.tree.ref)
}

function death(
  pen: Pen,
  lane: 'dockerd' | 'containerd',
  x: number,
  order: Moment,
  moment: Moment,
  right: number,
): void {
  const { theme } = pen
  cutMark(pen, `${lane}/dead`, x, lane, moment)
  const kill = pen.say(`${lane}/kill`, 'kill -9', [x + 24, nameLine(lane)], 80, {
    size: 18,
    weight: 700,
    ink: theme['danger-ink'],
  })
  pen.link(`${lane}/kill"kill -9`, order.ref)
  const room = right - kill.right - 10
  const time = msText(moment.ms)
  if (pen.set(time, room).fits)
    pen.say(`${lane}/when`, time, [kill.right + 10, noteLine(lane)], room, { ink: theme.soft })
}

/** A service stopped in the ordinary way stops its containers first; this was not recorded. */
function stopped(pen: Pen, grid: Grid, cuts: Cuts): void {
  const { theme } = pen
  shimBar(pen, grid, false, cuts.shim, false)
  appBar(pen, grid, false, cuts.app)
  cutMark(pen, 'app/dead', cuts.app, 'app')
  cutMark(pen, 'shim/dead', cuts.shim, 'shim')
  cutMark(pen, 'dockerd/dead', cuts.shim + 32, 'dockerd')
  const x = cuts.shim + 64
  pen.say(
    'service/order',
    pen.choose(
      [t('web이 먼저, dockerd가 나중', 'web first, then dockerd'), t('web이 먼저', 'web first')],
      grid.right - x,
      { weight: 600 },
    ),
    [x - 8, noteLine('dockerd')],
    grid.right - x,
    { weight: 600 },
  )
  const right = grid.right - cuts.app - 28
  const beside = grid.right - cuts.shim - 28
  const source = pen.choose(
    [t('기록 아님 · 도커 문서', 'not recorded · Docker docs'), t('기록 아님', 'not recorded')],
    beside,
  )
  pen.say('service/not', source, [cuts.shim + 28, noteLine('shim')], beside, { ink: theme.soft })
  const live: Hand = { weight: 600, lines: 2, leading: 20 }
  const words = pen.choose(
    [
      t('live-restore를 켰다면 web은 계속 돈다', 'with live-restore on, web keeps running'),
      t('live-restore면\n계속 돈다', 'with live-restore\nit keeps running'),
    ],
    right,
    live,
  )
  const { lines } = pen.set(words, right, live)
  pen.say('service/live', words, [cuts.app + 28, baseline(middle('app'), 16, 20, lines.length)], right, live)
  pen.terminal('told', { x: cuts.terminal.x, y: 24, w: cuts.terminal.w, h: 34 }, ['$ sudo systemctl stop docker'])
  pen.say('told/example', t('예시', 'example'), [cuts.terminal.x + cuts.terminal.w, 78], 80, {
    anchor: 'end',
    ink: theme.soft,
  })
}

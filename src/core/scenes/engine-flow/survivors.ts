import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { ended } from './bar.ts'
import { cutsFor, endsFor, type Cuts } from './cuts.ts'
import { bottom, rows, top, type Grid } from './grid.ts'
import { RESTORE, STOP } from './knobs.ts'
import { lanes, nameLine, noteLine } from './lanes.ts'
import { appBar, cutMark, shimBar } from './process-bars.ts'
import { processTree } from './process-tree.ts'
import { run, type Moment } from './recorded.ts'
import { daemonReturns, restoreWords } from './returns.ts'
import { signals } from './signals.ts'
import { reachableAddresses, checkTerminal } from './reachable.ts'
import { walls } from './walls.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

interface Turned {
  readonly stop: number
  readonly restore: number
}

/** EF-12: who lives on when something is stopped, and until when. */
export function survivors(pen: Pen, grid: Grid, { stop, restore }: Turned): void {
  const cuts = cutsFor(grid)
  const [killsOne, killsBoth] = [stop === STOP.dockerd, stop === STOP.both]
  const kills = killsOne || killsBoth
  const stopsService = stop === STOP.service
  // Without live-restore a daemon that ends properly, or comes back, takes the app along.
  const ends = (kills || stopsService) && restore === RESTORE.off
  const late = cuts.shim + 32
  lanes(pen, grid, {
    lit: stop === STOP.container ? ['rest', 'dockerd', 'grpc', 'containerd'] : ['shim', 'app'],
    desktop: false,
    typed: run.typed,
    returned: stop === STOP.container,
    cut: {
      ...(kills ? { dockerd: cuts.dockerd } : stopsService ? { dockerd: ends ? late : cuts.dockerd } : {}),
      ...(killsBoth ? { containerd: cuts.containerd } : {}),
    },
  })
  if (stop !== STOP.container && !stopsService) killed(pen, grid, stop)
  const to = ends ? cuts.app : grid.right
  walls(pen, grid, false, stop === STOP.container ? endsFor(grid).app : to)
  past(pen, grid)
  if (stop === STOP.container) {
    signals(pen, grid)
    return
  }
  shimBar(pen, grid, !ends || kills, ends ? cuts.shim : grid.right, !ends)
  appBar(pen, grid, !ends || kills, to)
  if (!ends) alive(pen, grid)
  else if (kills) sameWalls(pen, grid, to)
  if (stopsService) {
    stopped(pen, grid, cuts, ends ? late : null)
    return
  }
  const head = kills ? t('dockerd가 없는 동안', 'while dockerd is gone') : t('도는 프로세스', 'What runs')
  processTree(pen, grid, { head, app: true })
  child(pen, grid)
  const heard = ends ? cuts.stops - 16 : grid.right
  reachableAddresses(pen, grid, stop, heard)
  checkTerminal(pen, cuts, stop)
  if (!kills) return
  death(pen, 'dockerd', cuts.dockerd, run.killDockerd, run.dockerdDead, cuts.back - 8)
  if (killsBoth) death(pen, 'containerd', cuts.containerd, run.killContainerd, run.containerdDead, cuts.back - 32)
  daemonReturns(pen, grid, cuts, restore, killsBoth)
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
  ended(pen, 'runc', 'runc', x.runc, x.runcEnd)
  pen.say('runc/name', 'create', [(x.runc + x.runcEnd) / 2, noteLine('runc')], x.runcEnd - x.runc - 4, soft)
  ended(pen, 'start', 'runc', x.runcStart, x.runcStartEnd)
  pen.say(
    'start/name',
    'start',
    [(x.runcStart + x.runcStartEnd) / 2, noteLine('runc')],
    x.runcStartEnd - x.runcStart - 4,
    soft,
  )
  const words = t('runc 둘은 이미 끝났다', 'both runcs are gone')
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
  sameWalls(pen, grid, grid.right)
}

/** Nothing that isolates the app depends on a daemon. */
function sameWalls(pen: Pen, grid: Grid, to: number): void {
  const from = grid.x.exec
  const words = pen.choose(
    [
      t('cgroup · 네임스페이스 · 루트 · 권한은 그대로', 'cgroup · namespaces · root · rights as before'),
      t('격리 넷은 그대로', 'the four walls stay'),
    ],
    to - from - 20,
  )
  pen.say('kernel/same', words, [from, noteLine('kernel')], to - from - 12, { ink: pen.theme['on-kernel'] })
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

/**
 * A service stopped in the ordinary way: `last` is where dockerd ends after its containers, null where live-restore lets
 * them run. This was not recorded (moby's daemon.Shutdown, Docker's documentation).
 */
function stopped(pen: Pen, grid: Grid, cuts: Cuts, last: number | null): void {
  const { theme } = pen
  const at = last ?? cuts.dockerd
  if (last !== null) {
    cutMark(pen, 'app/dead', cuts.app, 'app')
    cutMark(pen, 'shim/dead', cuts.shim, 'shim')
  }
  cutMark(pen, 'dockerd/dead', at, 'dockerd')
  const x = at + 24
  const order: readonly [Words, ...Words[]] =
    last === null
      ? [t('dockerd만 끝나고 web은 계속 돈다', 'dockerd ends, web runs on'), t('dockerd만', 'only dockerd')]
      : [t('web, 그다음 dockerd', 'web, then dockerd'), t('web이 먼저', 'web first')]
  const words = pen.choose(order, grid.right - x, { weight: 600 })
  pen.say('service/order', words, [x, noteLine('dockerd')], grid.right - x, { weight: 600 })
  const { x: left, w } = cuts.terminal
  const typed = shortenedCommand(pen, 'sudo systemctl stop docker', w - 24 - pen.view.measure('$ ', 400, true) * 16)
  pen.terminal('told', { x: left, y: 28, w, h: 34 }, [`$ ${typed}`])
  const restore = last === null ? RESTORE.on : RESTORE.off
  const beside = grid.right - cuts.back
  const bold: Hand = { weight: 600 }
  pen.say('service/set', pen.choose(restoreWords(restore), beside, bold), [cuts.back, 50], beside, bold)
  const source = pen.choose(
    [
      t('예시 · 도커 문서대로, 기록 아님', 'example after the Docker docs, not recorded'),
      t('예시 · 기록 아님', 'example, not recorded'),
      t('예시', 'example'),
    ],
    beside,
  )
  pen.say('service/not', source, [cuts.back, 74], beside, { ink: theme.soft })
}

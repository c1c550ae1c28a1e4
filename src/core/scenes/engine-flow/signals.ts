import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { bar } from './bar.ts'
import { hop } from './calls.ts'
import { endsFor, type Ends } from './cuts.ts'
import { bottom, gapText, middle, rows, top, type Grid } from './grid.ts'
import { grpcLine, nameLine, noteLine } from './lanes.ts'
import { appBar, cutMark, shimBar } from './process-bars.ts'
import { typedCommand, container, run, statusOf, tookOf, type Moment } from './recorded.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** `docker stop`: the same way down as the start, twice. First the request to end, ten seconds later the end. */
export function signals(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const ends = endsFor(grid)
  shimBar(pen, grid, false, ends.shim, false)
  appBar(pen, grid, true, ends.app)
  bar(pen, 'stop/cli', 'cli', { fill: theme.card, edge: theme.ink }, { from: ends.cli, to: ends.cliEnd })
  const command = shortenedCommand(
    pen,
    typedCommand(run.stop),
    ends.cliEnd - ends.cli - 36 - pen.view.measure('$ ', 400, true) * 16,
  )
  const { y, h } = rows.cli
  const w = pen.set(`$ ${command}`, Infinity, { mono: true }).width + 25
  pen.terminal('stop/typed', { x: ends.cli + 8, y: y + 3, w, h: h - 6 }, [`$ ${command}`])
  pen.link(`stop/typed"$ ${command}`, run.stop.ref)
  held(pen, ends)
  chain(pen, grid, 'term', ends.term, { call: run.term, runc: run.termRunc, signal: run.termed }, container.termNumber)
  chain(pen, grid, 'kill', ends.kill, { call: run.kill, runc: run.killRunc, signal: run.killed }, container.killNumber)
  waited(pen, grid, ends)
  cutMark(pen, 'app/dead', ends.app, 'app', run.killed)
  const exit = t(`종료 코드 ${container.exitCode}`, `exit ${container.exitCode}`)
  pen.say(
    'app/exit',
    pen.choose([exit, String(container.exitCode)], grid.right - ends.app - 30, { weight: 700 }),
    [ends.app + 24, noteLine('app')],
    grid.right - ends.app - 24,
    {
      weight: 700,
      ink: theme['danger-ink'],
    },
  )
  pen.link(`app/exit"${pen.t(exit)}`, run.exited.ref)
  cutMark(pen, 'shim/dead', ends.shim, 'shim', run.shimGone)
}

/** The one call of `docker stop` stays open until all is over. */
function held(pen: Pen, ends: Ends): void {
  const { theme } = pen
  hop(pen, 'stop/call', ends.term, 'cli', 'dockerd', 'now', run.stopCall)
  pen.say('stop/call/name', 'stop', [ends.term + 12, gapText.first], 60, { size: 17, weight: 700, ink: theme.accent })
  pen.line(
    'stop/held',
    [
      [ends.term + 58, gapText.held],
      [ends.answer, gapText.held],
      [ends.answer, bottom('cli') + 1],
    ],
    pen.tone('daemon').edge,
    { dash: 3, strokeWidth: 1.8, head: 8.5, radius: 6 },
  )
  const took = msText(tookOf(run.stopCall))
  const words = t(`답 ${statusOf(run.stopCall)}까지 ${took}`, `${took} until ${statusOf(run.stopCall)}`)
  pen.say('stop/held/why', words, [ends.answer - 10, gapText.second], ends.answer - ends.term - 20, {
    anchor: 'end',
    ink: theme.soft,
  })
  pen.link(`stop/held/why"${pen.t(words)}`, run.stopCall.ref)
}

interface Chain {
  readonly call: Moment
  readonly runc: Moment
  readonly signal: Moment
}

/** One signal on its way: gRPC, shim, a short runc, the kernel, the process. */
function chain(
  pen: Pen,
  grid: Grid,
  key: 'term' | 'kill',
  x: number,
  { call, runc, signal }: Chain,
  number: number,
): void {
  const { theme } = pen
  const hard = key === 'kill'
  hop(pen, `${key}/grpc`, x, 'dockerd', 'containerd', hard ? 'danger' : 'now', call)
  pen.say(`${key}/grpc/name`, `Tasks.Kill ${number}`, [x + 12, grpcLine], 130, {
    weight: 600,
  })
  hop(pen, `${key}/shim`, x, 'containerd', 'shim', hard ? 'danger' : 'now')
  const amber = pen.tone('hyper')
  const w = grid.terse ? 64 : 76
  bar(pen, `${key}/runc`, 'runc', amber, { from: x - 10, to: x - 10 + w, strokeWidth: 2.2 })
  pen.link(`${key}/runc`, runc.ref)
  pen.say(`${key}/runc/name`, grid.terse ? `kill ${number}` : `runc kill`, [x - 10 + w / 2, noteLine('runc')], w - 4, {
    anchor: 'middle',
    weight: 600,
    ink: amber.ink,
  })
  hop(pen, `${key}/to-runc`, x, 'shim', 'runc', hard ? 'danger' : 'now')
  pen.line(
    `${key}/signal`,
    [
      [x + 20, bottom('runc') + 1],
      [x + 20, top('app') - 1],
    ],
    hard ? theme.danger : theme.accent,
    { head: 10, strokeWidth: 2.8, halo: true },
  )
  pen.link(`${key}/signal`, signal.ref)
  const name: Hand = { size: 17, weight: 700, ink: hard ? theme['danger-ink'] : theme.accent }
  const label = hard ? 'SIGKILL' : 'SIGTERM'
  const beside = pen.say(`${key}/name`, label, [x - 10 + w + 10, noteLine('runc')], 90, name)
  const room = (hard ? grid.right : endsFor(grid).kill - 16) - beside.right - 8
  const time = msText(signal.ms)
  if (pen.set(time, room).fits)
    pen.say(`${key}/when`, time, [beside.right + 8, noteLine('runc')], room, { ink: theme.soft })
}

/** Between the two nothing happens: the program does not listen to the first. */
function waited(pen: Pen, grid: Grid, ends: Ends): void {
  const { ink } = pen.tone('app')
  // Beside the pid of the app, where that reaches so far.
  const from = Math.max(ends.term + 36, grid.x.exec + 164)
  const to = ends.kill - 12
  const seconds = Math.round((run.kill.ms - run.term.ms) / 1000)
  pen.line(
    'waited',
    [
      [from, middle('app') + 9],
      [to, middle('app') + 9],
    ],
    ink,
    { dash: 4, strokeWidth: 1.6, head: 7 },
  )
  pen.say('waited/name', t(`${seconds}초`, `${seconds} s`), [(from + to) / 2, middle('app') + 2], to - from, {
    anchor: 'middle',
    weight: 600,
    ink,
  })
  pen.say(
    'kernel/why',
    pen.choose(
      [
        t('PID 1에 SIGTERM 핸들러가 없으면 커널이 그냥 버린다', 'PID 1 without a handler: the kernel drops SIGTERM'),
        t('핸들러 없는 PID 1: SIGTERM은 버려진다', 'no handler: SIGTERM is dropped'),
        t('SIGTERM은 버려진다', 'SIGTERM is dropped'),
      ],
      grid.right - grid.x.exec - 24,
    ),
    [grid.x.exec, nameLine('kernel') - 1],
    grid.right - grid.x.exec - 12,
    { ink: pen.theme['on-kernel'] },
  )
}

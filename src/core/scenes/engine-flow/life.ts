import type { Text } from '../../../contract/deck.ts'
import type { Hand, Pen, Words } from '../../diagram/pen.ts'
import { bar, outline } from './bar.ts'
import { bottom, middle, rows, top, type Grid, type Lane } from './grid.ts'
import { STOP } from './knobs.ts'
import { gapLine, lanes, nameHand, nameLine, noteLine, pidHand } from './lanes.ts'
import { commandOf, errorOf, msText, oci, outputOf, run, who, addresses, type Moment } from './recorded.ts'
import { signals } from './signals.ts'
import { walls } from './walls.ts'

const t = (ko: string, en: string): Text => ({ ko, en })

/** Where lanes are cut off in EF-12, and where the terminal stands. */
interface Cuts {
  readonly dockerd: number
  readonly containerd: number
  readonly shim: number
  readonly app: number
  readonly terminal: { readonly x: number; readonly w: number }
}

function cutsFor(grid: Grid): Cuts {
  const { width } = grid
  if (grid.terse) return { dockerd: 330, containerd: 440, shim: 620, app: 580, terminal: { x: width - 256, w: 240 } }
  if (!grid.roomy) return { dockerd: 372, containerd: 520, shim: 720, app: 660, terminal: { x: width - 420, w: 404 } }
  return { dockerd: 560, containerd: 704, shim: 840, app: 768, terminal: { x: width - 424, w: 408 } }
}

/** EF-12: who lives on when something is stopped. */
export function steady(pen: Pen, grid: Grid, desktop: boolean, stop: number): void {
  const cuts = cutsFor(grid)
  const dead = stop === STOP.dockerd || stop === STOP.both
  const cut = {
    ...(dead || stop === STOP.service ? { dockerd: stop === STOP.service ? cuts.shim + 32 : cuts.dockerd } : {}),
    ...(stop === STOP.both ? { containerd: cuts.containerd } : {}),
  }
  lanes(pen, grid, {
    lit: stop === STOP.container ? ['cli', 'rest', 'dockerd', 'grpc', 'containerd'] : ['shim', 'app'],
    desktop,
    typed: stop === STOP.container ? null : run.typed,
    cut,
    ...(dead ? { bracket: cuts.terminal.x - 16 } : {}),
  })
  walls(pen, grid, false)
  past(pen, grid)
  if (stop === STOP.container) {
    signals(pen, grid)
    return
  }
  if (stop === STOP.service) {
    stopped(pen, grid, cuts)
    return
  }
  shim(pen, grid, true, grid.right, true)
  app(pen, grid, true, grid.right)
  alive(pen, grid)
  tree(pen, grid)
  child(pen, grid)
  if (dead) death(pen, 'dockerd', cuts.dockerd, grid, run.dockerdDead, cuts.terminal.x - 8)
  if (stop === STOP.both) death(pen, 'containerd', cuts.containerd, grid, run.containerdDead, grid.right)
  answers(pen, grid, stop)
  told(pen, cuts, stop)
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

export function shim(pen: Pen, grid: Grid, lit: boolean, to: number, open: boolean): void {
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

export function app(pen: Pen, grid: Grid, lit: boolean, to: number): void {
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

/** Who is left, as the host lists it. */
function tree(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const x = grid.left + 2
  const [first, step] = [308, 22]
  pen.say('tree/head', t('남은 프로세스', 'Who is left'), [x, first], 180, { weight: 600, ink: theme.soft })
  const mono: Hand = { mono: true }
  pen.say('tree/first', `PID ${who.first.pid}`, [x, first + step], 180, { ...mono, ink: theme.soft })
  pen.say('tree/shim', `└ ${who.shim.pid} ${grid.roomy ? 'containerd-shim' : 'shim'}`, [x + 8, first + 2 * step], 240, {
    ...mono,
    ink: theme.ink,
  })
  pen.say('tree/app', `└ ${who.app.pid} ${oci.program}`, [x + 32, first + 3 * step], 200, {
    ...mono,
    ink: pen.tone('app').word,
  })
}

/** A cross where a lane was cut off. */
export function cross(pen: Pen, key: string, x: number, lane: Lane, moment?: Moment): void {
  const { theme } = pen
  pen.badge(key, [x, middle(lane)], '✕', { w: 28, size: 16, fill: theme.danger, ink: theme.paper, stroke: theme.paper })
  if (moment) pen.link(key, moment.ref)
}

function death(pen: Pen, lane: 'dockerd' | 'containerd', x: number, grid: Grid, moment: Moment, right: number): void {
  const { theme } = pen
  cross(pen, `${lane}/dead`, x, lane, moment)
  const kill = pen.say(`${lane}/kill`, 'kill -9', [x + 24, nameLine(lane)], 80, {
    size: 18,
    weight: 700,
    ink: theme['danger-ink'],
  })
  const room = right - kill.right - 10
  const time = msText(moment.ms)
  if (pen.set(time, room).fits)
    pen.say(`${lane}/when`, time, [kill.right + 10, noteLine(lane)], room, { ink: theme.soft })
  void grid
}

/** An address that answered, or did not, and when it was asked. */
function answer(pen: Pen, key: string, x: number, w: number, words: Words, ok: boolean, moment: Moment): void {
  const { theme } = pen
  const edge = ok ? theme.good : theme.danger
  const { y, h } = rows.runc
  const look = { ...pen.tone('plain'), fill: theme.card, edge, ink: ok ? theme.ink : theme['danger-ink'] }
  pen.block(key, { x, y, w, h }, look, words, { anchor: 'middle', weight: 600, strokeWidth: 2, pad: 6 })
  pen.link(key, moment.ref)
  if (!ok) return
  pen.line(
    `${key}/from`,
    [
      [x + w / 2, top('app') - 1],
      [x + w / 2, y + h + 1],
    ],
    edge,
    { head: 8, strokeWidth: 2.2, halo: true },
  )
}

function answers(pen: Pen, grid: Grid, stop: number): void {
  const from = grid.x.exec + 84
  const room = grid.right - from
  const hello = outputOf(run.answers)[0] ?? ''
  const list: readonly { moment: Moment; words: readonly [Words, ...Words[]]; ok: boolean }[] =
    stop === STOP.dockerd
      ? [
          { moment: run.refused, words: [`✕ ${addresses.proxy}`, t('✕ 거부', '✕ refused')], ok: false },
          { moment: run.natAnswers, words: [`✓ ${addresses.nat}`, '✓ NAT'], ok: true },
          { moment: run.answersOne, words: [`✓ ${addresses.own}`, '✓ IP'], ok: true },
        ]
      : stop === STOP.both
        ? [
            { moment: run.answersOne, words: [`✓ ${hello}`], ok: true },
            { moment: run.answersNone, words: [`✓ ${hello}`], ok: true },
          ]
        : [{ moment: run.answers, words: [`✓ ${hello}`], ok: true }]
  const gap = 16
  const w = Math.min(184, (room - gap * (list.length - 1)) / list.length)
  const step = (room - w) / Math.max(1, list.length - 1)
  list.forEach(({ moment, words, ok }, i) => {
    const x = list.length === 1 ? from + (room - w) / 2 : from + i * step
    answer(pen, `answer/${moment.ref}`, x, w, pen.choose(words, w - 12, { weight: 600 }), ok, moment)
  })
}

/** What was typed, and what came of it. */
function told(pen: Pen, cuts: Cuts, stop: number): void {
  const { x, w } = cuts.terminal
  const inner = w - 24
  const fit = (text: string): string => {
    if (pen.set(text, inner, { mono: true }).fits) return text
    const words = text.split(' ')
    for (let n = words.length - 1; n > 0; n--) {
      const less = `${words.slice(0, n).join(' ')} …`
      if (pen.set(less, inner, { mono: true }).fits) return less
    }
    return text
  }
  const asked = (moment: Moment): string[] => [fit(`$ ${commandOf(moment)}`), fit(outputOf(moment)[0] ?? '')]
  const lines: string[] =
    stop === STOP.both
      ? [fit(`$ ${commandOf(run.killDockerd)}`), fit(`$ ${commandOf(run.killContainerd)}`), ...asked(run.answersNone)]
      : stop === STOP.dockerd
        ? [...asked(run.nobody), fit(`$ ${commandOf(run.refused)}`), fit(errorOf(run.refused))]
        : asked(run.answers)
  const moment = stop === STOP.both ? run.answersNone : stop === STOP.dockerd ? run.refused : run.answers
  const h = lines.length * 26 + 8
  pen.terminal('told', { x, y: lines.length > 2 ? 20 : 32, w, h }, lines)
  pen.link(`told"${lines.join('\n')}`, moment.ref)
}

/** A service stopped in the ordinary way stops its containers first; this was not recorded. */
function stopped(pen: Pen, grid: Grid, cuts: Cuts): void {
  const { theme } = pen
  shim(pen, grid, false, cuts.shim, false)
  app(pen, grid, false, cuts.app)
  cross(pen, 'app/dead', cuts.app, 'app')
  cross(pen, 'shim/dead', cuts.shim, 'shim')
  cross(pen, 'dockerd/dead', cuts.shim + 32, 'dockerd')
  const x = cuts.shim + 64
  pen.say(
    'service/order',
    t('web이 먼저, dockerd가 나중', 'web first, then dockerd'),
    [x - 8, noteLine('dockerd')],
    grid.right - x,
    { weight: 600 },
  )
  const soft: Hand = { ink: theme.soft, lines: 2, leading: 24 }
  const right = grid.right - cuts.app - 28
  pen.say(
    'service/not',
    t('기록 아님 · 도커 문서', 'not recorded · Docker docs'),
    [cuts.shim + 28, noteLine('shim')],
    right,
    soft,
  )
  pen.say(
    'service/live',
    pen.choose(
      [
        t('live-restore를 켰다면 web은 계속 돈다', 'with live-restore on, web keeps running'),
        t('live-restore면\n계속 돈다', 'with live-restore\nit keeps running'),
      ],
      right,
      { weight: 600, lines: 2 },
    ),
    [cuts.app + 28, noteLine('app')],
    right,
    { weight: 600, lines: 2, leading: 22 },
  )
  pen.terminal('told', { x: cuts.terminal.x, y: 32, w: cuts.terminal.w, h: 34 }, ['$ sudo systemctl stop docker'])
  pen.say(
    'told/example',
    t('예시', 'example'),
    [cuts.terminal.x + cuts.terminal.w, gapLine('cli', 'dockerd') + 8],
    80,
    { anchor: 'end', ink: theme.soft },
  )
}

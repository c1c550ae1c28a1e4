import { cross } from '../../diagram/parts/cross.ts'
import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import type { Grid } from './grid.ts'
import { card, kernelBar, processBox, row, slot } from './parts.ts'
import { host, stop, web } from './recorded.ts'
import { t } from '../../words/t.ts'

const PITCH = 28
const TOP = 80
const rowY = (i: number): number => TOP + i * PITCH
const middleY = (i: number): number => rowY(i) + PITCH / 2
const SHUT = 1
const own = web.processes.findIndex(({ pid }) => pid === web.hostPid)

/** What is said of a PID namespace whose first process is gone. */
export const EMPTY = t('비었다', 'empty')

/** Which signal the process got; the rest follows from it. */
export type Signal = (typeof signals)[number]
export const signals = ['none', 'term', 'kill'] as const

/** All processes of the host in its card, the one of the container marked if it is what this is about. */
function hostList(pen: Pen, grid: Grid, lit: boolean, alive: boolean): void {
  const { theme } = pen
  const { x, w } = grid.host
  web.processes.forEach(({ pid, comm }, i) => {
    const mine = i === own
    if (mine && !alive) {
      slot(pen, 'host/gone', x + 16, rowY(i) + 5, w - 32, 18)
      return
    }
    const look = mine && lit ? pen.tone('app') : { fill: clear(theme), edge: clear(theme), ink: theme.ink }
    pen.card(`host/row-${i}`, pen.plate({ x: x + 8, y: rowY(i), w: w - 16, h: 26 }, look, { r: 6 }), [
      pen.writing(String(pid), 56, 19, 56, { mono: true, anchor: 'end', ink: look.ink }),
      pen.writing(comm, 72, 19, w - 96, { mono: true, ink: look.ink }),
    ])
    pen.shows(mine ? web.status.ref : web.tree.ref)
  })
}

/** IS-1: nothing is hidden from a process of the host. */
export function hostView(pen: Pen, grid: Grid): void {
  const { theme } = pen
  card(pen, grid, 'host', { name: t('프로세스 전부', 'All processes'), command: web.tree.command })
  hostList(pen, grid, false, true)

  const { x, w } = grid.inside
  const pad = 16
  const box = (key: string, y: number, h: number): void =>
    pen.box(key, { x, y, w, h }, { fill: theme.card, edge: theme.soft }, { r: 10, strokeWidth: 2 })
  const bold = { size: 18, weight: 700 } as const
  const [left, right, width] = [x + pad, x + w - pad, w - 2 * pad]
  box('root', 8, 84)
  pen.say('root/name', t('루트 파일시스템 전부', 'The whole file system'), [left, 37], width, bold)
  pen.say('root/path', '/', [left, 74], 20, { size: 24, weight: 400, mono: true })
  pen.say('root/mount', t(`마운트 테이블 ${host.own}`, `mount table ${host.own}`), [left + 28, 72], width - 28, {
    ink: theme.soft,
  })
  pen.shows(host.ref)
  box('net', 104, 108)
  pen.say('net/name', t('네트워크 전부', 'The whole network'), [left, 133], width, bold)
  if (grid.roomy)
    pen.say('net/command', `$ ${host.addresses.command}`, [right, 133], 180, {
      mono: true,
      anchor: 'end',
      ink: theme.soft,
    })
  host.addresses.lines.slice(0, 2).forEach(({ name, ip }, i) => {
    const y = 164 + i * 28
    pen.say(`net/${name}`, name, [left, y], 96, { mono: true })
    pen.shows(host.addresses.ref)
    pen.say(`net/${name}/ip`, ip, [left + 88, y], width - 88, { mono: true })
  })
  box('uts', 224, 64)
  pen.say('uts/name', t('호스트 이름', 'The host name'), [left, 262], width, bold)
  pen.say('uts/own', host.hostname.lines.join(''), [right, 262], width, { mono: true, anchor: 'end' })
  pen.shows(host.hostname.ref)

  const words = t('**평범한 프로세스**\n호스트의 셸', '**ordinary process**\nhost shell')
  const hand = { weight: 400, anchor: 'middle', pad: 4, lines: 2, strokeWidth: 2 } as const
  pen.block('process', grid.process, pen.tone('plain'), words, hand)
  // One look that goes up between both columns and branches into each card.
  const list = grid.host.x + grid.host.w - 8
  for (const [key, to, y] of [
    ['list', list, 98],
    ['root', x + 8, 50],
    ['net', x + 8, 145],
    ['uts', x + 8, 256],
  ] as const) {
    const way = [
      [grid.middle, grid.process.y],
      [grid.middle, y],
      [to, y],
    ] as const
    pen.line(`sees/${key}`, way, theme.ink, { strokeWidth: 2.4, head: 10 })
  }
  pen.say('sees', t('모두 보인다', 'sees it all'), [grid.process.x - 16, 343], 160, {
    size: 20,
    anchor: 'end',
    weight: 700,
  })
  kernelBar(pen, grid)
}

/** IS-2: one process, one list that shows it among all others, and one that shows nothing else. */
export function processes(pen: Pen, grid: Grid, signal: Signal): void {
  const { theme } = pen
  const alive = signal !== 'kill'
  card(pen, grid, 'host', { command: web.tree.command })
  card(pen, grid, 'inside', { command: web.inside.command })
  hostList(pen, grid, true, alive)
  const { x, w } = grid.inside
  web.processes.forEach((_, i) => {
    // The row in which nothing is seen of the outside is taken by the words that say so.
    const free = alive ? i !== own && i !== SHUT : i < own - 1 || i > own + 1
    if (free) slot(pen, `inside/slot-${i}`, x + 16, rowY(i) + 5, w - 32, 18)
  })
  if (alive) inner(pen, grid)
  else emptied(pen, grid)
  sight(pen, grid, alive)
  pen.with('same', 'landed', () => pair(pen, grid, signal), { after: 180 })
  kernelBar(pen, grid, signal === 'none')
  if (signal === 'none') {
    const start = [grid.host.x + grid.host.w - 8, middleY(own)] as const
    pen.packet('same', [start, [x + 8, middleY(own)]], '', { fill: theme.app })
    pen.link('same', web.status.ref)
  }
}

function inner(pen: Pen, grid: Grid): void {
  const { x, w } = grid.inside
  const look = pen.tone('app')
  const y = middleY(own)
  const across = [
    [grid.host.x + grid.host.w - 8, y],
    [x + 8, y],
  ] as const
  pen.with('same', 'along', () => pen.line('same/line', across, look.edge, { strokeWidth: 3 }))
  const down = [
    [grid.middle, y],
    [grid.middle, grid.process.y],
  ] as const
  pen.with('same', 'landed', () => pen.line('same/down', down, look.edge, { strokeWidth: 3 }), { after: 80 })
  const room = { x: x + 8, y: rowY(own), w: w - 16, h: 26 }
  pen.place('inside/row', room)
  pen.with('same', 'landed', () => {
    pen.card('inside/row', pen.plate(room, look, { r: 6 }), [
      pen.writing(String(web.insidePid), 56, 19, 56, { mono: true, anchor: 'end', ink: look.ink }),
      pen.writing(web.program, 72, 19, w - 96, { mono: true, ink: look.ink }),
    ])
  })
  pen.shows(web.inside.ref)
}

/** What is left of a PID namespace whose first process died. */
function emptied(pen: Pen, grid: Grid): void {
  const { x, w } = grid.inside
  const words = t('PID 1이 끝나면 커널이\n남은 프로세스도 모두 끝낸다', 'PID 1 is gone: the kernel\nends all the rest')
  const room = { x: x + 16, y: rowY(own - 1) + 8, w: w - 32, h: 68 }
  const look = { ...pen.tone('danger'), fill: pen.theme['danger-soft'] }
  pen.block('inside/empty', room, look, words, { size: 16, anchor: 'middle', pad: 8, lines: 2, leading: 24 })
}

/** Host to container is open, container to host is not. */
function sight(pen: Pen, grid: Grid, alive: boolean): void {
  const { theme } = pen
  const right = grid.host.x + grid.host.w
  const open = grid.inside.x - 4
  pen.line(
    'sight/open',
    [
      [right - 40, 30],
      [open, 30],
    ],
    theme.ink,
    { strokeWidth: 2.4, head: 10 },
  )
  const sees = t('보인다', 'sees in')
  const name = pen.set(t('호스트에서 보면', 'Seen from the host'), Infinity, { size: 18, weight: 700 }).width
  const start = right - 40
  if (pen.set(sees, start - grid.host.x - name - 32).fits)
    pen.say('sight/open', sees, [start - 8, 36], 80, { anchor: 'end', ink: theme.soft })
  if (!alive) return
  const { x } = grid.inside
  pen.line(
    'sight/shut',
    [
      [x + 88, middleY(SHUT)],
      [x + 14, middleY(SHUT)],
    ],
    theme.ink,
    { strokeWidth: 2.4, head: 10, halo: true },
  )
  cross(pen, 'sight/cross', [x, middleY(SHUT)], { ground: theme.paper })
  const words = t('밖은 안 보인다', 'cannot look out')
  const room = grid.inside.w - 120
  row(pen, 'sight/shut', words, x + 100, middleY(SHUT), room, { weight: 600 })
}

/** The two numbers about the process, and the signal that reaches it. */
function pair(pen: Pen, grid: Grid, signal: Signal): void {
  const { theme } = pen
  const { x, y, w, h } = grid.process
  const alive = signal !== 'kill'
  const middle = y + h / 2
  processBox(pen, grid, {
    words: alive ? t(`${web.program} 하나`, `one ${web.program}`) : web.program,
    ...(alive ? {} : { tone: 'danger' as const, dash: 5 }),
    press: { knob: 'signal', value: (signals.indexOf(signal) + 1) % signals.length },
  })
  const ink = alive ? theme.ink : pen.tone('plain', true).ink
  const big = { size: 36, weight: 700 } as const
  const outside = pen.set(String(web.hostPid), 200, big).width
  pen.say('outside', String(web.hostPid), [x - 16, middle + 13], 200, { ...big, anchor: 'end', ink })
  pen.shows(web.status.ref)
  row(pen, 'outside/what', t('호스트 번호', 'on the host'), x - 28 - outside, middle, 120, {
    anchor: 'end',
    ink: theme.soft,
  })
  const { right } = pen.say('within', String(web.insidePid), [x + w + 16, middle + 13], 60, {
    ...big,
    ink: alive ? theme['app-ink'] : ink,
  })
  pen.shows(web.inside.ref)
  row(pen, 'within/what', t('안의 번호', 'inside'), right + 12, middle, 120, { ink: theme.soft })
  if (signal === 'none') return
  const from = [grid.middle, grid.kernel.y] as const
  const danger = theme.danger
  pen.line('signal', [from, [grid.middle, y + h + (alive ? 12 : 1)]], danger, { strokeWidth: 3, head: alive ? 0 : 10 })
  pen.shows(alive ? stop.delivered : stop.killed)
  if (alive) cross(pen, 'signal/cross', [grid.middle, y + h + 9], { ink: danger, size: 5 })
  else cross(pen, 'signal/dead', [x + w - 20, middle], { ink: danger, size: 6 })
  const said = alive
    ? t('SIGTERM · 핸들러가 없어 무시', 'SIGTERM · no handler, ignored')
    : t(`SIGKILL · 종료 코드 ${stop.exit.code}`, `SIGKILL · exit code ${stop.exit.code}`)
  pen.say('signal', said, [grid.middle + 16, y + h + 18], 280, { weight: 600, ink: theme['danger-ink'] })
  const sent = stop.signals[alive ? 0 : 1]
  if (!grid.roomy || !sent) return
  const when = { mono: true, anchor: 'end', ink: theme.soft } as const
  const { command } = stop.command
  const at = t(`$ ${command} · ${sent.at}초`, `$ ${command} · ${sent.at} s`)
  pen.say('signal/when', at, [grid.middle - 16, y + h + 18], 320, when)
}

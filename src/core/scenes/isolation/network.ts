import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import type { Point } from '../../diagram/mark.ts'
import type { Grid } from './grid.ts'
import { card, kernelBar, processBox } from './parts.ts'
import { host, network } from './recorded.ts'
import { t } from '../../words/t.ts'

const BRIDGE = { y: 176, h: 56 }
const OUT = { y: 80, h: 40 }
const CABLE = BRIDGE.y + BRIDGE.h / 2

/** IS-4: a network of its own, one cable to the host's bridge, and the two ways through it. */
export function ownNetwork(pen: Pen, grid: Grid): void {
  const { theme } = pen
  card(pen, grid, 'host', { command: host.addresses.command })
  card(pen, grid, 'inside', { command: network.inside.command })
  const w = grid.roomy ? 264 : grid.host.w - 32
  const left = { x: grid.host.x + 16, w }
  const right = { x: grid.inside.x + grid.inside.w - 16 - w, w }
  pen.block('outside', { ...left, ...OUT }, pen.tone('hard'), t('바깥 네트워크', 'Outside network'), {
    anchor: 'middle',
    size: 17,
  })
  const lo = { ...pen.tone('plain'), fill: clear(theme), edge: theme['app-edge'] }
  pen.block('lo', { ...right, ...OUT }, lo, t(`lo ${network.lo} · 나 자신`, `lo ${network.lo} · itself`), {
    weight: 400,
    dash: 5,
    anchor: 'middle',
  })
  pen.shows(network.inside.ref)
  pen.card(
    'bridge',
    pen.plate({ ...left, ...BRIDGE }, { fill: theme.card, edge: theme['kernel-edge'] }, { strokeWidth: 2 }),
    [
      pen.writing(t('**docker0** 브리지', '**docker0** bridge'), 16, 24, left.w - 48, { size: 17 }),
      pen.writing(network.gateway, 16, 46, left.w - 48, { mono: true, ink: theme.soft }),
    ],
  )
  pen.shows(network.route.ref)
  pen.card(
    'eth0',
    pen.plate({ ...right, ...BRIDGE }, { fill: theme.card, edge: theme['app-edge'] }, { strokeWidth: 2 }),
    [
      pen.writing('**eth0**', 32, 24, right.w - 48, { size: 17 }),
      pen.writing(network.eth0.ip, 32, 46, right.w - 48, { mono: true, ink: theme.soft }),
    ],
  )
  pen.shows(network.inside.ref)
  ways(pen, left, grid.roomy)
  cable(pen, grid, left, right)
  kernelBar(pen, grid)
  processBox(pen, grid)
}

interface Span {
  readonly x: number
  readonly w: number
}

/** In by the published port, out by address translation. */
function ways(pen: Pen, { x, w }: Span, roomy: boolean): void {
  const { theme } = pen
  const [top, bottom] = [OUT.y + OUT.h, BRIDGE.y]
  const [into, out] = [x + 40, x + w - 32]
  pen.line(
    'in',
    [
      [into, top],
      [into, bottom - 1],
    ],
    theme['app-edge'],
    { strokeWidth: 3, head: 10 },
  )
  pen.shows(network.dnat.ref)
  pen.say('in', `-p ${network.dnat.port}`, [into + 12, top + (roomy ? 24 : 33)], 90, { mono: true })
  if (roomy) pen.say('in/to', `→ ${network.dnat.to}`, [into + 12, top + 46], 170, { mono: true, ink: theme.soft })
  pen.line(
    'out',
    [
      [out, bottom],
      [out, top + 1],
    ],
    theme.soft,
    { strokeWidth: 2.4, head: 10 },
  )
  pen.shows(network.nat.ref)
  if (roomy) pen.say('out', 'NAT', [out + 12, top + 33], 60, { ink: theme.soft })
  else pen.say('out', 'NAT', [out - 12, top + 33], 60, { anchor: 'end', ink: theme.soft })
}

/** A request from outside, all the way in. */
const ASKED = 'asked'

/** The two ends of the cable, and what travels through it to the process. */
function cable(pen: Pen, grid: Grid, left: Span, right: Span): void {
  const { theme } = pen
  const [a, b] = [left.x + left.w - 16, right.x + 12]
  const look = { fill: theme.card, stroke: theme['app-edge'], strokeWidth: 3, w: 16 }
  pen.line(
    'cable',
    [
      [a, CABLE],
      [b, CABLE],
    ],
    theme['app-edge'],
    { strokeWidth: 6 },
  )
  pen.shows(network.inside.ref)
  pen.with(ASKED, 'passed', () => {
    pen.badge('cable/host', [a, CABLE], '', look)
    pen.badge('cable/inside', [b, CABLE], '', look)
  })
  ends(pen, grid, left, right)
  const { process } = grid
  const down = right.x + right.w - 48
  const last: readonly Point[] = [
    [down, BRIDGE.y + BRIDGE.h],
    [down, process.y + 24],
    [process.x + process.w + 2, process.y + 24],
  ]
  pen.line('listens', last, theme['app-edge'], { strokeWidth: 3, head: 10, radius: 6 })
  pen.with(ASKED, 'landed', () => {
    pen.say('listens', `:${network.dnat.port}`, [down + 12, process.y + 8], 60, { mono: true })
  })
  const into = left.x + 40
  const path: readonly Point[] = [[into, OUT.y + OUT.h], [into, CABLE], [down, CABLE], ...last.slice(1)]
  // A dot, since a pill would hide names on its way.
  pen.packet(ASKED, path, '', { fill: theme.app })
  pen.link(ASKED, network.ask.ref)
}

/** What the two ends of the cable are called: beside the cable where it is long enough, else below the plates. */
function ends(pen: Pen, { host, roomy }: Grid, left: Span, right: Span): void {
  const { eth0 } = network
  const soft = { ink: pen.theme.soft } as const
  const edge = left.x + left.w
  const [name, what] = roomy ? [CABLE - 12, CABLE + 28] : [256, 278]
  const outer = { x: roomy ? edge + 12 : edge, anchor: roomy ? 'start' : 'end' } as const
  const inner = { x: roomy ? right.x - 12 : right.x, anchor: roomy ? 'end' : 'start' } as const
  pen.say('end/host', `${eth0.peer}: veth`, [outer.x, name], left.w, { mono: true, anchor: outer.anchor })
  const one = [t('가상 케이블의 한쪽 끝', 'one end of the cable'), t('케이블 한쪽 끝', 'cable end')] as const
  // Beside the cable it is said on the host's side of the border.
  const room = roomy ? host.x + host.w - 8 - outer.x : left.w
  pen.say('end/host/what', pen.choose(one, room), [outer.x, what], room, { ...soft, anchor: outer.anchor })
  pen.say('end/inside', `${eth0.index}: eth0@if${eth0.peer}`, [inner.x, name], right.w, {
    mono: true,
    anchor: inner.anchor,
  })
  pen.shows(network.inside.ref)
  pen.say('end/inside/what', t('다른 쪽 끝', 'the other end'), [inner.x, what], right.w / 2, {
    ...soft,
    anchor: inner.anchor,
  })
}

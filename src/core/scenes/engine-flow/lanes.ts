import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import type { Point } from '../../diagram/mark.ts'
import { clear, mix } from '../../diagram/tone.ts'
import { bar } from './bar.ts'
import { bottom, middle, rows, top, type Grid, type Lane } from './grid.ts'
import { typedCommand, returned, who, type Moment } from './recorded.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

export type Part = Lane | 'rest' | 'grpc' | 'ttrpc'

export interface Look {
  readonly lit: readonly Part[]
  readonly desktop: boolean
  /** The command in the CLI's lane; none where the CLI is not running. */
  readonly typed: Moment | null
  /** Where a lane was cut off, instead of going on. */
  readonly cut?: Partial<Record<Lane, number>>
  /** Whether the daemons are those that came back after the first ones had been killed. */
  readonly returned?: boolean
}

export const nameHand = (pen: Pen, lit: boolean): Hand => ({
  size: 18,
  weight: 700,
  ink: lit ? pen.theme.ink : pen.theme.soft,
})
export const pidHand = (pen: Pen, lit: boolean): Hand => ({ mono: true, ink: lit ? pen.theme.ink : pen.theme.soft })

/** Baselines of a lane's name and of what stands beside it. */
export const nameLine = (lane: Lane): number => baseline(middle(lane), 18)
export const noteLine = (lane: Lane): number => baseline(middle(lane), 16)
/** Where the protocol between two lanes is named. */
export const gapLine = (above: Lane, below: Lane): number => baseline((bottom(above) + top(below)) / 2, 16)

/** Where Docker Engine ends: the CLI, the API and the daemon belong to it, and nothing below. */
const BRACKET = { y: 12, bottom: 141 } as const

/** Where gRPC is spoken: between the end of the engine and containerd. */
export const grpcLine = baseline((BRACKET.bottom + top('containerd')) / 2, 16)

/** Where a line that passes containerd by crosses its lane: between its name and its PID. */
export const pastContainerd = (pen: Pen, grid: Grid): number =>
  (grid.name + pen.view.measure('containerd', 700, false) * 18 + grid.beside) / 2

/** What dockerd does by itself, beside a line of its own that passes the gRPC between the two by. */
export function ownWork(pen: Pen, key: string, words: Words, x: number, lit: boolean): void {
  const at = [x + 10, grpcLine] as const
  pen.say(key, words, at, 200, { weight: 600, ink: lit ? pen.theme.accent : pen.theme.ink })
}

const SIDE = 6

/** The CLI, its API and the daemon are together called Docker Engine: a bracket around them, not one more party. */
function bracket(pen: Pen, grid: Grid, to: number): void {
  const { theme } = pen
  const { right } = pen.say('engine', t('도커 엔진', 'Docker Engine'), [grid.name, BRACKET.y + 5.8], 160, {
    weight: 600,
    ink: theme.soft,
  })
  pen.line(
    'engine/bracket',
    [
      [right + 8, BRACKET.y],
      [to, BRACKET.y],
      [to, BRACKET.bottom],
      [SIDE, BRACKET.bottom],
      [SIDE, BRACKET.y],
      [grid.name - 8, BRACKET.y],
    ],
    theme.edge,
    { dash: 7, strokeWidth: 1.6, radius: 12 },
  )
}

/** With Docker Desktop all but the CLI lives in a virtual machine. */
function machine(pen: Pen, grid: Grid): void {
  const room = { x: 1, y: top('dockerd') - 6, w: grid.width - 2, h: 439 - top('dockerd') + 6 }
  pen.box('vm', room, { fill: clear(pen.theme), edge: pen.tone('guest').edge }, { r: 12, strokeWidth: 2.4 })
}

function cli(pen: Pen, grid: Grid, look: Look): void {
  const lit = look.lit.includes('cli')
  const { theme } = pen
  const to = grid.x.cliEnd
  bar(pen, 'cli', 'cli', { fill: theme.card, edge: lit ? theme.ink : theme.edge }, { from: grid.left, to })
  pen.say('cli/name', 'docker CLI', [grid.name, nameLine('cli')], 110, nameHand(pen, lit))
  if (!look.typed) return
  const [x, inset, pad] = [grid.beside - 12, 3, 12]
  const command = shortenedCommand(
    pen,
    typedCommand(look.typed),
    to - 4 - x - 2 * pad - pen.view.measure('$ ', 400, true) * 16,
  )
  const w = pen.set(`$ ${command}`, Infinity, { mono: true }).width + 2 * pad + 1
  const { y, h } = rows.cli
  pen.terminal('typed', { x, y: y + inset, w, h: h - 2 * inset }, [`$ ${command}`], { pad })
  pen.link(`typed"$ ${command}`, look.typed.ref)
}

function daemon(pen: Pen, grid: Grid, look: Look, lane: 'dockerd' | 'containerd', note: Words): void {
  const lit = look.lit.includes(lane)
  const end = look.cut?.[lane]
  const tone = pen.tone('daemon', !lit)
  bar(pen, lane, lane, tone, { from: grid.left, to: end ?? grid.right, openLeft: true, openRight: end === undefined })
  pen.say(`${lane}/name`, lane, [grid.name, nameLine(lane)], 108, nameHand(pen, lit))
  pen.say(`${lane}/pid`, note, [grid.beside, noteLine(lane)], 100, pidHand(pen, false))
}

function kernel(pen: Pen, grid: Grid, look: Look): void {
  const { theme } = pen
  const lit = look.lit.includes('kernel')
  const fill = lit ? theme.kernel : mix(theme.kernel, theme.paper, 0.82)
  const { y, h } = rows.kernel
  pen.box('kernel', { x: grid.left, y, w: grid.right - grid.left, h }, { fill, edge: clear(theme) }, { strokeWidth: 0 })
  const hand: Hand = { size: 18, weight: 700, ink: theme['on-kernel'] }
  const { right } = pen.say('kernel/name', t('리눅스 커널', 'Linux kernel'), [grid.name, nameLine('kernel')], 120, hand)
  if (!look.desktop) return
  const words = pen.choose(
    [t('도커 데스크톱의 VM 안', 'in the VM of Docker Desktop'), t('리눅스 VM 안', 'in the Desktop VM'), 'VM'],
    grid.x.mount - 64 - right - 12,
  )
  pen.say('kernel/where', words, [right + 12, noteLine('kernel')], 230, { ink: theme['on-kernel'] })
}

/** What goes behind all bars: a moment's line, and calls of dockerd that pass containerd by. */
export type Behind = () => void

/** The lanes that are there in every step: CLI, dockerd, containerd, kernel, and the bracket around the engine. */
export function lanes(pen: Pen, grid: Grid, look: Look, behind?: Behind): void {
  const { theme } = pen
  if (look.desktop) machine(pen, grid)
  bracket(pen, grid, grid.width - SIDE)
  behind?.()
  cli(pen, grid, look)
  daemon(pen, grid, look, 'dockerd', `PID ${(look.returned ? returned : who).dockerd.pid}`)
  daemon(pen, grid, look, 'containerd', `PID ${(look.returned ? returned : who).containerd.pid}`)
  kernel(pen, grid, look)
  const soft = (part: Part): Hand => ({ ink: look.lit.includes(part) ? theme.ink : theme.soft })
  pen.say('rest', 'REST API', [grid.name, gapLine('cli', 'dockerd')], 100, soft('rest'))
  pen.say('grpc', 'gRPC', [grid.name, grpcLine], 100, soft('grpc'))
}

export const NOW = { y: 12, h: 24 } as const

/** Where on its way the moment passes something that stands elsewhere. */
export const passes = (x: number): Point => [x, NOW.y]

/** The line of that moment, drawn behind everything else. Where `plays`, others wait for it to pass. */
export function nowLine(pen: Pen, { playhead }: Grid, x: number, to: number, plays: boolean): void {
  const line = (): void => {
    const points = [passes(x), [x, to]] as const
    pen.line(`${playhead}/line`, points, mix(pen.theme.accent, pen.theme.paper, 0.5), { strokeWidth: 1.6 })
  }
  if (plays) pen.with(playhead, 'along', line)
  else line()
}

/** The time of that moment, in a pill above the lanes. */
export function nowTime(pen: Pen, grid: Grid, x: number, moment: Moment, ms = moment.ms): void {
  const text = msText(ms)
  const w = pen.view.measure(text, 700, false) * 16 + 28
  const place = Math.min(grid.width - w / 2 - 2, x)
  const look = { shape: 'pill', w, h: NOW.h, strokeWidth: 0, stroke: pen.theme.paper } as const
  pen.badge(grid.playhead, [place, NOW.y], text, look)
  pen.link(grid.playhead, moment.ref)
}

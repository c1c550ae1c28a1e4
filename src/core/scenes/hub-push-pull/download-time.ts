import type { Pen } from '../../diagram/pen.ts'
import type { Handle, FlightTime } from '../../diagram/mark.ts'
import { mix } from '../../diagram/tone.ts'
import { rowY, slotMiddle, type Grid } from './grid.ts'
import { pulls, type Pull } from './recorded.ts'
import type { Call } from './recorded-calls.ts'
import { t } from '../../words/t.ts'

/** When a request for a blob was under way, in ms after the first of them. */
export interface Stay {
  readonly call: Call
  readonly from: number
  readonly to: number
}

/** The requests for blobs of a pull in recorded time. */
export function staysOf({ blobs }: Pull): readonly Stay[] {
  const first = Math.min(...blobs.map(({ ms }) => ms))
  return blobs.map((call) => ({ call, from: call.ms - first, to: call.endMs - first }))
}

/** The clock of the scene runs for so many ms: to the end of the longest pull. */
export const LAST_MS = Math.ceil(Math.max(...pulls.flatMap(staysOf).map(({ to }) => to)))

/** So many times slower than recorded do downloads run when their step comes. */
const SLOWER = 32

/** A stay as a flight in recorded time, as far as the moment that is shown. */
export const recordedTime = ({ from, to }: Stay, now: number): FlightTime => ({
  after: SLOWER * from,
  ms: SLOWER * (Math.min(to, now) - from),
})

/** Where along the lanes a moment is, in px. */
export function momentX({ lane }: Grid, ms: number): number {
  const [start, end] = [lane.x + 24, lane.x + lane.w - 24]
  return start + ((end - start) * ms) / LAST_MS
}

/** A hand takes the moment along the recorded time. */
const handleOf = (grid: Grid): Handle => ({
  knob: 'moment',
  axis: 'x',
  places: [0, LAST_MS].map((ms) => [momentX(grid, ms), ms]),
})

const EVERY = 5
/** The track of the clock lies in the row above the first blob. */
const TRACK = { y: rowY(1) + 20, h: 8 } as const

/** The scale of the recorded time, and how much slower it passes here. */
export function clockFace(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const x = (ms: number): number => momentX(grid, ms)
  const wordings = [
    t(`막대 = 받는 동안(ms) · ${SLOWER}배 느리게`, `bar = transfer time (ms) · ${SLOWER}× slower`),
    t(`ms · ${SLOWER}배 느리게`, `ms · ${SLOWER}× slower`),
  ] as const
  const room = grid.lane.w - 32
  pen.say('clock/slower', pen.choose(wordings, room), [grid.lane.x + 16, slotMiddle(0) + 6], room, { ink: theme.soft })
  const track = { x: x(0), y: TRACK.y, w: x(LAST_MS) - x(0), h: TRACK.h }
  pen.box('clock', track, { fill: theme.sunk, edge: theme.rule }, { r: TRACK.h / 2 })
  pen.turns(handleOf(grid))
  const step = grid.lane.w < 300 ? 2 * EVERY : EVERY
  for (let ms = 0; ms < LAST_MS - 1; ms += step)
    pen.say(`clock/${ms}`, String(ms), [x(ms), TRACK.y - 7], 40, { anchor: 'middle', ink: theme.soft })
}

/** The line of the moment that is shown. */
export function momentLine(pen: Pen, grid: Grid, now: number): void {
  const { theme } = pen
  const x = (ms: number): number => momentX(grid, ms)
  const y = TRACK.y + TRACK.h / 2
  const top = [x(now), y] as const
  pen.line('moment', [top, [x(now), rowY(7) - 4]], theme.accent, { strokeWidth: 2 })
  pen.turns(handleOf(grid))
  pen.badge('moment/hold', top, '', { w: 24, fill: theme.accent, stroke: theme.paper, strokeWidth: 3 })
  pen.turns(handleOf(grid))
}

/** Until its turn comes a layer waits. */
export function waiting(pen: Pen, grid: Grid, row: number, until: number, isOver: boolean): void {
  const { theme } = pen
  const x = (ms: number): number => momentX(grid, ms)
  const y = slotMiddle(row)
  const stroke = mix(theme.soft, theme.paper, 0.76)
  const way = [
    [x(0), y],
    [x(until) - 4, y],
  ] as const
  pen.line('waits', way, stroke, { strokeWidth: 2, dash: 3 })
  const wordings = [t('차례를 기다린다', 'waits its turn'), t('다음', 'next')] as const
  const room = x(until) - x(0) - 32
  const words = pen.choose(wordings, room, { weight: 600 })
  const { width, fits } = pen.set(words, room, { weight: 600 })
  if (!fits) return
  const w = width + 20
  const plate = { x: x(0) + 12, y: y - 15, w, h: 30 }
  pen.card(`waits"${pen.t(words)}`, pen.plate(plate, { fill: theme.paper, edge: theme.paper }, { strokeWidth: 0 }), [
    pen.writing(words, w / 2, 21, w - 8, { weight: 600, anchor: 'middle', ink: isOver ? theme.soft : theme.ink }),
  ])
}

import type { Pen } from '../../diagram/pen.ts'
import { PLAYHEAD, type Grid } from './grid.ts'
import { passes } from './lanes.ts'
import { runMs } from './recorded.ts'

/** How wide the names stand before the time begins, and how far from the edge of the stage it ends. */
export const NAMES = 132
const [GAP, MARGIN] = [40, 56]

/** A moment of the run, and where on the stage each moment is: in this picture time is to scale. */
export interface RunClock {
  readonly ms: number
  readonly x: (ms: number) => number
}

export function clockFor(grid: Grid, ms: number): RunClock {
  const [from, to] = [grid.left + NAMES + GAP, grid.width - MARGIN]
  return { ms, x: (at) => from + ((to - from) * at) / runMs }
}

/** Draws what happened at a moment, once the line has come there, or so many px further. */
export function since(pen: Pen, clock: RunClock, ms: number, draw: () => void, further = 0): void {
  if (clock.x(ms) + further > clock.x(clock.ms)) return
  pen.with(PLAYHEAD, 'passed', draw, { place: passes(clock.x(ms) + further) })
}

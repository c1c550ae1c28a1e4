import type { Room } from '../../diagram/look.ts'

/** Rows shared by both stacks; they never move while the pair is on stage. */
export const rows = {
  wall: { y: 56, h: 264 },
  app: { y: 88, h: 48 },
  libs: { y: 144, h: 40 },
  kernel: { y: 200, h: 56 },
  virtual: { y: 264, h: 48 },
  hyper: { y: 328, h: 48 },
  hard: { y: 384, h: 48 },
  container: { y: 56, h: 136 },
  host: { y: 200, h: 176 },
} as const

export interface Grid {
  readonly width: number
  /** Width of one stack. */
  readonly stack: number
  /** Where the right stack begins. */
  readonly right: number
  readonly col: number
  readonly gap: number
  /** How many columns there is room for, and how many apps are left over. */
  readonly shown: number
  readonly more: number
  /** From a column's border to the boxes in it. */
  readonly pad: number
  /** From a box's border to its words. */
  readonly inset: number
  /** How far from a column's right border the lane for packets and numbers runs. */
  readonly lane: number
  /** Whether there is only room for the shortest words. */
  readonly terse: boolean
  readonly engine: Room
}

const NARROWEST = 84

/** The columns for a stage width and a number of apps. At 1168 px: x 0/160/320 and 552/712/872, 144 wide. */
export function gridFor(width: number, apps: number): Grid {
  const [between, aside, engine, tail] =
    width >= 1100 ? [88, 24, 112, 16] : width >= 900 ? [80, 16, 112, 16] : [76, 12, 92, 12]
  const stack = Math.floor((width - between - aside - engine - tail) / 2 / 2) * 2
  const gapFor = (n: number): number => (n > 3 ? 8 : width >= 1100 ? 16 : 10)
  const colFor = (n: number): number => (stack - gapFor(n) * (n - 1)) / n
  const room = [5, 4, 3].find((n) => colFor(n) >= NARROWEST) ?? 3
  const shown = Math.min(apps, room)
  const divisions = Math.max(3, shown)
  const col = colFor(divisions)
  const terse = col < 110
  const right = stack + between
  return {
    width,
    stack,
    right,
    col,
    gap: gapFor(divisions),
    shown,
    more: apps - shown,
    pad: terse ? 5 : 8,
    inset: terse ? 5 : 12,
    lane: terse ? 12 : 24,
    terse,
    engine: { x: right + stack + aside, y: 72, w: engine, h: 88 },
  }
}

/** A column's left border, from the left border of its stack. */
export const columnX = (grid: Grid, i: number): number => i * (grid.col + grid.gap)

/** The box of a row in a column. */
export const stackCell = (grid: Grid, x: number, i: number, row: { readonly y: number; readonly h: number }): Room => ({
  x: x + columnX(grid, i) + grid.pad,
  y: row.y,
  w: grid.col - 2 * grid.pad,
  h: row.h,
})

export const laneX = (grid: Grid, x: number, i: number): number => x + columnX(grid, i) + grid.col - grid.lane

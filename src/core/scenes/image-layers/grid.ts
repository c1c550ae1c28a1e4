import type { Room } from '../../diagram/look.ts'

/** Rows of the stack; they never move while it is on stage. */
export const rows = {
  terminal: { y: 0, h: 56 },
  merged: { y: 72, h: 56 },
  upper: { y: 152, h: 56 },
  /** From the top of a container's frame to its bottom, where several stand side by side. */
  frame: { y: 72, h: 128 },
  layers: { y: 232, h: 184 },
  axis: 434,
} as const

export const LAYER = { h: 40, step: 48 } as const

interface Row {
  readonly y: number
  readonly h: number
}

/** So far a lifted sheet rises, in px, and so far those above it make room. */
const LIFT = { own: 8, above: 12 } as const

/** The row of a layer; layer 1 is the lowest. Where one of them is lifted, those above it make room. */
export const layerRow = (n: number, lifted = 0): Row => ({
  y: rows.layers.y + (4 - n) * LAYER.step - (n === lifted ? LIFT.own : lifted > 0 && n > lifted ? LIFT.above : 0),
  h: LAYER.h,
})

/** The writable sheet among those that can be lifted: the one after the four layers. */
export const UPPER = 5

/** The row of the writable sheet. */
export const upperRow = (lifted = 0): Row => ({
  y: rows.upper.y - (lifted === UPPER ? LIFT.own : 0),
  h: rows.upper.h,
})

export interface Span {
  readonly x: number
  readonly w: number
}

export interface Grid {
  readonly width: number
  /** How far the picture reaches: what stands beside it begins after that. */
  readonly main: number
  /** How wide the names at the left of the rows are. */
  readonly rail: number
  readonly sheet: Span
  /** What stands at the right of the sheets; none where something else does. */
  readonly aside: Span | null
  /** One column a path. */
  readonly columns: readonly Span[]
}

export const INSET = 8
const GAP = 8
const SHARES = [128, 112, 112, 100, 104]
const TOTAL = SHARES.reduce((sum, w) => sum + w, 0)

function columnsIn({ x, w }: Span): Span[] {
  const scale = (w - 2 * INSET - (SHARES.length - 1) * GAP) / TOTAL
  let left = x + INSET
  return SHARES.map((share) => {
    const column = { x: left, w: share * scale }
    left += column.w + GAP
    return column
  })
}

/**
 * The places for a stage width. At 1168 px: sheets at x 120, 912 wide. Where something stands beside the sheets, `until`
 * says how far they reach.
 */
export function gridFor(width: number, until?: number): Grid {
  const [rail, aside] = width >= 1100 ? [120, 136] : width >= 900 ? [112, 112] : [112, 100]
  const main = until ?? width
  const sheet = { x: rail, w: main - rail - (until === undefined ? aside : 0) }
  return {
    width,
    main,
    rail,
    sheet,
    aside: until === undefined ? { x: sheet.x + sheet.w + 8, w: aside - 8 } : null,
    columns: columnsIn(sheet),
  }
}

/** The column with a number; every grid has the same five. */
export function columnAt(grid: Grid, i: number): Span {
  const column = grid.columns[i]
  if (!column) throw new RangeError(`no column ${i}`)
  return column
}

export const middleOf = ({ x, w }: Span): number => x + w / 2

/** The room for a tile: a column in a row, a little inside it. */
export const cell = (column: Span, row: Row): Room => ({
  x: column.x,
  y: row.y + 4,
  w: column.w,
  h: row.h - 8,
})

/** Parts of a span, side by side. */
export function split(span: Span, count: number, gap: number): Span[] {
  const w = (span.w - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, i) => ({ x: span.x + i * (w + gap), w }))
}

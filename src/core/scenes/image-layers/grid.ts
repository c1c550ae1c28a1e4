import type { Room } from '../../diagram/look.ts'

/** Rows of the stack; they never move while it is on stage. */
export const rows = {
  terminal: { y: 0, h: 56 },
  merged: { y: 72, h: 56 },
  upper: { y: 152, h: 56 },
  /** From the top of a container's frame to its bottom, where several stand side by side. */
  frame: { y: 72, h: 144 },
  layers: { y: 232, h: 184 },
  axis: 434,
} as const

export const LAYER = { h: 40, step: 48 } as const

/** The row of a layer; layer 1 is the lowest. */
export const layerRow = (n: number): { y: number; h: number } => ({
  y: rows.layers.y + (4 - n) * LAYER.step,
  h: LAYER.h,
})

export interface Span {
  readonly x: number
  readonly w: number
}

export interface Grid {
  readonly width: number
  /** How far the picture reaches before the record beside it begins. */
  readonly main: number
  /** The record; none where there is no room for it. */
  readonly panel: Span | null
  /** How wide the names at the left of the rows are. */
  readonly rail: number
  readonly sheet: Span
  /** What stands at the right of the sheets; none where there is no room. */
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
 * The places for a stage width. At 1168 px: sheets at x 120, 604 wide; the record from x 873. Where something else
 * than the record stands beside the sheets, `until` says how far they reach.
 */
export function gridFor(width: number, until?: number): Grid {
  const [main, panel, rail, aside] =
    width >= 1100
      ? [822, { x: 873, w: width - 873 }, 120, 98]
      : width >= 900
        ? [width - 270, { x: width - 232, w: 232 }, 112, 0]
        : [width, null, 112, 100]
  if (until !== undefined) {
    const sheet = { x: rail, w: until - rail }
    return { width, main: until, panel: null, rail, sheet, aside: null, columns: columnsIn(sheet) }
  }
  const sheet = { x: rail, w: main - rail - aside }
  return {
    width,
    main,
    panel,
    rail,
    sheet,
    aside: aside ? { x: sheet.x + sheet.w + 8, w: aside - 8 } : null,
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
export const cell = (column: Span, row: { readonly y: number; readonly h: number }): Room => ({
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

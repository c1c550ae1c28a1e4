import type { Room } from '../../diagram/look.ts'

/** Two panels with seven rows each and a lane between every two: a thing never leaves its row. */
export interface Grid {
  readonly width: number
  readonly left: Room
  readonly right: Room
  /** Between the panels. */
  readonly lane: { readonly x: number; readonly w: number }
}

const PANEL = { y: 104, h: 336 }
/** The terminal and what stands beside it. */
export const TOP = { y: 0, h: 72 }
export const ROW = 32

export const rowY = (row: number): number => 152 + 40 * row
export const slotMiddle = (row: number): number => rowY(row) + ROW / 2

export function gridFor(width: number): Grid {
  const panel = width >= 900 ? 264 : 240
  const left = { x: 0, w: panel, ...PANEL }
  const right = { x: width - panel, w: panel, ...PANEL }
  return { width, left, right, lane: { x: panel, w: right.x - panel } }
}

/** Where a row's box is: the head of an image at the edge, what it lists one or two steps in. */
export function slotRoom({ left, right }: Grid, side: Side, row: number, depth: 0 | 1 | 2): Room {
  const panel = side === 'left' ? left : right
  const x = panel.x + 12 + depth * 20
  // On the right a lane stays free for what one repository lends to another.
  const end = side === 'left' ? 12 : depth ? 24 : 8
  return { x, y: rowY(row), w: panel.x + panel.w - end - x, h: ROW }
}

export type Side = 'left' | 'right'

import type { Hand } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Tone } from '../../diagram/tone.ts'
import { rows, stackCell, type Grid } from './grid.ts'
import { rowNames, type Name } from './names.ts'

const VIRTUAL: Name = {
  long: { ko: '가상 하드웨어', en: 'Virtual hardware' },
  short: { ko: '가상\nHW', en: 'Virtual\nHW' },
}
/** What the line in the lane takes away from the words beside it, from the lane's middle. */
const LINE = 5
const LEADING = 20

/**
 * The hardware that a guest believes in. Its name keeps its words and its distance from the upper edge however high the
 * plate is, so that from step to step it goes along as one mark. Gives where its last line is written.
 */
export function hardwareOfGuest(
  pen: Pen,
  grid: Grid,
  i: number,
  row: { readonly y: number; readonly h: number },
  look: Tone,
  rise = 0,
): number {
  const key = `vm/virtual-${i}`
  const room = stackCell(grid, 0, i, row)
  const width = grid.col - grid.pad - grid.inset - grid.lane - LINE
  const hand: Hand = { size: 16, weight: 600, lines: 2, leading: LEADING, ink: look.ink, rise }
  const [name = VIRTUAL.short] = rowNames(pen, [VIRTUAL], width, hand)
  pen.box(key, room, look, { rise })
  const { length } = pen.set(name, width, hand).lines
  const first = baseline(room.y + rows.virtual.h / 2, 16, LEADING, length)
  pen.say(key, name, [room.x + grid.inset, first], width, hand)
  return first + (length - 1) * LEADING
}

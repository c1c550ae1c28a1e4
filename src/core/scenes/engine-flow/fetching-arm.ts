import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { bottom, field, type Grid } from './grid.ts'
import { sideOf } from './image-store.ts'

/** The arm of dockerd that reaches down between its store and the registry. */
export function armRoom(grid: Grid): Room {
  const [gap, w] = grid.terse ? [24, 76] : grid.roomy ? [40, 104] : [32, 88]
  const y = bottom('dockerd')
  return { x: grid.left + sideOf(grid) + gap, y, w, h: field.bottom - y }
}

/** EF-4: dockerd itself fetches. It reaches past containerd, behind that, and what comes ends at it. */
export function fetchingArm(pen: Pen, grid: Grid): void {
  const { x, y, w, h } = armRoom(grid)
  const { fill, edge } = pen.tone('daemon')
  pen.meter('reach', { x, y, w, h }, 1, fill)
  const border = [
    [x, y],
    [x, y + h],
    [x + w, y + h],
    [x + w, y],
  ] as const
  pen.line('reach/border', border, edge, { strokeWidth: 1.8, radius: 8 })
}

/** That it is dockerd: its name, and no border between it and its lane. */
export function armName(pen: Pen, grid: Grid): void {
  const { x, y, w } = armRoom(grid)
  const { fill } = pen.tone('daemon')
  pen.meter('reach/open', { x: x + 0.9, y: y - 2, w: w - 1.8, h: 4 }, 1, fill, { r: 0 })
  // What flies lands on a plate.
  const plate = { fill: clear(pen.theme), edge: clear(pen.theme) }
  pen.box('reach/plate', { x, y: field.y, w, h: field.bottom - field.y }, plate, { strokeWidth: 0 })
  const middle = (field.y + field.bottom) / 2
  const size = grid.terse ? 16 : 18
  pen.say('reach/name', 'dockerd', [x + w / 2, baseline(middle, size)], w - 8, { size, weight: 700, anchor: 'middle' })
}

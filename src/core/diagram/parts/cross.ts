import type { Point } from '../mark.ts'
import type { Pen } from '../pen.ts'

/** A cross on a border: this way is closed. A ground in the colour of what lies below lifts it off the border. */
export function cross(
  pen: Pen,
  key: string,
  [x, y]: Point,
  { ink = pen.theme.ink, size = 7, ground }: { ink?: string; size?: number; ground?: string } = {},
): void {
  if (ground !== undefined)
    pen.badge(`${key}/ground`, [x, y], '', { w: 2 * size + 8, fill: ground, stroke: ground, strokeWidth: 0 })
  const ends = (turn: number): Point[] => [
    [x - size, y - size * turn],
    [x + size, y + size * turn],
  ]
  pen.line(`${key}/a`, ends(1), ink, { strokeWidth: 3.2 })
  pen.line(`${key}/b`, ends(-1), ink, { strokeWidth: 3.2 })
}

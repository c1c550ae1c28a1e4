import type { Pen } from '../pen.ts'

/** The line that parts the picture from the panel of recorded events beside it, down to `bottom`. */
export function eventsPanelEdge(pen: Pen, key: string, x: number, bottom: number): void {
  pen.line(
    key,
    [
      [x, 0],
      [x, bottom],
    ],
    pen.theme.rule,
    { strokeWidth: 1 },
  )
}

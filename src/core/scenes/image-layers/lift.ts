import type { Room } from '../../diagram/look.ts'
import type { Handle } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Tone } from '../../diagram/tone.ts'
import { sheetFill } from './looks.ts'

/** The knob that lifts a sheet, and which one it has lifted; none is 0. */
export interface Lift {
  readonly knob: string
  readonly sheet: number
}

/** A press on a sheet lifts it, and on the lifted one lays it back. */
export const pressOn = ({ knob, sheet }: Lift, n: number): Handle => ({ knob, value: n === sheet ? 0 : n })

/** A lifted sheet is nearer: so much wider at either end, in px. */
const NEARER = 6

/** A sheet of the stack; a lifted one casts a shadow onto what it was lifted from. */
export function sheet(
  pen: Pen,
  key: string,
  { x, y, w, h }: Room,
  tone: Tone,
  { lit, lifted = false, rise = 0 }: { lit: boolean; lifted?: boolean; rise?: number },
): void {
  if (lifted) {
    const { rule } = pen.theme
    pen.box(`${key}/shadow`, { x: x + 8, y: y + h + 3, w: w - 8, h: 7 }, { fill: rule, edge: rule }, { r: 3 })
  }
  const wider = lifted ? NEARER : 0
  pen.box(
    key,
    { x: x - wider, y, w: w + 2 * wider, h },
    { fill: sheetFill(pen, tone), edge: tone.edge },
    { strokeWidth: lifted ? 3 : lit ? 2 : 1.6, rise },
  )
}

import type { Room } from '../look.ts'
import type { Writing } from '../mark.ts'
import type { Pen } from '../pen.ts'
import { clear } from '../tone.ts'

/** A dashed box for what must be known to read the recorded numbers: they never stand without it. */
export function eventsPanelNote(pen: Pen, key: string, room: Room, writings: readonly Writing[]): void {
  const look = { fill: clear(pen.theme), edge: pen.theme['hyper-edge'] }
  pen.card(key, pen.plate(room, look, { r: 10, dash: 4, strokeWidth: 1.5 }), writings)
}

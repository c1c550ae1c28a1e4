import type { EventRef } from '../../traces/digest.ts'
import type { Room } from '../look.ts'
import type { Writing } from '../mark.ts'
import type { Pen } from '../pen.ts'
import { clear } from '../tone.ts'

interface RowLook {
  /** Whether it is what the step is about. */
  readonly lit?: boolean | undefined
  /** The recorded event that a click on the row opens. */
  readonly event?: EventRef | undefined
  readonly rise?: number
}

/** A row of the panel of recorded events: what is written on it, and the ground beneath; gives that ground's colour. */
export function eventsPanelRow(
  pen: Pen,
  key: string,
  room: Room,
  writings: readonly Writing[],
  { lit = false, event, rise = 0 }: RowLook,
): string {
  const fill = lit ? pen.theme['accent-soft'] : clear(pen.theme)
  pen.card(key, pen.plate(room, { fill, edge: clear(pen.theme) }, { strokeWidth: 0 }), writings, rise)
  if (event !== undefined) pen.link(key, event)
  return fill
}

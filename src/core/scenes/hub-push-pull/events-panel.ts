import { eventsPanelEdge } from '../../diagram/parts/events-panel-edge.ts'
import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import { shortened } from '../../diagram/parts/shortened.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Call } from './recorded-calls.ts'
import type { Grid } from './grid.ts'
import { msText } from '../../words/duration-text.ts'

/** A recorded event as a row of the record. */
export interface Entry {
  readonly title: Words
  readonly time: string
  readonly detail: string
  readonly now?: boolean
  readonly ref: EventRef
}

/** A call as a row: what it is about, when it was made, what was asked and answered. */
export const entry = (title: Words, { ref, ms }: Call, detail: string, now = false): Entry => ({
  title,
  time: msText(ms, Infinity),
  detail,
  now,
  ref,
})

const [FIRST, PITCH, HEIGHT, PAD] = [28, 59, 55, 10]

/** The record beside the picture, where there is room for it: a click on a row opens the event. */
export function eventsPanel(pen: Pen, grid: Grid, title: Words, entries: readonly Entry[]): void {
  const { theme } = pen
  const room = grid.log
  if (!room) return
  eventsPanelEdge(pen, 'log/divider', room.x - 16, 436)
  eventsPanelHead(pen, 'log/title', title, [room.x + PAD, 16], room.w - PAD)
  entries.forEach((one, i) => {
    const y = FIRST + i * PITCH
    const key = `log/${one.ref}`
    const soft = one.now ? theme.ink : theme.soft
    const time = pen.set(one.time, Infinity, { mono: true }).width
    const inner = room.w - 2 * PAD
    eventsPanelRow(
      pen,
      key,
      { x: room.x, y, w: room.w, h: HEIGHT },
      [
        pen.writing(one.title, PAD, 22, inner - time - 8, { weight: 600, ink: soft }),
        pen.writing(one.time, room.w - PAD, 22, time + 1, { mono: true, ink: soft, anchor: 'end' }),
        pen.writing(shortened(pen, one.detail, inner), PAD, 45, inner, { mono: true, ink: soft }),
      ],
      { lit: one.now, event: one.ref },
    )
  })
}

import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { field } from './grid.ts'
import { passes, PLAYHEAD } from './lanes.ts'
import { type Moment } from './recorded.ts'
import { msText } from '../../words/duration-text.ts'

/** A line of the record beside the picture. */
export interface Row {
  readonly moment: Moment
  /** What is shown of it where it ends rather than where it begins. */
  readonly ms?: number
  /** From the longest wording to the shortest. */
  readonly what: readonly [Words, ...Words[]]
  /** At the right end, where there is room for it. */
  readonly mark?: Words
  readonly now?: boolean
  /** Where on the axis its moment is, if it comes as that is passed. */
  readonly x?: number
  /** Words rather than a recorded line. */
  readonly plain?: boolean
}

const [PAD, TIME, GAP, MOST] = [10, 64, 14, 32]
const HEAD = 26

/** What was recorded, line by line, as far as the step has come. Every row opens its event. */
export function eventsPanel(
  pen: Pen,
  key: string,
  head: readonly [Words, ...Words[]],
  rows: readonly Row[],
  o: { x: number; right: number; y?: number; bottom?: number; note?: Words; noted?: Moment },
): void {
  const { theme } = pen
  const { x, right, y = field.y, bottom = field.bottom } = o
  const w = right - x
  const title: Hand = { weight: 600, ink: theme.soft }
  eventsPanelHead(pen, `${key}/head`, pen.choose(head, w - 2 * PAD, title), [x + PAD, y + 16], w - 2 * PAD)
  const count = rows.length + (o.note === undefined ? 0 : 1)
  const h = Math.min(MOST, Math.floor((bottom - y - HEAD) / count))
  const from = PAD + TIME + GAP
  const inner = w - from - PAD
  const line = baseline(h / 2, 16)
  rows.forEach((row, i) => {
    const mono = row.plain !== true
    const ink = row.now ? theme.ink : theme.soft
    const hand: Hand = { mono, ink }
    const marked: Hand = { weight: row.now ? 700 : 400, ink: row.now ? theme.accent : theme.soft, anchor: 'end' }
    const marks = row.mark === undefined ? 0 : pen.set(row.mark, Infinity, marked).width + GAP
    // The mark is left out where even the shortest wording would not fit beside it.
    const beside = row.what.some((words) => pen.set(words, inner - marks, hand).fits)
    const room = beside ? inner - marks : inner
    const name = `${key}/${row.moment.ref}${row.ms === undefined ? '' : '/end'}`
    const writings = [
      pen.writing(msText(row.ms ?? row.moment.ms), PAD + TIME, line, TIME, { mono: true, ink, anchor: 'end' }),
      pen.writing(pen.choose(row.what, room, hand), from, line, room, hand),
      ...(row.mark !== undefined && beside ? [pen.writing(row.mark, w - PAD, line, marks, marked)] : []),
    ]
    const show = (): void => {
      const place = { x, y: y + HEAD + i * h, w, h }
      eventsPanelRow(pen, name, place, writings, { lit: row.now, event: row.moment.ref, rise: 8 })
    }
    if (row.x === undefined) show()
    else pen.with(PLAYHEAD, 'passed', show, { place: passes(row.x) })
  })
  if (o.note === undefined) return
  pen.say(`${key}/note`, o.note, [x + PAD, y + HEAD + rows.length * h + line], w - 2 * PAD, { ink: theme.soft })
  if (o.noted) pen.link(`${key}/note"${pen.t(o.note)}`, o.noted.ref)
}

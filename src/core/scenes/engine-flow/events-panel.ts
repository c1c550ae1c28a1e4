import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { field } from './grid.ts'
import { type Moment } from './recorded.ts'
import { msText } from '../../words/duration-text.ts'

/** A line of the record in the picture. */
export interface Row {
  readonly moment: Moment
  /** From the longest wording to the shortest. */
  readonly what: readonly [Words, ...Words[]]
  /** At the right end, where there is room for it. */
  readonly mark: Words
  readonly now?: boolean
}

const [PAD, TIME, GAP, MOST] = [10, 64, 14, 32]
const HEAD = 26

/** What was recorded, line by line, as far as the step has come. Every row opens its event. */
export function eventsPanel(
  pen: Pen,
  key: string,
  head: readonly [Words, ...Words[]],
  rows: readonly Row[],
  { x, right }: { x: number; right: number },
): void {
  const { theme } = pen
  const { y, bottom } = field
  const w = right - x
  const title: Hand = { weight: 600, ink: theme.soft }
  eventsPanelHead(pen, `${key}/head`, pen.choose(head, w - 2 * PAD, title), [x + PAD, y + 16], w - 2 * PAD)
  const h = Math.min(MOST, Math.floor((bottom - y - HEAD) / rows.length))
  const from = PAD + TIME + GAP
  const inner = w - from - PAD
  const line = baseline(h / 2, 16)
  rows.forEach((row, i) => {
    const ink = row.now ? theme.ink : theme.soft
    const hand: Hand = { mono: true, ink }
    const marked: Hand = { weight: row.now ? 700 : 400, ink: row.now ? theme.accent : theme.soft, anchor: 'end' }
    const marks = pen.set(row.mark, Infinity, marked).width + GAP
    // The mark is left out where even the shortest wording would not fit beside it.
    const beside = row.what.some((words) => pen.set(words, inner - marks, hand).fits)
    const room = beside ? inner - marks : inner
    const writings = [
      pen.writing(msText(row.moment.ms), PAD + TIME, line, TIME, { mono: true, ink, anchor: 'end' }),
      pen.writing(pen.choose(row.what, room, hand), from, line, room, hand),
      ...(beside ? [pen.writing(row.mark, w - PAD, line, marks, marked)] : []),
    ]
    const place = { x, y: y + HEAD + i * h, w, h }
    eventsPanelRow(pen, `${key}/${row.moment.ref}`, place, writings, { lit: row.now, event: row.moment.ref, rise: 8 })
  })
}

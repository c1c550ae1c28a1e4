import { eventsPanelEdge } from '../../diagram/parts/events-panel-edge.ts'
import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import { eventsPanelNote } from '../../diagram/parts/events-panel-note.ts'
import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Grid } from './grid.ts'

/** A line of the record: what happened, a number, what it held. */
export interface Row {
  readonly title: Words
  readonly value?: string
  /** The first wording that fits is taken. */
  readonly detail?: readonly [Words, ...Words[]]
  readonly mono?: boolean
  /** Whether it is what the step is about. */
  readonly now?: boolean
  /** Numbers that tie it to the picture. */
  readonly signs?: readonly number[]
  readonly ref?: EventRef
}

export interface Section {
  readonly head: Words
  readonly rows: readonly Row[]
}

export interface Note {
  readonly label: Text
  readonly words: Words
}

const PAD = 12
const [ONE, TWO] = [36, 60]

/** The record beside the picture: what was recorded, each line tied to its event. */
export function eventsPanel(pen: Pen, grid: Grid, sections: readonly Section[], note?: Note): void {
  if (!grid.panel) return
  const { x, w } = grid.panel
  eventsPanelEdge(pen, 'panel/divider', x - 24, 440)
  let y = 0
  sections.forEach(({ head, rows }, s) => {
    eventsPanelHead(pen, `panel/${s}`, head, [x, y + 17], w)
    y += 32
    rows.forEach((row, i) => {
      const h = row.detail ? TWO : ONE
      line(pen, `panel/${s}/${i}`, row, { x, y, w }, h)
      y += h + 4
    })
    y += 12
  })
  if (note) remark(pen, note, { x, w }, y)
}

function line(pen: Pen, key: string, row: Row, { x, y, w }: { x: number; y: number; w: number }, h: number): void {
  const { theme } = pen
  const ink = row.now ? theme.ink : theme.soft
  const signs = row.signs ?? []
  const left = PAD + signs.length * 28
  const hand: Hand = { weight: 600, ink }
  // A name is worth more than its number where there is room for one of them only.
  const room = w - left - PAD
  const needed = pen.view.measure(row.value ?? '', 400, true) * 16 + 8
  const value = pen.set(row.title, room - needed, hand).fits ? (row.value ?? '') : ''
  const valueWidth = value ? needed : 0
  const detail: Hand = { mono: row.mono === true, ink }
  const full = `${key}"${pen.t(row.title)}${row.detail ? pen.t(row.detail[0]) : ''}`
  eventsPanelRow(
    pen,
    full,
    { x, y, w, h },
    [
      pen.writing(row.title, left, 24, w - left - PAD - valueWidth, hand),
      ...(value ? [pen.writing(value, w - PAD, 24, valueWidth, { mono: true, anchor: 'end', ink })] : []),
      ...(row.detail ? [pen.writing(pen.choose(row.detail, w - 2 * PAD, detail), PAD, 48, w - 2 * PAD, detail)] : []),
    ],
    { lit: row.now, event: row.ref },
  )
  signs.forEach((n, i) => {
    pen.badge(`${key}/sign-${n}`, [x + PAD + 11 + i * 28, y + 18], String(n), {
      w: 24,
      stroke: row.now ? theme['accent-soft'] : theme.paper,
    })
  })
}

/** What must be known to read the numbers, in a dashed box at the foot of the record. */
function remark(pen: Pen, { label, words }: Note, { x, w }: { x: number; w: number }, top: number): void {
  const { theme } = pen
  const leading = 23
  const hand: Hand = { lines: 6, leading }
  const { lines } = pen.set(words, w - 2 * PAD, hand)
  const h = (lines.length + 1) * leading + 20
  const y = 440 - h
  if (y < top - 8) pen.tight.push(`no room in the record for ${pen.t(words)}`)
  const first = baseline(h / 2, 16, leading, lines.length + 1)
  eventsPanelNote(pen, `panel/note"${pen.t(words)}`, { x, y, w, h }, [
    pen.writing(label, PAD, first, w - 2 * PAD, { weight: 600, ink: theme['hyper-ink'] }),
    pen.writing(words, PAD, first + leading, w - 2 * PAD, hand),
  ])
}

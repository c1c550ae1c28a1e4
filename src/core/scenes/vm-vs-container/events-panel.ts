import { eventsPanelNote } from '../../diagram/parts/events-panel-note.ts'
import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Hand, Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import type { ToneName } from '../../diagram/tone.ts'
import { mix } from '../../diagram/tone.ts'
import type { EventRef } from '../../traces/digest.ts'
import { boot, events } from './recorded.ts'

/** What a row of a record shows; a number ties it to the same number in the picture. */
export interface Row {
  readonly time?: string
  readonly sign: ToneName | number
  readonly title: Words
  readonly detail?: Words
  readonly plainDetail?: boolean
  readonly now?: boolean
  /** The recorded event that it shows. */
  readonly event?: EventRef
}

const CONDITION: Text = { ko: '조건', en: 'Caveat' }

/** The recorded command in a terminal. */
export function bootCommand(pen: Pen, key: string, room: Room, size = 17): void {
  const pad = size > 16 ? 16 : 12
  const prompt = pen.view.measure('$ ', 400, true) * size
  pen.terminal(key, room, [`$ ${shortenedCommand(pen, boot.command, room.w - 2 * pad - prompt - 2, size)}`], {
    size,
    pad,
  })
  pen.shows(events.vmStarted)
}

const SIGN = 26

/** Rows of a record, all on one grid: time, sign, title, and the recorded line where there is room for it. */
export function eventRows(pen: Pen, key: string, rows: readonly Row[], room: Room, titleWidth: number): void {
  const { theme } = pen
  const pad = 12
  const timed = rows.some((row) => row.time !== undefined)
  const time = timed ? 80 : 0
  const signX = pad + time + (timed ? 12 : 0)
  const titleX = signX + SIGN + 12
  const detailX = titleX + titleWidth + 12
  const h = room.h / rows.length
  const size = 18
  const mono: Hand = { size: 16, mono: true }
  const detailWidth = room.w - detailX - pad
  // All details or none: a column with holes looks like a mistake.
  const detailed = rows.every(
    (row) => row.detail === undefined || pen.set(row.detail, detailWidth, { ...mono, mono: !row.plainDetail }).fits,
  )
  rows.forEach((row, i) => {
    const y = room.y + i * h
    const soft = row.now ? theme.ink : theme.soft
    const middle = baseline(h / 2, 16)
    const writings = [
      ...(row.time === undefined
        ? []
        : [pen.writing(row.time, pad + time, middle, time, { ...mono, size: 17, anchor: 'end', ink: soft })]),
      pen.writing(
        row.title,
        titleX,
        baseline(h / 2, size),
        detailed && row.detail !== undefined ? titleWidth : room.w - titleX - pad,
        { size, weight: 600 },
      ),
      ...(row.detail !== undefined && detailed
        ? [pen.writing(row.detail, detailX, middle, detailWidth, { ...mono, mono: !row.plainDetail, ink: soft })]
        : []),
    ]
    const place = { x: room.x, y, w: room.w, h }
    const look = { lit: row.now, event: row.event, rise: 12 }
    const fill = eventsPanelRow(pen, `${key}/row-${i}`, place, writings, look)
    const centre = [room.x + signX + SIGN / 2, y + h / 2] as const
    if (typeof row.sign === 'number') pen.badge(`${key}/sign-${i}`, centre, String(row.sign), { stroke: fill })
    else {
      const { fill: inside, edge } = pen.tone(row.sign)
      pen.badge(`${key}/sign-${i}`, centre, '', {
        shape: 'tile',
        w: 14,
        h: 14,
        fill: inside,
        stroke: edge,
        strokeWidth: 1.5,
      })
    }
  })
}

/** Under which conditions a number was recorded, in a dashed box: numbers never stand without them. */
export function conditions(
  pen: Pen,
  key: string,
  words: Words,
  room: Omit<Room, 'h'>,
  o: { h?: number; stacked?: boolean } = {},
): number {
  const { theme } = pen
  const [pad, leading] = [14, 24]
  const hand: Hand = { size: 16, lines: 9, leading }
  const label: Hand = { weight: 600, ink: theme['hyper-ink'] }
  const indent = pen.set(CONDITION, Infinity, label).width + 10
  const width = room.w - 2 * pad - indent
  const { lines } = pen.set(words, width, hand)
  const h = o.h ?? lines.length * leading + 20
  if (lines.length * leading > h) pen.tight.push(`${key} is too low for ${pen.t(words)}`)
  const y = baseline(h / 2, 16, leading, lines.length)
  eventsPanelNote(pen, `${key}"${pen.t(words)}`, { ...room, h }, [
    pen.writing(CONDITION, pad, y, indent, label),
    pen.writing(words, pad + indent, y, width, hand),
  ])
  return h
}

/** A small block that stands for something that is left out. */
export function ghost(pen: Pen, key: string, room: Room, words: Words, size = 18): void {
  const { theme } = pen
  const stroke = theme.edge
  pen.box(key, room, { fill: `${theme.paper}00`, edge: stroke }, { dash: 4 })
  pen.say(key, words, [room.x + room.w / 2, room.y + room.h / 2 + size * 0.36], room.w - 8, {
    size,
    anchor: 'middle',
    ink: mix(theme.ink, theme.paper, 0.72),
  })
}

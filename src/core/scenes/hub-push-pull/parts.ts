import type { Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { FlightTime, Plate, Point, Weight } from '../../diagram/mark.ts'
import { clear, mix } from '../../diagram/tone.ts'
import type { EventRef } from '../../traces/digest.ts'
import { slotMiddle, ROW, rowY, slotRoom, type Grid, type Side } from './grid.ts'

/** `have`: it is here. `want`: only its name is known. `back`: here, but not what the step is about. */
export type Standing = 'have' | 'want' | 'back' | 'lit'

export interface SlotLook {
  readonly kind: 'layer' | 'list'
  readonly standing: Standing
  /** At the right end: a size. */
  readonly end?: string | undefined
  readonly tick?: boolean
  /** The flight after which it is ticked. */
  readonly flight?: string | undefined
  readonly weight?: Weight
}

/** One thing in a row of a panel. The same key stays the same box while it goes from wanted to here. */
export function blobSlot(pen: Pen, key: string, room: Room, words: Words, o: SlotLook): void {
  const { theme } = pen
  const back = o.standing === 'back'
  const tone = pen.tone(o.kind === 'layer' ? 'lib' : 'plain', back)
  const want = o.standing === 'want'
  const lit = o.standing === 'lit'
  const ink = want ? theme.soft : tone.ink
  const size = 16
  const y = baseline(room.h / 2, size)
  const end = o.end ?? ''
  const endWidth = end ? pen.set(end, Infinity).width + 6 : o.tick ? 24 : 0
  const ends = end && pen.set(words, room.w - 24 - endWidth, { size }).fits
  pen.card(
    key,
    pen.plate(
      room,
      { fill: want ? clear(theme) : tone.fill, edge: lit ? theme.accent : tone.edge },
      { dash: want ? 5 : 0, strokeWidth: lit ? 2.6 : 1.6 },
    ),
    [
      pen.writing(words, 12, y, room.w - (o.tick ? 40 : 22), { size, ink, weight: o.weight ?? 400 }),
      ...(ends
        ? [pen.writing(end, room.w - 12, y, endWidth, { size, ink: want ? theme.soft : tone.word, anchor: 'end' })]
        : []),
    ],
  )
  if (!o.tick) return
  const stroke = back ? tone.word : lit ? theme.accent : theme.good
  landed(pen, o.flight, () => tick(pen, `${key}/tick`, [room.x + room.w - 25, room.y + room.h / 2], stroke), TICKED)
}

/** A tick comes so long after what it ticks has landed, in ms. */
const TICKED = 80

/** The flight of what a call in a row brings. */
export const flightOf = (row: number): string => `call-${row}/fly`

/** One after the other: the nth flight, counted from 0, takes off as the one before lands. */
export const inTurn = (n: number): FlightTime => ({ after: n * TURN_MS, ms: TURN_MS })
const TURN_MS = 320

/** Draws what comes once a flight has landed; without a flight it is there. */
export function landed(pen: Pen, flight: string | undefined, draw: () => unknown, after = 0): void {
  if (flight === undefined) draw()
  else pen.with(flight, 'landed', draw, { after })
}

/** Checked and found right. */
export function tick(pen: Pen, key: string, [x, y]: Point, stroke: string): void {
  pen.line(
    key,
    [
      [x, y],
      [x + 5, y + 5],
      [x + 14, y - 5],
    ],
    stroke,
    { strokeWidth: 2.4 },
  )
}

/** Lines from a list to the rows that it names. */
export function tree(
  pen: Pen,
  key: string,
  grid: Grid,
  side: Side,
  from: number,
  rows: readonly number[],
  depth: 0 | 1,
): void {
  const x = slotRoom(grid, side, from, depth).x + 8
  const stroke = mix(pen.theme.soft, pen.theme.paper, 0.76)
  for (const row of rows)
    pen.line(
      `${key}/${side}-${row}`,
      [
        [x, rowY(from) + ROW],
        [x, slotMiddle(row)],
        [x + 12, slotMiddle(row)],
      ],
      stroke,
      { strokeWidth: 1.6 },
    )
}

export interface FlagLook {
  readonly lit?: boolean
  readonly back?: boolean
}

/** A name as a flag: it can be pulled out and put elsewhere. Gives where it ends. */
export function flag(pen: Pen, key: string, [x, y]: Point, text: string, o: FlagLook = {}): number {
  const { theme } = pen
  const plain = pen.tone('plain', o.back === true)
  const w = Math.ceil(pen.view.measure(text, 700, false) * 16) + 30
  pen.badge(`${key}"${text}`, [x + w / 2, y], text, {
    shape: 'flag',
    w,
    h: 24,
    fill: o.lit ? theme['accent-soft'] : plain.fill,
    ink: o.lit ? pen.theme.ink : plain.ink,
    stroke: o.lit ? theme.accent : plain.edge,
    strokeWidth: o.lit ? 2 : 1.6,
  })
  return x + w
}

/** What a name points to: dashed, since it can be moved. */
export function pointer(pen: Pen, key: string, points: readonly Point[], lit: boolean): void {
  const { theme } = pen
  pen.line(key, points, lit ? theme.accent : theme.soft, { strokeWidth: 2, dash: 5, head: 9 })
}

export interface TicketLook {
  readonly stroke?: string
  readonly fill?: string
  readonly ink?: string
  readonly strong?: boolean
  readonly dashed?: boolean
  readonly link?: EventRef | undefined
  /** The flight that brings it. */
  readonly flight?: string | undefined
  /** Given, it is so long, in px: words that do not fit into it stand behind it. */
  readonly length?: number
}

/** A request on the wire: what was asked and answered at the left, how much travelled at the right. */
export function ticket(
  pen: Pen,
  key: string,
  room: Room,
  asked: readonly [Words, ...Words[]],
  amount: Words,
  o: TicketLook = {},
): void {
  const { theme } = pen
  const ink = o.ink ?? theme.ink
  const hand = { size: 16, mono: true, ink }
  const amountWidth = pen.set(amount, Infinity, hand).width
  const needed = amountWidth ? amountWidth + 12 : 0
  const length = Math.min(room.w, o.length ?? room.w)
  if (o.length !== undefined && !pen.set(asked[0], length - 24 - needed, hand).fits) {
    behind(pen, key, { ...room, w: length }, room.w - length, asked, amount, o)
    return
  }
  const rest = length - 24 - needed
  const left = pen.choose(asked, rest, hand)
  const y = baseline(room.h / 2, 16)
  const shown = `${key}"${pen.t(left)} ${pen.t(amount)}`
  const plate = ticketPlate(pen, { ...room, w: length }, o)
  const writings = [
    ...(pen.t(left) ? [pen.writing(left, 12, y, rest, hand)] : []),
    ...(pen.t(amount) ? [pen.writing(amount, length - 12, y, amountWidth + 1, { ...hand, anchor: 'end' })] : []),
  ]
  landed(pen, o.flight, () => pen.card(shown, plate, writings))
  if (o.link) pen.link(shown, o.link)
}

const ticketPlate = (pen: Pen, room: Room, o: TicketLook): Plate =>
  pen.plate(
    room,
    { fill: o.fill ?? pen.theme.card, edge: o.stroke ?? pen.theme.soft },
    { strokeWidth: o.strong ? 2.4 : 1.6, dash: o.dashed ? 5 : 0, r: Math.min(8, room.w / 2) },
  )

/** A ticket too short for its words, and behind it those for which it has no room. */
function behind(
  pen: Pen,
  key: string,
  room: Room,
  free: number,
  asked: readonly [Words, ...Words[]],
  amount: Words,
  o: TicketLook,
): void {
  const { theme } = pen
  const hand = { size: 16, mono: true, ink: o.ink ?? theme.ink }
  // How much it is stands in what is so long, wherever it can.
  const holds = pen.set(amount, room.w - 16, hand).fits
  const wordings = holds
    ? asked.map((words) => pen.t(words))
    : [...asked.map((words) => `${pen.t(words)} · ${pen.t(amount)}`), pen.t(amount)]
  const words = pen.choose([wordings[0] ?? '', ...wordings.slice(1)], free - 16, hand)
  const w = pen.set(words, Infinity, hand).width + 14
  const shown = `${key}"${pen.t(words)}`
  landed(pen, o.flight, () => {
    const inside = holds
      ? [pen.writing(amount, room.w / 2, baseline(room.h / 2, 16), room.w - 12, { ...hand, anchor: 'middle' })]
      : []
    if (room.w > 0) pen.card(`${key}/bytes`, ticketPlate(pen, room, o), inside)
    const plate = pen.plate(
      { ...room, x: room.x + room.w + 2, w },
      { fill: theme.paper, edge: theme.paper },
      { strokeWidth: 0 },
    )
    pen.card(shown, plate, [pen.writing(words, 8, baseline(room.h / 2, 16), w - 12, hand)])
  })
  if (!o.link) return
  if (room.w > 0) pen.link(`${key}/bytes`, o.link)
  pen.link(shown, o.link)
}

/** A small answer on the wire before the ticket. */
export function chip(pen: Pen, key: string, room: Room, words: Words, link?: EventRef): void {
  const { theme } = pen
  const shown = `${key}"${pen.t(words)}`
  pen.card(shown, pen.plate(room, { fill: theme.paper, edge: theme.soft }, { r: room.h / 2 }), [
    pen.writing(words, room.w / 2, baseline(room.h / 2, 16), room.w - 8, {
      mono: true,
      anchor: 'middle',
      ink: theme.soft,
    }),
  ])
  if (link) pen.link(shown, link)
}

/** A line of the wire along a row; `to` tells which way things travel on it. */
export function lane(
  pen: Pen,
  key: string,
  grid: Grid,
  row: number,
  to: Side,
  stroke: string,
  o: { strong?: boolean; quiet?: boolean } = {},
): readonly Point[] {
  const y = slotMiddle(row)
  const [from, end] = [grid.lane.x, grid.lane.x + grid.lane.w]
  const points: readonly Point[] =
    to === 'left'
      ? [
          [end, y],
          [from + 4, y],
        ]
      : [
          [from, y],
          [end - 4, y],
        ]
  pen.line(key, points, stroke, {
    strokeWidth: o.strong ? 2.6 : 2,
    head: o.quiet ? 0 : 9,
    dash: o.quiet ? 3 : 0,
  })
  return points
}

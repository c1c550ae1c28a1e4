import type { EventRef } from '../../traces/digest.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { rows, split, type Grid, type Span } from './grid.ts'
import { hollow, sheetFill, warm } from './looks.ts'
import { railName, tile } from './stack.ts'
import { t } from '../../words/t.ts'

/** What a container shows of itself: what it sees, and what its own writable layer holds. */
export interface Contained {
  readonly key: string
  readonly name: Words
  /** Beside the name: the first wording for which there is room, if any. */
  readonly note?: readonly Words[]
  readonly merged: readonly Seen[]
  readonly upper: Upper
  readonly state?: 'lit' | 'back' | 'dead'
  readonly ref?: EventRef
}
export interface Seen {
  readonly words: readonly [Words, ...Words[]]
  /** Out of the writable layer, the image, another place that is mounted there, or not at all. */
  readonly from: 'upper' | 'image' | 'mount' | 'nowhere'
  readonly mono?: boolean
}
export interface Upper {
  readonly words: readonly [Words, ...Words[]]
  readonly holds: 'file' | 'nothing' | 'lost'
  readonly mono?: boolean
}

const PLACE = { name: 21, merged: { y: rows.frame.y + 29, h: 44 }, upper: { y: rows.frame.y + 79, h: 42 } } as const

/** Where a cable from outside reaches what a container sees: from the side, or from above. */
export const MOUNT = { side: PLACE.merged.y + PLACE.merged.h / 2, top: PLACE.merged.y } as const

/** From a frame's border to what is in it. */
export const insetOf = (w: number): number => (w < 150 ? 6 : 12)

/** Containers side by side above the layers that they share. */
export function frames(pen: Pen, grid: Grid, all: readonly Contained[], gap: number): readonly Span[] {
  const spans = split(grid.sheet, all.length, gap)
  railName(pen, grid, 'merged', PLACE.merged, [t('합쳐진 모습', 'Merged view'), 'Merged'], 'merged')
  railName(
    pen,
    grid,
    'upper',
    PLACE.upper,
    [t('쓰기 레이어', 'Writable layer'), 'Writable'],
    'upperdir',
    warm(pen).word,
  )
  all.forEach((one, i) => {
    const span = spans[i]
    if (span) frame(pen, one, span)
  })
  return spans
}

function frame(pen: Pen, { key, name, note = [], merged, upper, state = 'lit', ref }: Contained, { x, w }: Span): void {
  const { theme } = pen
  const dead = state === 'dead'
  const border = pen.tone(dead ? 'danger' : 'app', state === 'back')
  pen.box(
    `frame/${key}`,
    { x, w, ...rows.frame },
    { fill: `${theme.paper}00`, edge: border.edge },
    { dash: 7, r: 10, strokeWidth: 2, rise: -24 },
  )
  if (ref) pen.link(`frame/${key}`, ref)
  const inset = insetOf(w)
  const y = rows.frame.y + PLACE.name
  const { right } = pen.say(`frame/${key}`, name, [x + inset + 2, y], w - 2 * inset, {
    weight: 600,
    ink: dead ? border.word : state === 'back' ? border.word : theme.ink,
  })
  const rest = x + w - inset - right - 10
  const noted = note.find((words) => pen.set(words, rest).fits)
  if (noted !== undefined)
    pen.say(`frame/${key}/note`, noted, [x + w - inset - 2, y], rest, {
      anchor: 'end',
      ink: dead ? border.word : theme.soft,
    })
  split({ x: x + inset, w: w - 2 * inset }, merged.length, 8).forEach((span, i) => {
    const seen = merged[i]
    if (seen) tileOf(pen, `frame/${key}/merged-${i}`, { ...span, ...PLACE.merged }, seen)
  })
  upperOf(pen, `frame/${key}/upper`, { x: x + inset, w: w - 2 * inset, ...PLACE.upper }, upper)
}

function tileOf(
  pen: Pen,
  key: string,
  room: { x: number; y: number; w: number; h: number },
  { words, from, mono = true }: Seen,
): void {
  const { theme } = pen
  const look = pen.tone('lib')
  const chosen = pen.choose(words, room.w - 8, { mono })
  if (from === 'nowhere') {
    tile(pen, key, room, hollow(pen), chosen, { dash: 5, mono })
    return
  }
  const edge = from === 'image' ? look.edge : theme.accent
  tile(
    pen,
    key,
    room,
    { ...look, fill: from === 'mount' ? theme['accent-soft'] : theme.card, edge, ink: theme.ink },
    chosen,
    {
      mono,
      strokeWidth: from === 'image' ? 1.6 : 2.4,
    },
  )
}

function upperOf(
  pen: Pen,
  key: string,
  room: { x: number; y: number; w: number; h: number },
  { words, holds, mono = false }: Upper,
): void {
  const { theme } = pen
  const look = warm(pen)
  const chosen = pen.choose(words, room.w - 8, { mono })
  if (holds === 'lost') {
    const danger = pen.tone('danger')
    tile(pen, key, room, { ...danger, fill: theme.paper, ink: danger.word }, chosen, {
      dash: 5,
      mono,
      strokeWidth: 2,
    })
    return
  }
  const fill = holds === 'file' ? look.fill : sheetFill(pen, look)
  const ink = holds === 'file' ? look.ink : look.word
  tile(pen, key, room, { ...look, fill, ink }, chosen, { mono, strokeWidth: 2 })
}

/** A dashed line from a frame to the layers: they are looked through, not copied. */
export function sees(pen: Pen, key: string, { x, w }: Span): void {
  const middle = x + w / 2
  pen.line(
    `frame/${key}/sees`,
    [
      [middle, rows.frame.y + rows.frame.h + 2],
      [middle, rows.layers.y - 2],
    ],
    pen.theme.soft,
    { dash: 5, head: 10, strokeWidth: 2.4 },
  )
}

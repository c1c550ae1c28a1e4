import { eventsPanelEdge } from '../../diagram/parts/events-panel-edge.ts'
import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import { shortened } from '../../diagram/parts/shortened.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { EventRef } from '../../traces/digest.ts'
import { chipNames } from './chips.ts'
import type { Grid } from './grid.ts'

import type { namespaceIds } from './recorded.ts'

const LINE = 24
const PAD = 12

/** A command as it was recorded, what it printed, and what the lines are about. */
export interface Session {
  readonly about: Words
  readonly command: string
  readonly lines: readonly string[]
  readonly ref: EventRef
}

/** A line of a record: a number or a time, and what happened. */
export interface Entry {
  readonly mark: string
  readonly words: string
  /** A number that ties it to the same number in the picture. */
  readonly sign?: number
  readonly ref?: EventRef
  readonly lit?: boolean
}

/** The record beside the picture, from top to bottom; nothing is drawn where there is no room for it. */
export class EventsPanel {
  readonly #pen: Pen
  readonly #room: { x: number; w: number } | null
  #y = 0
  #n = 0

  constructor(pen: Pen, grid: Grid, title: Words) {
    this.#pen = pen
    this.#room = grid.panel
    if (!grid.panel) return
    const { x, w } = grid.panel
    eventsPanelEdge(pen, 'panel', x - 28, 432)
    eventsPanelHead(pen, 'panel/title', title, [x, 20], w)
    this.#y = 40
  }

  /** Who typed what, and the answer. */
  session({ about, command, lines, ref }: Session): void {
    const [pen, room] = [this.#pen, this.#room]
    if (!room) return
    pen.say(`panel/about-${this.#n}`, about, [room.x, this.#y + 14], room.w, { weight: 600 })
    const width = room.w - 2 * PAD - 2
    const shown = [`$ ${command}`, ...lines].map((line) => shortened(pen, line.replaceAll('\t', ' '), width))
    const h = shown.length * LINE + 16
    pen.terminal(`panel/session-${this.#n}`, { x: room.x, y: this.#y + 24, w: room.w, h }, shown, {
      leading: LINE,
      pad: PAD,
    })
    pen.shows(ref)
    this.#y += 24 + h + 20
    this.#n++
  }

  /** Rows of a record on one grid. */
  entries(key: string, entries: readonly Entry[], markWidth: number): void {
    const [pen, room] = [this.#pen, this.#room]
    if (!room) return
    const { theme } = pen
    for (const [i, { mark, words, sign, ref, lit }] of entries.entries()) {
      const place = { x: room.x, y: this.#y, w: room.w, h: 28 }
      const from = markWidth + (sign === undefined ? 24 : 50)
      const width = room.w - from - 8
      const writings = [
        pen.writing(mark, 8 + markWidth, 20, markWidth, { mono: true, anchor: 'end', ink: theme.soft }),
        pen.writing(shortened(pen, words, width), from, 20, width, { mono: true }),
      ]
      eventsPanelRow(pen, `panel/${key}-${i}`, place, writings, { lit, event: ref })
      if (sign !== undefined)
        pen.badge(`panel/${key}-${i}/sign`, [room.x + markWidth + 30, this.#y + 14], String(sign), { w: 22 })
      this.#y += 28
    }
    this.#y += 16
  }

  /** A recorded rule or file: what it is for, and its text. */
  rule(about: Words, lines: readonly string[], ref: EventRef, lit = false): void {
    const [pen, room] = [this.#pen, this.#room]
    if (!room) return
    const h = 36 + lines.length * LINE
    const writings = [
      pen.writing(about, PAD, 24, room.w - 2 * PAD, { weight: 600 }),
      ...lines.map((line, i) =>
        pen.writing(shortened(pen, line, room.w - 2 * PAD), PAD, 48 + i * LINE, room.w - 2 * PAD, { mono: true }),
      ),
    ]
    eventsPanelRow(pen, `panel/rule-${this.#n}`, { x: room.x, y: this.#y, w: room.w, h }, writings, { lit, event: ref })
    this.#y += h + 12
    this.#n++
  }

  /** Which of the eight namespaces two processes share. */
  memberships(
    rows: readonly { id: (typeof namespaceIds)[number]; left: string; right: string; same: boolean }[],
    lit: readonly string[],
    ref: EventRef,
  ): void {
    const [pen, room] = [this.#pen, this.#room]
    if (!room) return
    const { theme } = pen
    for (const { id, left, right, same } of rows) {
      const place = { x: room.x, y: this.#y, w: room.w, h: 26 }
      const ink = same ? theme.soft : theme.ink
      const writings = [
        pen.writing(chipNames[id], 8, 19, 100, { weight: 600, ink }),
        pen.writing(`…${left} ${same ? '=' : '≠'} …${right}`, room.w - 8, 19, 180, { mono: true, anchor: 'end', ink }),
      ]
      eventsPanelRow(pen, `panel/ns-${id}`, place, writings, { lit: lit.includes(id), event: ref })
      this.#y += 26
    }
    this.#y += 16
  }

  /** A remark on what stands above. */
  note(words: Words): void {
    const [pen, room] = [this.#pen, this.#room]
    if (!room) return
    const { lines } = pen.say(`panel/note-${this.#n}`, words, [room.x, this.#y + 14], room.w, {
      ink: pen.theme.soft,
      lines: 6,
      leading: LINE,
    })
    this.#y += lines * LINE + 12
    this.#n++
  }
}

import type { EventRef } from '../traces/digest.ts'
import { inlineParts } from './inline.ts'
import type { BadgeLook, Hand, PacketLook, Room, Stroke, Surface, View, Words } from './look.ts'
import type { Cue, Handle, Line, Mark, Packet, Plate, Point, Run, Writing } from './mark.ts'
import { shellLine } from './shell-line.ts'
import { widthOf, wrap } from './text.ts'
import type { Theme } from './theme.ts'
import { clear, setBack, tone, type Tone, type ToneName } from './tone.ts'

/** A baseline that centres a line of a size about `y`, or more lines with a leading: that of the first. */
export const baseline = (y: number, size: number, leading = 0, lines = 1): number =>
  y + size * 0.36 - ((lines - 1) * leading) / 2

/** Collects the marks of one frame, with every size and colour resolved. */
export class Pen {
  readonly view: View
  #cue: Cue | undefined
  readonly marks: Mark[] = []
  readonly flights: Packet[] = []
  readonly leaves: Record<string, Cue> = {}
  readonly links: Record<string, EventRef> = {}
  readonly handles: Record<string, Handle> = {}
  /** Words that did not fit their room; a test fails on any. */
  readonly tight: string[] = []

  constructor(view: View) {
    this.view = view
  }

  /** Ties the mark or flight with this key to the recorded event that it shows: a click on it opens the event. */
  link(key: string, event: EventRef): void {
    this.links[key] = event
  }

  /** Ties what was drawn last to the event that it shows: keys of words depend on the words. */
  shows(event: EventRef): void {
    const last = this.marks.at(-1)
    if (last) this.link(last.key, event)
  }

  /** A hand on what was drawn last, or on the mark with this key, turns a knob of the scene that acts in this step. */
  turns(handle: Handle, key = this.marks.at(-1)?.key): void {
    if (key !== undefined) this.handles[key] = handle
  }

  #add(mark: Mark): void {
    this.marks.push(this.#cue ? { ...mark, cue: this.#cue } : mark)
  }

  /**
   * What is drawn within comes as a flight passes its place, once it has landed, along with it (a line is drawn, a bar
   * fills, a number counts) or behind it: boxes reach as far as it has come. `after` is so many milliseconds later; `place`
   * what is passed, if not the place of each mark.
   * Where the flight is not in the picture this says nothing.
   */
  with(flight: string, how: Cue['how'], draw: () => void, o: Pick<Partial<Cue>, 'after' | 'place'> = {}): void {
    const outer = this.#cue
    this.#cue = { after: 0, ...o, flight, how }
    draw()
    this.#cue = outer
  }

  /** What is drawn within comes once the stage stands, so many milliseconds later. */
  then(draw: () => void, after = 0): void {
    this.with('', 'landed', draw, { after })
  }

  /** What the picture before has under this key leaves together with what comes here, and not at once. */
  clears(key: string): void {
    if (this.#cue) this.leaves[key] = this.#cue
  }

  /** The dashed place of something that a flight brings: it stands before it comes and is covered by it. */
  place(key: string, room: Room, { r = 6 }: Surface = {}): void {
    // So far inside that not even its smoothed edge shines through.
    const within = { x: room.x + 2, y: room.y + 2, w: room.w - 4, h: room.h - 4 }
    const look = { fill: clear(this.theme), edge: this.theme.edge }
    this.box(`${key}/place`, within, look, { r, dash: 4, strokeWidth: 1.4 })
  }

  get theme(): Theme {
    return this.view.theme
  }

  tone(name: ToneName, back = false): Tone {
    return back ? setBack(this.theme, name) : tone(this.theme, name)
  }

  t(words: Words): string {
    return typeof words === 'string' ? words : words[this.view.lang]
  }

  /** Words as runs: `**bold**` is heavier, `` `code` `` is monospaced. */
  runs(words: Words, hand: Hand = {}): Run[] {
    const { weight = 400, ink = this.theme.ink, mono = false } = hand
    return inlineParts(this.t(words)).map(({ kind, text }) => ({
      text,
      weight: kind === 'strong' ? 700 : weight,
      ink,
      mono: mono || kind === 'code',
    }))
  }

  /** Sets words within a width, breaking where they say so and where they must. */
  set(words: Words, width: number, hand: Hand = {}): { lines: Line[]; width: number; fits: boolean } {
    const { size = 16, lines: most = 1 } = hand
    const { measure } = this.view
    const lines = this.t(words)
      .split('\n')
      .flatMap((part) => wrap(this.runs(part, hand), width, size, measure))
    const widest = Math.max(0, ...lines.map((line) => widthOf(line, size, measure)))
    return {
      lines,
      width: widest,
      fits: widest <= width + 0.01 && lines.length <= Math.max(most, this.t(words).split('\n').length),
    }
  }

  /** The first of the wordings that fits, else the last. */
  choose(wordings: readonly [Words, ...Words[]], width: number, hand: Hand = {}): Words {
    return wordings.find((words) => this.set(words, width, hand).fits) ?? wordings[wordings.length - 1] ?? wordings[0]
  }

  /** Writing placed from an origin of its own, for cards and terminals. */
  writing(words: Words, x: number, y: number, width: number, hand: Hand = {}): Writing {
    const { size = 16, anchor = 'start', leading = Math.round(size * 1.4) } = hand
    const set = this.set(words, width, hand)
    if (!set.fits) this.tight.push(this.t(words))
    return { x, y, lines: set.lines, size, leading, anchor }
  }

  /** Writes words from a baseline; gives how far they reach. */
  say(key: string, words: Words, [x, y]: Point, width: number, hand: Hand = {}): { right: number; lines: number } {
    const writing = this.writing(words, x, y, width, hand)
    const reach = Math.max(0, ...writing.lines.map((line) => widthOf(line, writing.size, this.view.measure)))
    // New words are a new mark, so that they fade over rather than jump; where only a number is another it counts.
    const named = hand.counts ? key : `${key}"${this.t(words)}`
    this.#add({ kind: 'label', key: named, ...writing, opacity: 1, rise: hand.rise ?? 0 })
    return { right: x + reach, lines: writing.lines.length }
  }

  plate(room: Room, { fill, edge }: Pick<Tone, 'fill' | 'edge'>, surface: Surface = {}): Plate {
    const { r = 8, dash = 0, strokeWidth = 1.6 } = surface
    const stroke = surface.stroke ?? edge
    return { ...room, r, fill: surface.fill ?? fill, stroke, strokeWidth, dash, gap: dash ? dash - 1 : 0 }
  }

  box(key: string, room: Room, look: Pick<Tone, 'fill' | 'edge'>, surface: Surface = {}): void {
    this.#add({ kind: 'box', key, opacity: 1, rise: surface.rise ?? 0, ...this.plate(room, look, surface) })
  }

  /** A box with words in it, centred in its height; at the left with a margin, or in the middle. */
  block(
    key: string,
    room: Room,
    look: Tone,
    words: Words,
    o: Hand & Surface & { pad?: number; reserve?: number } = {},
  ): void {
    const {
      size = 16,
      weight = 600,
      anchor = 'start',
      pad = 12,
      reserve = 0,
      leading = size < 20 ? size + 4 : size * 1.3,
    } = o
    this.box(key, room, look, o)
    const width = room.w - pad - (anchor === 'middle' ? pad : Math.max(pad, reserve))
    const hand = { ...o, size, weight, anchor, leading, ink: o.ink ?? look.ink }
    const count = this.set(words, width, hand).lines.length
    if (count * leading > room.h + 0.01) this.tight.push(`${key} is too low for ${this.t(words)}`)
    const x = anchor === 'middle' ? room.x + room.w / 2 : room.x + pad
    this.say(key, words, [x, baseline(room.y + room.h / 2, size, leading, count)], width, hand)
  }

  line(key: string, points: readonly Point[], stroke: string, o: Stroke = {}): void {
    const { dash = 0, strokeWidth = 2, head = 0, radius = 0, halo = false } = o
    this.#add({
      kind: 'arrow',
      key,
      points,
      drawn: 1,
      radius,
      stroke,
      strokeWidth,
      dash,
      gap: dash ? dash - 1 : 0,
      head,
      halo: halo ? this.theme.card : clear(this.theme),
      haloWidth: halo ? strokeWidth + 5 : 0,
      opacity: 1,
      rise: 0,
    })
  }

  /** How large a packet is that bears a text. */
  packetSize(text: string): { readonly size: number; readonly w: number; readonly h: number } {
    const size = 16
    return text ? { size, w: this.view.measure(text, 400, true) * size + 20, h: 26 } : { size, w: 18, h: 18 }
  }

  /** A pill, or without words a dot, that travels along a line while the step arrives. */
  packet(key: string, points: readonly Point[], text: string, look: PacketLook = {}): void {
    const { fill = this.theme.accent, ink = this.theme['on-accent'], stops, timed, sent } = look
    const { size, w, h } = this.packetSize(text)
    this.flights.push({
      kind: 'packet',
      key,
      points,
      at: 0,
      text,
      size,
      w,
      h,
      fill,
      ink,
      stroke: this.theme.card,
      opacity: 1,
      rise: 0,
      ...(stops ? { stops } : {}),
      ...(timed ? { timed } : {}),
      ...(sent ? { sent } : {}),
    })
  }

  badge(key: string, [x, y]: Point, text: string, o: BadgeLook = {}): void {
    const { shape = 'disc', size = 16, w = 26, h = w, strokeWidth = 2 } = o
    this.#add({
      kind: 'badge',
      key,
      shape,
      x,
      y,
      w,
      h,
      text,
      size,
      mono: false,
      fill: o.fill ?? this.theme.accent,
      ink: o.ink ?? this.theme['on-accent'],
      stroke: o.stroke ?? this.theme.card,
      strokeWidth,
      opacity: 1,
      rise: 0,
    })
  }

  meter(
    key: string,
    room: Room,
    share: number,
    fill: string,
    o: { track?: string; r?: number; upright?: boolean } = {},
  ): void {
    const { track = clear(this.theme), r = 2, upright = false } = o
    this.#add({ kind: 'meter', key, ...room, r, share, upright, fill, track, opacity: 1, rise: 0 })
  }

  card(key: string, plate: Plate, writings: readonly Writing[], rise = 0): void {
    this.#add({ kind: 'card', key, ...plate, writings, opacity: 1, rise })
  }

  /** A shell: what follows a `$ ` is a command, other lines are its answer. */
  terminal(
    key: string,
    room: Room,
    lines: readonly Words[],
    o: { size?: number; leading?: number; pad?: number } = {},
  ): void {
    const { size = 16, leading = 26, pad = 12 } = o
    const { theme } = this
    const width = room.w - 2 * pad
    const runs = lines.map((words): Line => {
      const shown = shellLine(this.t(words), theme)
      if (widthOf(shown, size, this.view.measure) > width + 0.01) this.tight.push(this.t(words))
      return shown
    })
    const top = baseline(room.h / 2, size, leading, runs.length)
    this.#add({
      kind: 'terminal',
      key: `${key}"${lines.map((words) => this.t(words)).join('\n')}`,
      ...this.plate(room, { fill: theme.sunk, edge: theme.rule }, { strokeWidth: 1 }),
      writing: { x: pad, y: top, lines: runs, size, leading, anchor: 'start' },
      opacity: 1,
      rise: 0,
    })
  }
}

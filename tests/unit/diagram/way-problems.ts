/** What is wrong with a picture on its way from one step to another, in words; nothing where it is right. */
import { lab, rgb } from 'd3'
import type { Frame, Line, Mark, Packet, Plate, Point } from '../../../src/core/diagram/mark.ts'
import { along } from '../../../src/core/diagram/geometry.ts'
import { extentOf, meets } from '../../../src/core/diagram/motion/extent.ts'
import type { Measure } from '../../../src/core/diagram/text.ts'
import { words, type Written } from './inspect.ts'

const isSeen = ({ opacity }: Mark): boolean => opacity > 0
/** What leaves where its key is taken goes on under one of its own. */
const keyOf = ({ key }: Mark): string => key.replace(/~+$/, '')

/** For rounding, in each of the three parts of Lab. */
const ROUNDING = 2.5

interface Slot {
  readonly name: string
  readonly colour: string
}

function slotsOf(mark: Mark): Slot[] {
  const plain = (['fill', 'stroke', 'ink', 'track', 'halo'] as const).flatMap((name): Slot[] => {
    const colour = (mark as unknown as Record<string, unknown>)[name]
    return typeof colour === 'string' ? [{ name, colour }] : []
  })
  const inks = (lines: readonly Line[]): Slot[] =>
    lines.flat().map(({ text, ink }): Slot => ({ name: `words ${text}`, colour: ink }))
  if (mark.kind === 'label') return inks(mark.lines)
  if (mark.kind === 'terminal') return [...plain, ...inks(mark.writing.lines)]
  return mark.kind === 'card' ? [...plain, ...mark.writings.flatMap(({ lines }) => inks(lines))] : plain
}

/** Whether a colour lies between others: what is not seen has no hue of its own. */
function liesBetween(colour: string, ends: readonly string[]): boolean {
  const [mixed, all] = [rgb(colour), ends.map((one) => rgb(one))]
  const opacities = all.map(({ opacity }) => opacity)
  if (mixed.opacity < Math.min(...opacities) - 0.01 || mixed.opacity > Math.max(...opacities) + 0.01) return false
  const hues = (all.some(({ opacity }) => opacity > 0) ? all.filter(({ opacity }) => opacity > 0) : all).map((one) =>
    lab(one.copy({ opacity: 1 })),
  )
  if (mixed.opacity === 0) return true
  const here = lab(mixed.copy({ opacity: 1 }))
  return (['l', 'a', 'b'] as const).every((part) => {
    const values = hues.map((hue) => hue[part])
    return here[part] >= Math.min(...values) - ROUNDING && here[part] <= Math.max(...values) + ROUNDING
  })
}

/** Colours, and how much is seen of marks, that lie outside of what they come from and go to. */
export function colourProblems(from: Frame, to: Frame, marks: readonly Mark[]): string[] {
  const slotsBy = (all: readonly Mark[]): ReadonlyMap<string, { mark: Mark; slots: Slot[] }> =>
    new Map(all.map((mark) => [mark.key, { mark, slots: slotsOf(mark) }]))
  const ends = [slotsBy(from.marks), slotsBy([...to.marks, ...to.flights])]
  return marks.filter(isSeen).flatMap((mark) => {
    const own = ends
      .flatMap((end) => end.get(mark.key) ?? end.get(keyOf(mark)) ?? [])
      .filter((end) => end.mark.kind === mark.kind)
    if (own.length === 0) return [`${mark.key} comes from nowhere`]
    const slots = own.flatMap((end) => end.slots)
    const most = Math.max(...own.map((end) => end.mark.opacity))
    return [
      ...(mark.opacity > most + 0.001 ? [`${mark.key} is more seen than at either end`] : []),
      ...slotsOf(mark).flatMap(({ name, colour }) => {
        const alike = slots.filter((slot) => slot.name === name)
        const among = alike.length > 0 ? alike : slots.filter((slot) => slot.name.startsWith('words'))
        return liesBetween(
          colour,
          among.map((slot) => slot.colour),
        )
          ? []
          : [`${mark.key}: ${name} is ${colour}`]
      }),
    ]
  })
}

/** From the end of a flight a plate may be so far, in px; higher ones, as a share of the stage, hold many things. */
const [NEAR, LOW] = [28, 0.4]
/** As much must be seen of it. */
const STANDS = 0.9

function isNear({ x, y, w, h }: Plate, [px, py]: Point, most = NEAR): boolean {
  return Math.hypot(Math.max(x - px, 0, px - x - w), Math.max(y - py, 0, py - y - h)) <= most
}

/** Flights in the air between whose ends one does not stand. */
export function flightProblems(to: Frame, marks: readonly Mark[]): string[] {
  const plates = (all: readonly Mark[]): (Mark & Plate)[] =>
    all.filter((mark): mark is Extract<Mark, { kind: 'box' | 'card' | 'terminal' }> =>
      ['box', 'card', 'terminal'].includes(mark.kind),
    )
  return to.flights.flatMap((flight) => {
    const now = marks.find((mark): mark is Packet => mark.kind === 'packet' && mark.key === flight.key)
    if (!now || now.opacity < 0.05 || now.at <= 0 || now.at >= 1) return []
    return [flight.points[0], flight.points.at(-1)].flatMap((end, i) => {
      if (!end) return [`${flight.key} goes nowhere`]
      const near = plates(to.marks).filter((plate) => isNear(plate, end))
      // What flights bring is not there before they land.
      const there = near.filter(({ cue }) => cue === undefined)
      const small = there.filter(({ h }) => h < LOW * to.height)
      const keys = new Set((small.length > 0 ? small : there).map(({ key }) => key))
      if (keys.size === 0) return [`${flight.key} has no plate at its ${i ? 'goal' : 'start'}`]
      const stands = plates(marks).some(({ key, opacity }) => keys.has(key) && opacity >= STANDS)
      return stands ? [] : [`${flight.key} flies while its ${i ? 'goal' : 'start'} does not stand`]
    })
  })
}

/** As much may be seen of words under others, and so large may be what they share, in px². */
const [FAINT, SPECK] = [0.4, 8]

interface Read extends Written {
  /** A pill on its way; what it flies from, to or through may be under it. */
  readonly pill?: Packet
  /** The lowest plate that words are on. */
  readonly on?: Plate | undefined
  /** The flight with which they come. */
  readonly with?: string | undefined
}

/** What a pill on its way says; all of the pill hides what is under it. */
function pillWords(pill: Packet): Read[] {
  const { key, points, at, text, size, w, h } = pill
  if (text === '') return []
  const [x, y] = along(points, at).tip
  return [{ key, text, size, left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2, pill }]
}

/** As high a plate may be to be one thing that a pill carries off, brings or goes through, not a place of many. */
const THING = 72

/** Whether a pill may be on words: on the thing that it is taken from, brought to or handed through, and on what it brings. */
function mayCover({ key, points, stops = [], w }: Packet, { on, with: flight }: Read): boolean {
  if (flight === key) return true
  return (
    on !== undefined &&
    on.h <= THING &&
    [0, ...stops, 1].some((share) => isNear(on, along(points, share).tip, Math.max(NEAR, w / 2)))
  )
}

/** Words on words of which both are to be read, and pills on words that have nothing to do with them. */
export function overlapProblems(marks: readonly Mark[], measure: Measure): string[] {
  const plates = marks.filter((mark) => mark.kind === 'box' || mark.kind === 'card' || mark.kind === 'terminal')
  const read = marks.flatMap((mark): Read[] => {
    if (mark.opacity < FAINT) return []
    if (mark.kind === 'packet') return pillWords(mark)
    const shown =
      mark.kind === 'card'
        ? { ...mark, writings: mark.writings.filter(({ opacity = 1 }) => opacity * mark.opacity >= FAINT) }
        : mark
    return words([shown], measure).map((one): Read => {
      const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2]
      const holding = plates.filter((p) => p.x <= x && x <= p.x + p.w && p.y <= y && y <= p.y + p.h)
      return { ...one, on: holding.toSorted((a, b) => a.h - b.h)[0], with: mark.cue?.flight }
    })
  })
  return read.flatMap((a, i) =>
    read.slice(i + 1).flatMap((b) => {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (width <= 0 || height <= 0 || width * height <= SPECK) return []
      const [pill, other] = a.pill ? [a.pill, b] : [b.pill, a]
      return pill && !other.pill && mayCover(pill, other) ? [] : [`${a.text} / ${b.text}`]
    }),
  )
}

/** With its names in order and without what is usual, so that two can be compared as text. */
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, one]) => !['key', 'cue', 'rise', 'stops', 'timed'].includes(name) && !(name === 'opacity' && one === 1),
      )
      .map(([name, one]) => [name, plain(one)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Each mark by what is painted of it, whatever its key has become, from the lowest to the uppermost. */
function looks(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  const found = new Map<string, Mark>()
  for (const mark of marks.filter(isSeen)) {
    const look = `${keyOf(mark)} ${JSON.stringify(plain(mark))}`
    found.set([...found.keys()].includes(look) ? `${look} again` : look, mark)
  }
  return found
}

/** What of one picture is painted otherwise in another: marks, and which of two that touch is above. */
export function pictureProblems(shown: readonly Mark[], next: readonly Mark[]): string[] {
  const [was, is] = [looks(shown), looks(next)]
  const heights = new Map([...is.keys()].map((look, height) => [look, height]))
  const lost = [...was.keys()].filter((look) => !is.has(look)).map((look) => `lost: ${look}`)
  const added = [...is.keys()].filter((look) => !was.has(look)).map((look) => `added: ${look}`)
  const before = [...was]
  const turned = before.flatMap(([lookLow, low], i) =>
    before.slice(i + 1).flatMap(([lookHigh, high]) => {
      const isTurned = (heights.get(lookLow) ?? 0) > (heights.get(lookHigh) ?? Infinity)
      return isTurned && meets(extentOf(low), extentOf(high)) ? [`${low.key} above ${high.key}`] : []
    }),
  )
  return [...lost, ...added, ...turned]
}

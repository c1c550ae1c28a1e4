import type { Cue, Frame, Mark, Packet } from '../mark.ts'
import { flightCourse, passing, playheadCourse, type Course } from './flight-course.ts'
import { distanceTo, extentOf, hull, meets, travel, type Extent } from './extent.ts'
import { replacing, SLIDE, stemOf } from './moving-words.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** How long a step may take, in ms: nothing is seen of less, and nobody waits for more. */
const [SHORTEST, LONGEST] = [360, 1600]
const LEAVE: Span = { start: 0, end: 200 }
/** Pages dissolve: what comes is barely there before what goes is half gone. */
export const PAGE = { leave: { start: 0, end: 240 }, enter: { start: 60, end: 360 } } as const
const ENTER = { start: 90, ms: 240, sweep: 120 } as const
const MOVE = { after: 60, ms: 300, perPx: 0.45, most: 520 } as const
/** What comes waits for whatever crosses its place to have passed so much of its way: words longer for words. */
const [PASSED, WORDS_PASSED] = [0.5, 0.75]
/** Who goes less far, in px, is in nobody's way. */
const STEP = 8
/** A flight takes off so long before the stage is complete; its pill fades in before that, and out once it has landed. */
const [EARLY, FADE, APART] = [20, 120, 80]
const LANDING = 220
/** New words begin so long after the ones that they replace begin to go. */
const REPLACED = 80
/** The follow-through of a landing: so long, on a plate so near (px) and no higher than this share of the stage. */
export const BLOW = { ms: 240, near: 28, share: 0.3 } as const

/** What a way is made of: who is in it, and as what. */
export interface Cast {
  readonly to: Frame
  readonly isPage: boolean
  /** Who goes on, by key, as it was. */
  readonly kept: ReadonlyMap<string, Mark>
  /** Who goes on and does not stay as it is. */
  readonly changing: ReadonlyMap<string, unknown>
  readonly leaving: readonly Mark[]
  /** Whether things fly and are waited for. */
  readonly flights: boolean
}

/** Who does what when, in milliseconds from the start. */
export interface Timetable {
  readonly ms: number
  /** When the last of it is over: where that is longer than anybody waits, all of it goes faster. */
  readonly whole: number
  /** Of packets and playheads. */
  readonly courses: ReadonlyMap<string, Course>
  /** When marks of the new picture come or change; who is not in it stands. */
  readonly spans: ReadonlyMap<string, Span>
  /** When marks of the old picture go. */
  readonly leaving: ReadonlyMap<string, Span>
  /** When something lands on a plate. */
  readonly blows: ReadonlyMap<string, number>
}

const end = (spans: Iterable<Span>, none = 0): number => Math.max(none, ...[...spans].map((span) => span.end))

const middleOf = (mark: Mark): readonly [number, number] => {
  const { left, right, top, bottom } = extentOf(mark)
  return [(left + right) / 2, (top + bottom) / 2]
}

/** Kept marks that move and that others wait for, with where they come from. */
function playheads({ to, kept, flights }: Cast): ReadonlyMap<string, readonly [Mark, Mark]> {
  const named = new Set(flights ? to.marks.flatMap(({ cue }) => (cue ? [cue.flight] : [])) : [])
  return new Map(
    to.marks.flatMap((mark) => {
      const was = kept.get(mark.key)
      return was !== undefined && named.has(mark.key) && travel(was, mark) > STEP ? [[mark.key, [was, mark]]] : []
    }),
  )
}

export function timetable(cast: Cast): Timetable {
  const { to, isPage, kept, changing, leaving, flights } = cast
  const heads = playheads(cast)
  const flying: readonly Packet[] = flights ? to.flights : []
  const names = new Set([...flying.map(({ key }) => key), ...heads.keys(), ...(flights ? [''] : [])])
  const active = (cue: Cue | undefined): Cue | undefined => (cue && names.has(cue.flight) ? cue : undefined)
  const waits = (mark: Mark): Cue | undefined => (heads.has(mark.key) ? undefined : active(mark.cue))

  const stage = stageOf(cast, (mark) => waits(mark) !== undefined || heads.has(mark.key))
  const stands = end(stage.values(), leaving.length > 0 && stage.size > 0 ? LEAVE.end : 0)

  const courses = new Map<string, Course>()
  const headStart = flying.length > 0 ? MOVE.after : Math.max(0, stands - EARLY)
  for (const [key, [was, now]] of heads) courses.set(key, playheadCourse([middleOf(was), middleOf(now)], headStart))
  const flown: { readonly flight: Packet; readonly end: number }[] = []
  let takeOff = Math.max(FADE, end(courses.values(), stands) - EARLY)
  for (const flight of flying) {
    const course = flightCourse(flight, takeOff)
    courses.set(flight.key, course)
    flown.push({ flight, end: course.end })
    // Who takes breaths on the way is compared with the others that do, so they start together; timed flights have gaps of their own.
    if (flight.stops === undefined && flight.timed === undefined) takeOff += APART
  }

  const momentOf = ({ flight, how, after, place }: Cue, own: Extent): Span => {
    const course = courses.get(flight)
    if (course === undefined) return { start: stands + after, end: stands + after + LANDING }
    if (how === 'along' || how === 'behind') return { start: course.start + after, end: course.end + after }
    const beside = place ? { left: place[0], right: place[0], top: place[1], bottom: place[1] } : own
    const start = (how === 'landed' ? course.end : passing(course, beside)) + after
    return { start, end: start + LANDING }
  }
  const spans = new Map(stage)
  for (const mark of to.marks) {
    const course = courses.get(mark.key)
    const cue = waits(mark)
    if (course) spans.set(mark.key, course)
    else if (cue && (!kept.has(mark.key) || changing.has(mark.key))) spans.set(mark.key, momentOf(cue, extentOf(mark)))
  }

  const coming = to.marks.filter(({ key }) => !kept.has(key))
  /** What the words that come or move take of the stage, each with the key of its words. */
  const said = to.marks.flatMap((mark): (readonly [string, Extent])[] => {
    if (mark.kind !== 'label') return []
    const was = kept.get(mark.key)
    if (was === undefined) return [[mark.key, extentOf(mark)]]
    return travel(was, mark) > STEP ? [[mark.key, hull(extentOf(was), extentOf(mark))]] : []
  })
  /** When anything begins to be said where words are, or to pass there. */
  const saidAt = (mark: Mark): number[] => {
    const place = extentOf(mark)
    return said.flatMap(([key, taken]) => (meets(taken, place) ? [spans.get(key)?.start ?? 0] : []))
  }
  const travelling = to.marks.flatMap((mark): Extent[] => {
    const was = kept.get(mark.key)
    return was !== undefined && mark.kind === 'box' && travel(was, mark) > SLIDE ? [extentOf(was)] : []
  })
  /** Whether what words stand on goes away from under them. */
  const isLeft = (mark: Mark): boolean => {
    const [x, y] = middleOf(mark)
    return travelling.some((place) => distanceTo(place, [x, y]) === 0)
  }
  const goes = new Map(
    leaving.map((mark): [string, Span] => {
      const held = active(to.leaves?.[stemOf(mark.key)])
      const next = isPage || held || isLeft(mark) ? undefined : replacing(mark, coming)
      const until = held ? momentOf(held, extentOf(mark)).start : next && spans.get(next.key)?.start
      const start = until === undefined ? 0 : Math.max(0, Math.min(until, ...saidAt(mark)) - REPLACED)
      const usual = isPage && !held ? PAGE.leave : LEAVE
      return [mark.key, { start, end: start + usual.end }]
    }),
  )
  const blows = new Map(flown.flatMap(({ flight, end: landed }) => blowOf(to, flight, landed)))
  const last = Math.max(
    end([...spans.values(), ...goes.values()]),
    ...flown.map(({ end: landed }) => landed + FADE),
    ...[...blows.values()].map((at) => at + BLOW.ms),
  )
  const whole = Math.max(SHORTEST, last)
  return { ms: Math.min(LONGEST, whole), whole, courses, spans, leaving: goes, blows }
}

/** When what waits for nothing moves and comes. */
function stageOf({ to, isPage, kept, changing, leaving }: Cast, waits: (mark: Mark) => boolean): Map<string, Span> {
  const stage = new Map<string, Span>()
  const start = leaving.length > 0 ? MOVE.after : 0
  const ways: { readonly swept: Extent; readonly start: number; readonly ms: number; readonly words: boolean }[] = []
  for (const mark of to.marks) {
    const was = kept.get(mark.key)
    if (was === undefined || !changing.has(mark.key) || waits(mark)) continue
    const px = travel(was, mark)
    const ms = Math.min(MOVE.most, MOVE.ms + MOVE.perPx * px)
    stage.set(mark.key, { start, end: start + ms })
    // Lines and bars hold nobody up.
    if (px > STEP && mark.kind !== 'arrow' && mark.kind !== 'meter')
      ways.push({ swept: hull(extentOf(was), extentOf(mark)), start, ms, words: mark.kind === 'label' })
  }
  for (const mark of to.marks) {
    if (kept.has(mark.key) || waits(mark)) continue
    if (isPage) {
      stage.set(mark.key, PAGE.enter)
      continue
    }
    const place = extentOf(mark)
    const crossed = ways.filter(({ swept }) => meets(swept, place))
    const bothRead = (words: boolean): boolean => words && mark.kind === 'label'
    const clear = crossed.map(({ start, ms, words }) => start + ms * (bothRead(words) ? WORDS_PASSED : PASSED))
    const free = Math.max(ENTER.start, ...clear)
    const sweep = (0.7 * Math.max(0, place.left)) / to.width + (0.3 * Math.max(0, place.top)) / to.height
    const at = free + ENTER.sweep * Math.min(1, sweep)
    stage.set(mark.key, { start: at, end: at + ENTER.ms })
  }
  return stage
}

/** The plate that feels a landing: the nearest to the goal, of those that hold it the smallest, if it is small. */
function blowOf(to: Frame, { points }: Packet, at: number): readonly (readonly [string, number])[] {
  const goal = points.at(-1)
  if (goal === undefined) return []
  const plates = to.marks.filter((mark) => mark.kind === 'box' || mark.kind === 'card' || mark.kind === 'terminal')
  const near = plates
    .filter(({ h }) => h < BLOW.share * to.height)
    .map((plate) => ({ plate, px: Math.round(distanceTo(extentOf(plate), goal)) }))
    .filter(({ px }) => px <= BLOW.near)
  const struck = near.toSorted((a, b) => a.px - b.px || a.plate.w * a.plate.h - b.plate.w * b.plate.h)[0]?.plate
  return struck ? [[struck.key, at]] : []
}

/** How much of a flight is seen. */
export function flightOpacity({ start, end }: Span, ms: number): number {
  const share = ms < start ? 1 - (start - ms) / FADE : 1 - (ms - end) / FADE
  return Math.min(1, Math.max(0, share))
}

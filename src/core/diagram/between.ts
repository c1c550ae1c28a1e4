import { easeCubicInOut, easeLinear, easeQuadInOut, easeQuadOut } from 'd3'
import type { Box, Frame, Mark, Meter, Packet } from './mark.ts'
import { placeAt, type Course } from './motion/flight-course.ts'
import { extentOf, hull, meets, type Extent } from './motion/extent.ts'
import { kinship } from './motion/kinship.ts'
import { mixed, uncounted } from './motion/mix.ts'
import { pile } from './motion/pile.ts'
import { BLOW, flightOpacity, PAGE, timetable, type Span } from './motion/timetable.ts'
import { SLIDE } from './motion/moving-words.ts'

/** Every picture on the way from one frame to another, by the share of it that has passed. */
export interface Way {
  (t: number): Frame
  /** How long it wants to take. */
  readonly ms: number
}

/** A mark by the milliseconds that have passed. */
type Track = (ms: number) => Mark

/** How much wider the edge of a plate gets on which something lands, in px. */
const WIDER = 1.8
/** What grows along with a flight is there at once, but not from one picture to the next. */
const APPEARS_MS = 80

const within = (ms: number, { start, end }: Span): number => Math.min(1, Math.max(0, (ms - start) / (end - start)))

/**
 * A mark on its way. While it stands it is the same object from picture to picture, so whoever paints it sees without
 * looking further that there is nothing to do.
 */
function moving(from: Mark, to: Mark, shareAt: (ms: number) => number, at = mixed(from, to)): Track {
  const start = from.key === to.key ? from : { ...from, key: to.key }
  if (at === undefined) return () => to
  let last = { share: 0, mark: start }
  return (ms) => {
    const share = shareAt(ms)
    if (share >= 1) return to
    if (share <= 0) return start
    if (share !== last.share) last = { share, mark: at(share) }
    return last.mark
  }
}

/** A mark as it is before it enters, from so many px below its place. */
function before(mark: Mark, rise: number): Mark {
  if (mark.kind === 'arrow') return { ...mark, opacity: 0, drawn: 0 }
  if (mark.kind === 'meter') return { ...mark, opacity: 0, share: 0 }
  return 'y' in mark ? { ...mark, opacity: 0, y: mark.y + rise } : { ...mark, opacity: 0 }
}

/** How far a mark rises: from afar only where that is watched in full, and words never through words that stand there. */
function riseOf(mark: Mark, isFull: boolean, standing: readonly Extent[]): number {
  if (mark.rise === 0 || (!isFull && Math.abs(mark.rise) > SLIDE)) return 0
  if (mark.kind !== 'label') return mark.rise
  const path = hull(extentOf(mark), extentOf({ ...mark, y: mark.y + mark.rise }))
  return standing.some((place) => meets(place, path)) ? 0 : mark.rise
}

/** Where words stand on the way: those that were there, and those that come without rising, since they would through others. */
function standingWords(marks: readonly Mark[], kept: ReadonlyMap<string, Mark>, isFull: boolean): readonly Extent[] {
  const labels = marks.filter((mark) => mark.kind === 'label')
  const standing = labels.filter(({ key }) => kept.has(key)).map(extentOf)
  let rising = labels.filter((mark) => !kept.has(mark.key) && riseOf(mark, isFull, []) !== 0)
  for (;;) {
    const held = rising.filter((mark) => riseOf(mark, isFull, standing) === 0)
    if (held.length === 0) return standing
    standing.push(...held.map(extentOf))
    rising = rising.filter((mark) => !held.includes(mark))
  }
}

/** Grows along with a flight: a line is drawn, a bar fills, a number counts up from nothing. */
function growing(mark: Mark, course: Course, after: number): Track {
  const none = mark.kind === 'label' ? uncounted(mark) : before(mark, mark.rise)
  const grown = moving({ ...none, opacity: mark.opacity }, mark, (ms) => course.shareAt(ms - after))
  const unseen = { ...none, opacity: 0 }
  return (ms) => {
    const seen = within(ms, { start: course.start + after, end: course.start + after + APPEARS_MS })
    if (seen <= 0) return unseen
    const now = grown(ms)
    return seen < 1 ? { ...now, opacity: mark.opacity * seen } : now
  }
}

/**
 * Reaches to the right as far as a flight has come, which draws it as a pen would. What that is past when it sets out,
 * since the move before was interrupted, fades in.
 */
function drawnBehind(mark: Box | Meter, course: Course, after: number): Track {
  const unseen = { ...mark, w: 0, opacity: 0 }
  const isPast = placeAt(course, -after)[0] > mark.x
  let last: Mark = unseen
  return (ms) => {
    const w = Math.min(mark.w, ms >= course.end + after ? mark.w : placeAt(course, ms - after)[0] - mark.x)
    if (w <= 0) return unseen
    const opacity = mark.opacity * (isPast ? within(ms, { start: 0, end: APPEARS_MS }) : 1)
    if (w === mark.w && opacity === mark.opacity) return mark
    if (!('w' in last) || w !== last.w || opacity !== last.opacity) last = { ...mark, w, opacity }
    return last
  }
}

/** A plate that feels that something lands on it. */
function struck(track: Track, at: number): Track {
  return (ms) => {
    const mark = track(ms)
    const share = within(ms, { start: at, end: at + BLOW.ms })
    if (share <= 0 || share >= 1 || !('strokeWidth' in mark)) return mark
    return { ...mark, strokeWidth: mark.strokeWidth + WIDER * Math.sin(Math.PI * share) }
  }
}

function flying(packet: Packet, course: Course): Track {
  let last = { ...packet, at: 0, opacity: 0 }
  return (ms) => {
    const [at, opacity] = [course.shareAt(ms), flightOpacity(course, ms)]
    if (at !== last.at || opacity !== last.opacity) last = { ...packet, at, opacity }
    return last
  }
}

/**
 * The way from one picture to another: at 0 it looks as the one, at 1 it is exactly the other. With `flights` things fly,
 * and what waits for them comes as they pass and land. The stage stands before anything flies; `motion/timetable` has the
 * times.
 */
export function between(from: Frame, to: Frame, flights = false): Way {
  const { isPage, kept: kin } = kinship(from, to)
  const { kept, order } = pile(from, to, kin, flights ? to.flights : [])
  const ways = new Map(
    to.marks.flatMap((mark) => {
      const was = kept.get(mark.key)
      const at = was && mixed(was, mark)
      return at ? [[mark.key, at] as const] : []
    }),
  )
  const leaving = order.flatMap((one) => ('leaving' in one ? [one.leaving] : []))
  const times = timetable({ to, isPage, kept, changing: ways, leaving, flights })

  const standing = standingWords(to.marks, kept, flights)
  const staying = (mark: Mark): Track => {
    const [was, span, way] = [kept.get(mark.key), times.spans.get(mark.key), ways.get(mark.key)]
    if (span === undefined) return () => mark
    const { flight = '', how = 'landed', after = 0 } = mark.cue ?? {}
    const own = times.courses.get(mark.key)
    const along = how === 'along' || how === 'behind' ? times.courses.get(flight) : undefined
    if (own !== undefined && was !== undefined) return moving(was, mark, (ms) => own.shareAt(ms), way)
    if (along !== undefined && was === undefined && how === 'behind' && (mark.kind === 'box' || mark.kind === 'meter'))
      return drawnBehind(mark, along, after)
    if (along !== undefined)
      return was ? moving(was, mark, (ms) => along.shareAt(ms - after), way) : growing(mark, along, after)
    if (was !== undefined) return moving(was, mark, (ms) => easeCubicInOut(within(ms, span)), way)
    if (span === PAGE.enter) return moving({ ...mark, opacity: 0 }, mark, (ms) => easeQuadInOut(within(ms, span)))
    return moving(before(mark, riseOf(mark, flights, standing)), mark, (ms) => easeQuadOut(within(ms, span)))
  }
  const tracks = order.map((one): Track => {
    if ('leaving' in one) {
      const gone = { ...one.leaving, key: one.key, opacity: 0 }
      const span = times.leaving.get(one.leaving.key) ?? { start: 0, end: 1 }
      return moving(one.leaving, gone, (ms) => easeLinear(within(ms, span)))
    }
    const blow = times.blows.get(one.staying.key)
    const track = staying(one.staying)
    return blow === undefined ? track : struck(track, blow)
  })
  for (const packet of flights ? to.flights : []) {
    const course = times.courses.get(packet.key)
    if (course) tracks.push(flying(packet, course))
  }
  const at = (t: number): Frame => (t >= 1 ? to : { ...to, marks: tracks.map((track) => track(t * times.whole)) })
  return Object.assign(at, { ms: times.ms })
}

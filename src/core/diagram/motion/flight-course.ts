import { easeCubicInOut, easeSinInOut } from 'd3'
import { along } from '../geometry.ts'
import type { Packet, Point } from '../mark.ts'
import { distanceTo, type Extent } from './extent.ts'

/** A stop costs so many milliseconds, of which it stands half. */
const BREATH_MS = 110

/** The course of something that flies: where along its line it is at each millisecond. */
export interface Course {
  readonly points: readonly Point[]
  readonly start: number
  readonly end: number
  /** The share of the line that has been passed. */
  readonly shareAt: (ms: number) => number
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - (points[i]?.[0] ?? x), y - (points[i]?.[1] ?? y)), 0)

const bounded = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

interface Leg {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Of a packet: 1.1 ms a px, gathering way and braking between any two stops; evenly in a time of its own where it has one. */
export function flightCourse({ points, stops = [], timed }: Packet, start: number): Course {
  if (timed) {
    const from = start + timed.after
    const shareAt = (ms: number): number => bounded((ms - from) / timed.ms, 0, 1)
    return { points, start: from, end: from + timed.ms, shareAt }
  }
  const whole = bounded(1.1 * lengthOf(points), 420, 820)
  const places = [0, ...stops, 1]
  const slower = (BREATH_MS / 2) * stops.length
  const legs: Leg[] = []
  let at = start
  for (const [i, to] of places.slice(1).entries()) {
    const from = places[i] ?? 0
    const end = at + (to - from) * (whole + slower)
    legs.push({ from, to, start: at, end })
    at = end + BREATH_MS / 2
  }
  const end = legs.at(-1)?.end ?? start
  const shareAt = (ms: number): number => {
    const leg = legs.findLast((one) => ms >= one.start)
    if (leg === undefined) return 0
    const share = Math.min(1, (ms - leg.start) / (leg.end - leg.start))
    return leg.from + (leg.to - leg.from) * easeCubicInOut(share)
  }
  return { points, start, end, shareAt }
}

/** Of a playhead, which is read while it moves: 2.4 ms a px. */
export function playheadCourse(points: readonly Point[], start: number): Course {
  const ms = bounded(2.4 * lengthOf(points), 500, 900)
  return { points, start, end: start + ms, shareAt: (now) => easeSinInOut(bounded((now - start) / ms, 0, 1)) }
}

/** Where the flight is. */
export const placeAt = ({ points, shareAt }: Course, ms: number): Point => along(points, shareAt(ms)).tip

/** When the flight comes beside a place, to the millisecond: at its nearest, and of equally near moments the first. */
export function passing({ points, start, end, shareAt }: Course, place: Extent): number {
  const parts = 200
  const distances = Array.from({ length: parts + 1 }, (_, n) => distanceTo(place, along(points, n / parts).tip))
  const nearest = Math.min(...distances) + 0.01
  const share = distances.findIndex((distance) => distance <= nearest) / parts
  let [early, late] = [start, end]
  while (late - early > 1) {
    const middle = (early + late) / 2
    if (shareAt(middle) < share) early = middle
    else late = middle
  }
  return share === 0 ? start : late
}

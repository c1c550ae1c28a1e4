import { easeCubicInOut, easeCubicOut, interpolateNumber, rgb } from 'd3'
import type { Frame, Mark } from './mark.ts'

type At<T> = (t: number) => T

/** Leaving, moving and arriving overlap, but in this order: an eye follows one change at a time. */
const LEAVE = [0, 0.35] as const
const MOVE = [0.1, 0.8] as const
const ARRIVE = [0.5, 1] as const

const within = (t: number, [start, end]: readonly [number, number]): number =>
  t <= start ? 0 : t >= end ? 1 : (t - start) / (end - start)

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

/**
 * In the same form as it is given, since a move that is interrupted becomes the start of the next. d3 keeps no hue of what
 * is not seen: it grows out of the other colour, and fades into it, rather than by way of black.
 */
function colour(a: string, b: string): At<string> {
  const [from, to] = [rgb(a), rgb(b)]
  const hue = (part: 'r' | 'g' | 'b'): At<number> =>
    interpolateNumber(from.opacity === 0 ? to[part] : from[part], to.opacity === 0 ? from[part] : to[part])
  const [red, green, blue] = [hue('r'), hue('g'), hue('b')]
  const opacity = interpolateNumber(from.opacity, to.opacity)
  return (t) => {
    const mixed = rgb(red(t), green(t), blue(t), opacity(t))
    return mixed.opacity < 1 ? mixed.formatHex8() : mixed.formatHex()
  }
}

/**
 * The way from one value to another, or nothing where there is none: what is the same or cannot be halfway is the new
 * value from the start. Frames are kept, so a way never reuses its result as d3.interpolateObject does.
 */
function way(name: string, a: unknown, b: unknown): At<unknown> | undefined {
  // There is no face between two weights.
  if (a === b || name === 'weight') return undefined
  if (typeof a === 'number' && typeof b === 'number') return interpolateNumber(a, b)
  if (typeof a === 'string' && typeof b === 'string' && a.startsWith('#') && b.startsWith('#')) return colour(a, b)
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    const items = b as readonly unknown[]
    const ways = items.map((item, i) => way('', a[i], item))
    if (ways.every((at) => at === undefined)) return undefined
    return (t) => items.map((item, i) => ways[i]?.(t) ?? item)
  }
  return isRecord(a) && isRecord(b) ? recordWay(a, b) : undefined
}

function recordWay<T extends object>(a: object, b: T): At<T> | undefined {
  const was = new Map<string, unknown>(Object.entries(a))
  const ways = Object.entries(b).flatMap(([name, now]) => {
    const at = way(name, was.get(name), now)
    return at === undefined ? [] : [[name, at] as const]
  })
  if (ways.length === 0) return undefined
  return (t) => {
    const mixed: Record<string, unknown> = {}
    for (const [name, at] of ways) mixed[name] = at(t)
    return { ...b, ...mixed }
  }
}

/**
 * A mark on its way, by the share of the motion that has passed. While it stands it is the same object from picture to
 * picture, so whoever paints it sees without looking further that there is nothing to do.
 */
function moving(from: Mark, to: Mark, ease: At<number>): At<Mark> {
  const at = recordWay(from, to)
  if (at === undefined) return () => to
  let last = { share: -1, mark: to }
  return (t) => {
    const share = ease(t)
    if (share >= 1) return to
    if (share !== last.share) last = { share, mark: at(share) }
    return last.mark
  }
}

/** A mark as it is before it enters. */
function before(m: Mark): Mark {
  if (m.kind === 'arrow') return { ...m, opacity: 0, drawn: 0 }
  return 'y' in m ? { ...m, opacity: 0, y: m.y + m.rise } : { ...m, opacity: 0 }
}

/** Every picture on the way from one frame to another; at 1 it is exactly the other. */
export function between(from: Frame, to: Frame, flights = false): At<Frame> {
  const old = new Map(from.marks.map((m) => [m.key, m]))
  // What still flies, from a move that was interrupted, begins anew where it flies again.
  const kept = new Set([...to.marks, ...(flights ? to.flights : [])].map((m) => m.key))

  const staying = to.marks.map((m): At<Mark> => {
    const was = old.get(m.key)
    return was?.kind === m.kind
      ? moving(was, m, (t) => easeCubicInOut(within(t, MOVE)))
      : moving(before(m), m, (t) => easeCubicInOut(within(t, ARRIVE)))
  })
  const leaving = from.marks
    .filter((m) => !kept.has(m.key))
    .map((m): At<Mark> => moving(m, { ...m, opacity: 0 }, (t) => easeCubicOut(within(t, LEAVE))))
  const flying = flights
    ? to.flights.map((p): At<Mark> => (t) => ({
        ...p,
        at: easeCubicInOut(within(t, [0.15, 0.85])),
        opacity: within(t, [0.1, 0.2]) - within(t, [0.8, 0.95]),
      }))
    : []

  return (t) => (t >= 1 ? to : { ...to, marks: [...leaving, ...staying, ...flying].map((at) => at(t)) })
}

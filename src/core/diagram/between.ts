import { easeCubicInOut, easeCubicOut, interpolateNumber, interpolateRgb, rgb } from 'd3'
import type { Frame, Mark } from './mark.ts'

type At<T> = (t: number) => T

/** Leaving, moving and arriving overlap, but in this order: an eye follows one change at a time. */
const LEAVE = [0, 0.35] as const
const MOVE = [0.1, 0.8] as const
const ARRIVE = [0.5, 1] as const

const within = (t: number, [start, end]: readonly [number, number]): number =>
  t <= start ? 0 : t >= end ? 1 : (t - start) / (end - start)

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

/** In the same form as it is given, since a move that is interrupted becomes the start of the next. */
function colour(a: string, b: string): At<string> {
  const at = interpolateRgb(a, b)
  return (t) => {
    const mixed = rgb(at(t))
    return mixed.opacity < 1 ? mixed.formatHex8() : mixed.formatHex()
  }
}

/** Frames are kept, so this never reuses its result as d3.interpolateObject does. */
function value(name: string, a: unknown, b: unknown): At<unknown> {
  // There is no face between two weights.
  if (a === b || name === 'weight') return () => b
  if (typeof a === 'number' && typeof b === 'number') return interpolateNumber(a, b)
  if (typeof a === 'string' && typeof b === 'string' && a.startsWith('#') && b.startsWith('#')) return colour(a, b)
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    const items = b.map((item: unknown, i) => value('', a[i], item))
    return (t) => items.map((at) => at(t))
  }
  return isRecord(a) && isRecord(b) ? record(a, b) : () => b
}

function record<T extends object>(a: object, b: T): At<T> {
  const before = new Map<string, unknown>(Object.entries(a))
  const changed = Object.entries(b)
    .filter(([name, now]) => before.get(name) !== now)
    .map(([name, now]) => [name, value(name, before.get(name), now)] as const)
  if (!changed.length) return () => b
  return (t) => Object.assign({}, b, Object.fromEntries(changed.map(([name, at]) => [name, at(t)])))
}

/** A mark as it is before it enters. */
function before(m: Mark): Mark {
  if (m.kind === 'arrow') return { ...m, opacity: 0, drawn: 0 }
  return 'y' in m ? { ...m, opacity: 0, y: m.y + m.rise } : { ...m, opacity: 0 }
}

/** Every picture on the way from one frame to another; at 1 it is exactly the other. */
export function between(from: Frame, to: Frame, flights = false): At<Frame> {
  const old = new Map(from.marks.map((m) => [m.key, m]))
  const kept = new Set(to.marks.map((m) => m.key))

  const staying = to.marks.map((m): At<Mark> => {
    const was = old.get(m.key)
    const same = was?.kind === m.kind
    const at = record(same ? was : before(m), m)
    return (t) => at(easeCubicInOut(within(t, same ? MOVE : ARRIVE)))
  })
  const leaving = from.marks
    .filter((m) => !kept.has(m.key))
    .map((m): At<Mark> => {
      const at = record(m, { ...m, opacity: 0 })
      return (t) => at(easeCubicOut(within(t, LEAVE)))
    })
  const flying = flights
    ? to.flights.map((p): At<Mark> => (t) => ({
        ...p,
        at: easeCubicInOut(within(t, [0.15, 0.85])),
        opacity: within(t, [0.1, 0.2]) - within(t, [0.8, 0.95]),
      }))
    : []

  return (t) => (t >= 1 ? to : { ...to, marks: [...leaving, ...staying, ...flying].map((at) => at(t)) })
}

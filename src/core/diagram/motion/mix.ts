import { interpolateNumber, lab, rgb } from 'd3'
import type { Arrow, Card, Label, Mark, Point, Writing } from '../mark.ts'

/** A value by the share of its way that has passed. */
export type At<T> = (share: number) => T

/** Words cross to their new colour in the middle, fast: else they pass the grey that their ground passes, and are gone. */
const INK_CROSSES = [0.35, 0.65] as const

const within = (share: number, [start, end]: readonly [number, number]): number =>
  Math.min(1, Math.max(0, (share - start) / (end - start)))

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

/**
 * By way of Lab, so that no way leads through mud, and in the same form as it is given, since a move that is interrupted
 * becomes the start of the next. What is not seen has no hue of its own: it grows out of the other colour and fades into it.
 */
export function colour(a: string, b: string): At<string> {
  const [from, to] = [rgb(a), rgb(b)]
  const hues = [lab(from.opacity === 0 ? to : from), lab(to.opacity === 0 ? from : to)] as const
  const [l, green, blue] = (['l', 'a', 'b'] as const).map((part) => interpolateNumber(hues[0][part], hues[1][part]))
  const opacity = interpolateNumber(from.opacity, to.opacity)
  return (share) => {
    const mixed = rgb(lab(l?.(share) ?? 0, green?.(share) ?? 0, blue?.(share) ?? 0)).clamp()
    mixed.opacity = opacity(share)
    return mixed.opacity < 1 ? mixed.formatHex8() : mixed.formatHex()
  }
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g

/** Numbers in words that are otherwise the same count from one to the other; other words change at half. */
export function counting(a: string, b: string): At<string> {
  if (a.replace(NUMBER, '#') !== b.replace(NUMBER, '#')) return (share) => (share < 0.5 ? a : b)
  const valueOf = (text: string): number => Number(text.replaceAll(',', ''))
  const before = (a.match(NUMBER) ?? []).map(valueOf)
  const isGrouped = `${a} ${b}`.includes(',')
  return (share) => {
    if (share <= 0) return a
    if (share >= 1) return b
    let n = -1
    return b.replace(NUMBER, (text) => {
      n += 1
      const decimals = text.split('.')[1]?.length ?? 0
      const value = interpolateNumber(before[n] ?? 0, valueOf(text))(share)
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: isGrouped }
      return value.toLocaleString('en', digits)
    })
  }
}

/** Words whose numbers are none yet. */
export const uncounted = (label: Label): Label => ({
  ...label,
  lines: label.lines.map((line) => line.map((run) => ({ ...run, text: run.text.replace(NUMBER, '0') }))),
})

/** Between two values; nothing where they are the same. What cannot be halfway changes at half. */
function way(name: string, a: unknown, b: unknown): At<unknown> | undefined {
  if (a === b) return undefined
  if (name === 'weight') return (share) => (share < 0.5 ? a : b)
  if (typeof a === 'number' && typeof b === 'number') return interpolateNumber(a, b)
  if (typeof a === 'string' && typeof b === 'string') {
    if (!a.startsWith('#') || !b.startsWith('#'))
      return name === 'text' ? counting(a, b) : (share) => (share < 0.5 ? a : b)
    const mixed = colour(a, b)
    return name === 'ink' ? (share) => mixed(within(share, INK_CROSSES)) : mixed
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    const items = b as readonly unknown[]
    const ways = items.map((item, i) => way('', a[i], item))
    if (ways.every((at) => at === undefined)) return undefined
    return (share) => items.map((item, i) => ways[i]?.(share) ?? item)
  }
  if (isRecord(a) && isRecord(b)) return recordWay(a, b)
  return (share) => (share < 0.5 ? a : b)
}

/** What has no place, look or words of a mark: where it comes from, and when. */
const unseen: ReadonlySet<string> = new Set(['key', 'rise', 'cue', 'stops'])

function recordWay<T extends object>(a: object, b: T): At<T> | undefined {
  const was = new Map<string, unknown>(Object.entries(a))
  const ways = Object.entries(b).flatMap(([name, now]) => {
    const at = unseen.has(name) ? undefined : way(name, was.get(name), now)
    return at === undefined ? [] : [[name, at] as const]
  })
  if (ways.length === 0) return undefined
  return (share) => {
    const mixed: Record<string, unknown> = {}
    for (const [name, at] of ways) mixed[name] = at(share)
    return { ...b, ...mixed }
  }
}

/** The same line with a point more in the middle of its longest piece, as often as it takes. */
function withPoints(points: readonly Point[], count: number): readonly Point[] {
  const all = [...points]
  while (all.length > 1 && all.length < count) {
    const lengths = all.slice(1).map(([x, y], i) => Math.hypot(x - (all[i]?.[0] ?? x), y - (all[i]?.[1] ?? y)))
    const n = lengths.indexOf(Math.max(...lengths))
    const [[x0, y0], [x1, y1]] = [all[n], all[n + 1]] as [Point, Point]
    all.splice(n + 1, 0, [(x0 + x1) / 2, (y0 + y1) / 2])
  }
  return all
}

function arrowWay(a: Arrow, b: Arrow): At<Mark> | undefined {
  const count = Math.max(a.points.length, b.points.length)
  return recordWay({ ...a, points: withPoints(a.points, count) }, { ...b, points: withPoints(b.points, count) })
}

const saidIn = ({ lines, anchor }: Writing): string =>
  `${anchor} ${lines.map((line) => line.map(({ text }) => text).join('')).join('\n')}`

/** A card keeps its plate, and of its words those that are on both; the others make room for one another. */
function cardWay(a: Card, b: Card): At<Mark> | undefined {
  const plate = recordWay({ ...a, writings: b.writings }, b)
  const left = [...a.writings]
  const kept = b.writings.map((now) => {
    const found = left.findIndex((was) => saidIn(was) === saidIn(now))
    const [was] = found < 0 ? [] : left.splice(found, 1)
    return { now, was, at: was && recordWay({ opacity: 1, ...was }, { opacity: 1, ...now }) }
  })
  if (plate === undefined && left.length === 0 && kept.every(({ was, at }) => was && !at)) return undefined
  return (share) => {
    const leaving = left.map((was) => ({ ...was, opacity: (was.opacity ?? 1) * (1 - within(share, [0, 0.5])) }))
    const there = kept.map(({ now, was, at }) =>
      was ? (at?.(share) ?? now) : { ...now, opacity: within(share, [0.5, 1]) },
    )
    return { ...(plate?.(share) ?? b), writings: [...leaving, ...there].filter(({ opacity = 1 }) => opacity > 0) }
  }
}

/** Between two marks of a kind; nothing where they look the same. */
export function mixed(from: Mark, to: Mark): At<Mark> | undefined {
  if (from.kind === 'card' && to.kind === 'card') return cardWay(from, to)
  if (from.kind === 'arrow' && to.kind === 'arrow') return arrowWay(from, to)
  return recordWay(from, to)
}

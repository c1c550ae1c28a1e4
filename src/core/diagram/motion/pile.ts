import type { Frame, Mark } from '../mark.ts'
import { extentOf, meets } from './extent.ts'
import { isSeen } from './kinship.ts'

interface Tail {
  readonly position: number
  readonly place: number
  readonly before: Tail | undefined
}

/** The longest run of positions that only rises, as places in the list. */
function rising(positions: readonly number[]): ReadonlySet<number> {
  /** By the length of a run the lowest position that one ends at. */
  const tails: Tail[] = []
  positions.forEach((position, place) => {
    const longer = tails.findIndex((tail) => tail.position >= position)
    const length = longer < 0 ? tails.length : longer
    tails[length] = { position, place, before: tails[length - 1] }
  })
  const run = new Set<number>()
  for (let tail = tails.at(-1); tail !== undefined; tail = tail.before) run.add(tail.place)
  return run
}

/** All marks of a way from the lowest to the uppermost. Those of the old picture bear keys that nobody else has. */
export interface Pile {
  readonly kept: ReadonlyMap<string, Mark>
  readonly order: readonly ({ readonly leaving: Mark; readonly key: string } | { readonly staying: Mark })[]
}

/**
 * What leaves keeps its height in the pile: above the uppermost of the kept marks that it lay above, else those would hide
 * it before it is gone. Marks go on only where they stay above and below the same ones; one that would have to slip
 * through others leaves and comes instead.
 */
export function pile(from: Frame, to: Frame, going: ReadonlyMap<string, Mark>, flights: readonly Mark[]): Pile {
  const seen = from.marks.filter(isSeen)
  const { kept, heights } = settle(seen, to, going)
  const taken = new Set([...to.marks, ...flights].map(({ key }) => key))
  const free = (key: string): string => {
    let one = key
    while (taken.has(one)) one += '~'
    taken.add(one)
    return one
  }
  const leaving = seen
    .map((mark, place) => ({ leaving: mark, key: '', height: heights[place] ?? 0 }))
    .filter((one) => !kept.has(one.leaving.key))
    .toSorted((a, b) => a.height - b.height)
    .map((one) => ({ ...one, key: free(one.leaving.key) }))
  const placeOf = new Map(seen.map((mark, place) => [mark.key, place]))
  const order: Pile['order'][number][] = []
  let next = 0
  for (const staying of to.marks) {
    if (kept.has(staying.key)) {
      const height = heights[placeOf.get(staying.key) ?? 0] ?? 0
      for (; next < leaving.length && (leaving[next]?.height ?? 0) < height; next += 1)
        order.push(...leaving.slice(next, next + 1))
    }
    order.push({ staying })
  }
  return { kept, order: [...order, ...leaving.slice(next)] }
}

/** Who goes on, and how high each of the old marks lies: its place in the old pile, or another where it has to. */
function settle(
  seen: readonly Mark[],
  to: Frame,
  going: ReadonlyMap<string, Mark>,
): { readonly kept: ReadonlyMap<string, Mark>; readonly heights: readonly number[] } {
  const placeOf = new Map(seen.map((mark, i) => [mark.key, i]))
  const same = to.marks.filter(({ key }) => going.has(key))
  const positions = same.map(({ key }) => placeOf.get(key) ?? 0)
  const run = rising(positions)
  const kept = new Map(going)
  const extents = seen.map(extentOf)
  // Who is out of line lies where the new picture has it: below the next in line.
  const heights = seen.map((_, place) => place)
  positions.forEach((place, i) => {
    if (run.has(i)) return
    const next = positions.findIndex((_, n) => n > i && run.has(n))
    heights[place] = (next < 0 ? seen.length : (positions[next] ?? 0)) - 0.5 + i / 1e4
  })
  const through = (place: number): number[] => {
    const [height, extent] = [heights[place] ?? 0, extents[place]]
    return seen.flatMap((_, n) => {
      const [other, isTurned] = [extents[n], (heights[n] ?? 0) > height !== n > place]
      return n !== place && isTurned && extent && other && meets(other, extent) ? [n] : []
    })
  }
  /** What leaves goes up together with what it lies on, where nothing is in the way. */
  const lifts = (place: number): boolean => {
    const above = through(place)
    if (above.some((n) => n < place || kept.has(seen[n]?.key ?? ''))) return false
    for (const n of above) heights[n] = (heights[place] ?? 0) + (n + 1) / 1e8
    if (above.every((n) => through(n).length === 0)) return true
    for (const n of above) heights[n] = n
    return false
  }
  // Whoever is taken out of the way lies where it lay, which may be in the way of another.
  let out = positions.filter((_, i) => !run.has(i))
  const slips = (place: number): boolean => through(place).length > 0 && !lifts(place)
  for (let slipping = out.filter(slips); slipping.length > 0; slipping = out.filter(slips)) {
    for (const place of slipping) {
      kept.delete(seen[place]?.key ?? '')
      heights[place] = place
    }
    out = out.filter((place) => !slipping.includes(place))
  }
  return { kept, heights }
}

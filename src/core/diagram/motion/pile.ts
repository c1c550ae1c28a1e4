import type { Frame, Mark } from '../mark.ts'
import { extentOf, meets } from './extent.ts'
import { isSeen } from './kinship.ts'

/** The longest run of positions that only rises, as places in the list. */
function rising(positions: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before = positions.map(() => -1)
  positions.forEach((position, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((positions[tails[middle] ?? 0] ?? 0) < position) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = i
  })
  const run = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at)
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
  const placeOf = new Map(seen.map((mark, i) => [mark.key, i]))
  const same = to.marks.filter(({ key }) => going.has(key))
  const positions = same.map(({ key }) => placeOf.get(key) ?? 0)
  const run = rising(positions)
  const kept = new Map(going)
  // Everything keeps its height but who is out of line, and lies where the new picture has it: below the next in line.
  const heights = seen.map((_, place) => place)
  same.forEach((_, i) => {
    if (run.has(i)) return
    const next = positions.findIndex((_, n) => n > i && run.has(n))
    heights[positions[i] ?? 0] = (next < 0 ? seen.length : (positions[next] ?? 0)) - 0.5 + i / 1e4
  })
  const slips = (place: number): boolean => {
    const was = seen[place]
    const extent = was && extentOf(was)
    return seen.some((other, n) => {
      const isTurned = (heights[n] ?? 0) > (heights[place] ?? 0) !== n > place
      return n !== place && isTurned && extent !== undefined && meets(extentOf(other), extent)
    })
  }
  // Whoever is taken out of the way lies where it lay, which may be in the way of another.
  let out = positions.filter((_, i) => !run.has(i))
  for (let slipping = out.filter(slips); slipping.length > 0; slipping = out.filter(slips)) {
    for (const place of slipping) {
      kept.delete(seen[place]?.key ?? '')
      heights[place] = place
    }
    out = out.filter((place) => !slipping.includes(place))
  }
  const anchors = same.flatMap((_, i) => (run.has(i) ? [positions[i] ?? 0] : []))
  const anchorPlaces = new Set(anchors)

  const taken = new Set([...to.marks, ...flights].map(({ key }) => key))
  const free = (key: string): string => {
    let one = key
    while (taken.has(one)) one += '~'
    taken.add(one)
    return one
  }
  const above = new Map<number, Mark[]>()
  seen.forEach((mark, place) => {
    if (kept.has(mark.key)) return
    const anchor = anchors.findLast((one) => one < place) ?? -1
    above.set(anchor, [...(above.get(anchor) ?? []), mark])
  })
  const leavingOn = (anchor: number): Pile['order'] =>
    (above.get(anchor) ?? []).map((leaving) => ({ leaving, key: free(leaving.key) }))
  const order = [
    ...leavingOn(-1),
    ...to.marks.flatMap((staying): Pile['order'] => {
      const place = placeOf.get(staying.key)
      return place !== undefined && anchorPlaces.has(place) ? [{ staying }, ...leavingOn(place)] : [{ staying }]
    }),
  ]
  return { kept, order }
}

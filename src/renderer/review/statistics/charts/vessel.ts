import { path, scaleLinear, stack } from 'd3'
import type { Mastery } from '../../../../contract/review-view.ts'

export type Part = 'known' | 'learning' | 'new'

export interface Layer {
  readonly part: Part
  readonly cards: number
  /** Its upper edge and its height, from the top. */
  readonly y: number
  readonly height: number
}

export interface Vessel {
  readonly layers: readonly Layer[]
  /** How high what comes to mind today stands; null where that is nothing. */
  readonly heldY: number | null
}

/** The inside of a vessel in the units of its picture. */
export const inside = { x: 8, y: 12, width: 72, height: 112 } as const
const radius = 16
const lip = 6

/** A glass jar, open at the top. */
export const glass = ((): string => {
  const { x, y, width, height } = inside
  const shape = path()
  shape.moveTo(x - lip, y - lip)
  shape.quadraticCurveTo(x, y - lip, x, y + 2)
  shape.lineTo(x, y + height - radius)
  shape.arcTo(x, y + height, x + radius, y + height, radius)
  shape.lineTo(x + width - radius, y + height)
  shape.arcTo(x + width, y + height, x + width, y + height - radius, radius)
  shape.lineTo(x + width, y + 2)
  shape.quadraticCurveTo(x + width, y - lip, x + width + lip, y - lip)
  return shape.toString()
})()

/** What fills a topic's vessel, what is known at the bottom. */
export function vesselOf(mastery: Mastery): Vessel {
  const height = scaleLinear([0, Math.max(1, mastery.cards)], [inside.y + inside.height, inside.y])
  const parts = ['known', 'learning', 'new'] as const
  const layers = stack<Mastery, Part>()
    .keys(parts)([mastery])
    .flatMap(({ key, 0: range }) => {
      const [from, to] = range ?? [0, 0]
      if (to === from) return []
      return [{ part: key, cards: mastery[key], y: height(to), height: height(from) - height(to) }]
    })
  return { layers, heldY: mastery.held > 0 ? height(mastery.held) : null }
}

import type { Room } from '../../diagram/look.ts'

/** Where things are; chips, cards, process and kernel never move from step to step. */
export interface Grid {
  readonly width: number
  readonly gap: number
  /** The two columns of chips together, and one of them. */
  readonly chips: number
  readonly chip: number
  readonly host: Room
  readonly inside: Room
  /** Both cards and the gap between them. */
  readonly both: Room
  /** The middle of the gap between the cards. */
  readonly middle: number
  readonly process: Room
  readonly kernel: Room
  /** There is room for what was recorded beside what it is about. */
  readonly roomy: boolean
}

const CARD = { y: 8, h: 280 }
export const ROWS = [40, 104, 168, 232] as const
export const ROW_HEIGHT = 56
export const PROCESS = { y: 312, w: 144, h: 48 }

/** The grid of a stage width. At 1168 px: chips x 0–256, cards at x 280 and 736. */
export function gridFor(width: number): Grid {
  const wide = width >= 1100
  const [chips, gap] = wide ? [256, 24] : width >= 900 ? [248, 24] : [224, 16]
  const card = Math.floor((width - chips - 2 * gap) / 2)
  const host = { x: chips + gap, w: card, ...CARD }
  const inside = { x: width - card, w: card, ...CARD }
  const middle = (host.x + host.w + inside.x) / 2
  return {
    width,
    gap,
    chips,
    chip: (chips - 8) / 2,
    host,
    inside,
    both: { x: host.x, w: width - host.x, ...CARD },
    middle,
    process: { x: middle - PROCESS.w / 2, ...PROCESS },
    kernel: { x: 0, y: 384, w: width, h: 48 },
    roomy: wide,
  }
}

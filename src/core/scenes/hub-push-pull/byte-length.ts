import type { Pen } from '../../diagram/pen.ts'
import { slotMiddle, type Grid } from './grid.ts'
import { t } from '../../words/t.ts'

/** Where the scale of lengths begins and ends, in bytes: what travels here lies between. */
const [SHORTEST, LONGEST] = [10, 2e6]

/** What a length means. */
export const LENGTHS = [
  t('길이 = 바이트 (로그)', 'length = bytes (log scale)'),
  t('길이 = 바이트', 'length: log bytes'),
] as const

/** How long so many bytes are drawn in a room of a width, in px: on a logarithmic scale, and nothing is nothing. */
export function lengthOf(bytes: number, width: number): number {
  if (bytes <= 0) return 0
  const share = Math.log(bytes / SHORTEST) / Math.log(LONGEST / SHORTEST)
  return Math.round(width * Math.min(1, Math.max(0.02, share)))
}

/** How long a ticket for so many bytes is in the lanes, in px. */
export const ticketLength = ({ lane }: Grid, bytes: number): number => lengthOf(bytes, lane.w - 145)

/** Says in a row what a length means, at the end of the lane or of the registry's panel. */
export function lengthLegend(pen: Pen, { lane, right }: Grid, row: number, place: 'lane' | 'panel' = 'lane'): void {
  const w = place === 'lane' ? lane.w - 32 : right.w - 116
  const x = place === 'lane' ? lane.x + lane.w - 16 : right.x + right.w - 12
  pen.say('length', pen.choose(LENGTHS, w), [x, slotMiddle(row) + 6], w, { anchor: 'end', ink: pen.theme.soft })
}

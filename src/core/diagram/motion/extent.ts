import { along } from '../geometry.ts'
import type { Mark, Point, Run, Writing } from '../mark.ts'

/** What of the stage a mark takes, in px. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** About how wide words are at 1 px: frames hold no measures, and here it only says which words are in whose way. */
function roughWidth({ text, mono }: Run): number {
  const [hangul, latin] = mono ? [1, 0.5] : [0.88, 0.56]
  let width = 0
  for (const char of text) width += char > '\u1100' ? hangul : latin
  return width
}

function ofWriting({ x, y, lines, size, leading, anchor }: Writing, dx: number, dy: number): Extent {
  const width = size * Math.max(0, ...lines.map((line) => line.reduce((sum, run) => sum + roughWidth(run), 0)))
  const left = x + dx - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
  const bottom = y + dy + (lines.length - 1) * leading + size * 0.2
  return { left, right: left + width, top: y + dy - size * 0.8, bottom }
}

function ofPoints(points: readonly Point[], margin: number): Extent {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    top: Math.min(...ys) - margin,
    bottom: Math.max(...ys) + margin,
  }
}

const about = (x: number, y: number, w: number, h: number): Extent => ({
  left: x - w / 2,
  right: x + w / 2,
  top: y - h / 2,
  bottom: y + h / 2,
})

export function extentOf(mark: Mark): Extent {
  switch (mark.kind) {
    case 'label':
      return ofWriting(mark, 0, 0)
    case 'arrow':
      return ofPoints(mark.points, Math.max(mark.strokeWidth, mark.haloWidth, mark.head) / 2)
    case 'packet': {
      const [x, y] = along(mark.points, mark.at).tip
      return about(x, y, mark.w, mark.h)
    }
    case 'badge':
      return about(mark.x, mark.y, mark.w, mark.shape === 'flag' ? mark.h * 2 : mark.h)
    default:
      return { left: mark.x, top: mark.y, right: mark.x + mark.w, bottom: mark.y + mark.h }
  }
}

export const hull = (a: Extent, b: Extent): Extent => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
})

export const meets = (a: Extent, b: Extent): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** From a point to what is taken, in px; 0 within. */
export function distanceTo({ left, right, top, bottom }: Extent, [x, y]: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

/** How far a mark goes from one picture to the next: as far as the farthest of its corners, in px. */
export function travel(from: Mark, to: Mark): number {
  if (from.kind === 'label' && to.kind === 'label') return Math.hypot(to.x - from.x, to.y - from.y)
  const [a, b] = [extentOf(from), extentOf(to)]
  return Math.hypot(
    Math.max(Math.abs(b.left - a.left), Math.abs(b.right - a.right)),
    Math.max(Math.abs(b.top - a.top), Math.abs(b.bottom - a.bottom)),
  )
}

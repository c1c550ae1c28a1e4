/** Half a pixel more or less is the same row. */
const slack = 1

/** Where a tile lies; a DOMRect does. */
interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
}

const middle = ({ left, right }: Area): number => (left + right) / 2

/**
 * Of tiles that wrap into rows, the one below another or above it: in the nearest row that way, the one whose middle is
 * the nearest.
 * @param way 1 down, -1 up
 * @returns its index; null where there is no row that way
 */
export function tileBelow(areas: readonly Area[], from: number, way: 1 | -1): number | null {
  const start = areas[from]
  if (!start) return null
  let best: number | null = null
  for (const [index, area] of areas.entries()) {
    const rows = (area.top - start.top) * way
    if (rows <= slack) continue
    const nearest = best === null ? undefined : areas[best]
    const closer = nearest === undefined ? -Infinity : (area.top - nearest.top) * way
    const isAside = Math.abs(middle(area) - middle(start))
    if (closer < -slack || (closer <= slack && isAside < Math.abs(middle(nearest ?? area) - middle(start))))
      best = index
  }
  return best
}

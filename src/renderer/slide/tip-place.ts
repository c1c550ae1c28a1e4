/** Room kept between a tip and its anchor, and between a tip and the window's edges, in pixels. */
const gap = 8

export interface TipPlace {
  readonly left: number
  readonly top: number
  /** Above its anchor, where there is no room below. */
  readonly above: boolean
}

/** Where a tip goes in the window: below its anchor and in line with it, as far as there is room. In pixels. */
export function tipPlace(
  anchor: Pick<DOMRect, 'left' | 'top' | 'bottom'>,
  tip: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number } = { width: innerWidth, height: innerHeight },
): TipPlace {
  const left = Math.max(gap, Math.min(anchor.left, window.width - tip.width - gap))
  const below = anchor.bottom + gap
  const above = below + tip.height > window.height - gap && anchor.top - gap - tip.height >= 0
  return { left, top: above ? anchor.top - gap - tip.height : below, above }
}

import { decoded } from '../../core/deck/targets.ts'
import type { SlideActions } from './slide-actions.ts'

/** Does what a link of a slide asks for: goes to a slide of the deck, or opens an address outside. */
export function followLink(href: string, { go, open }: SlideActions): void {
  if (href.startsWith('#')) go?.(decoded(href.slice(1)))
  else open?.(href)
}

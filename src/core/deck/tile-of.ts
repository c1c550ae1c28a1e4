import type { Deck, Slide } from '../../contract/deck.ts'
import { writtenSlides } from './written-slides.ts'

const opens: ReadonlySet<Slide['layout']> = new Set(['title', 'section', 'closing'])
const isShowable = ({ layout, problems }: Slide): boolean => !opens.has(layout) && problems.length === 0
const hasMuchToSee = ({ scene, html }: Slide): boolean => scene !== null || /<(?:img|table|pre|svg|math)\b/.test(html)

/**
 * The slide that shows what a deck is like: the one that its author chose, else the first with something to see on it,
 * else the first that says something; null where there is none, or where the deck has not been read.
 */
export function tileOf({ tile, slides }: Pick<Deck, 'tile' | 'slides'>): string | null {
  if (tile !== undefined) return tile
  const shown = writtenSlides(slides).filter(isShowable)
  const found = shown.find(hasMuchToSee) ?? shown.find(({ html }) => html.trim() !== '')
  return found?.id ?? null
}

import type { Deck, Slide } from '../../contract/deck.ts'
import { writtenSlides } from './written-slides.ts'

const opens: ReadonlySet<Slide['layout']> = new Set(['title', 'section', 'closing'])
const isShowable = ({ layout, problems }: Slide): boolean => !opens.has(layout) && problems.length === 0
const hasPicture = ({ scene, html }: Slide): boolean => scene !== null || /<(?:img|svg)\b/.test(html)
const hasShape = ({ html }: Slide): boolean => /<(?:table|pre|math)\b/.test(html)
const hasWords = ({ html }: Slide): boolean => html.trim() !== ''

/**
 * The slide that shows what a deck is like: the one that its author chose, else the first with a picture, else the first
 * with a table or code, else the first that says something; null where there is none, or where the deck has not been read.
 */
export function tileOf({ tile, slides }: Pick<Deck, 'tile' | 'slides'>): string | null {
  if (tile !== undefined) return tile
  const shown = writtenSlides(slides).filter(isShowable)
  return (shown.find(hasPicture) ?? shown.find(hasShape) ?? shown.find(hasWords))?.id ?? null
}

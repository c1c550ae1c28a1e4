import type { Deck, Slide } from '../../contract/deck.ts'

/** A stretch of a deck that a cover opens: all of the deck, but of a path that goes through several decks one of them. */
export interface DeckPart {
  readonly slides: readonly Slide[]
  /** How many questions of the course its slides answer. */
  readonly questions: number
  /** The title of what comes after it: the next cover of the path, else the next deck of the course. */
  readonly next: string | undefined
}

const isCover = ({ layout }: Slide): boolean => layout === 'title'

/** The part of a deck that a slide stands in. */
export function partAround(deck: Deck, slide: Slide): DeckPart {
  const { slides } = deck
  const at = slides.findIndex(({ id }) => id === slide.id)
  const first = slides.findLastIndex((each, index) => index <= at && isCover(each))
  const end = slides.findIndex((each, index) => index > at && isCover(each))
  const own = slides.filter((_, index) => index >= first && (end === -1 || index < end))
  return {
    slides: own,
    questions: new Set(own.flatMap(({ asks }) => asks)).size,
    next: slides[end]?.title ?? deck.next,
  }
}

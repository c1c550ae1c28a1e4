/** A course's decks as the library shows them: one card a deck, whatever languages it exists in. */
import type { Lang } from '../../contract/deck.ts'
import type { CourseSummary, DeckSummary } from '../../contract/library.ts'

export interface DeckCard {
  /** The deck's name, the same in every language. */
  readonly name: string
  /** The deck in the wanted language, else in the one that there is. */
  readonly deck: DeckSummary
  readonly langs: readonly Lang[]
}

/** One card a name of a course's decks or paths in its own order, in `lang` where the deck has it. */
export function cardsOf(shown: readonly DeckSummary[], lang: Lang): readonly DeckCard[] {
  const byName = Map.groupBy(shown, (deck) => deck.ref.name)
  return [...byName].flatMap(([name, decks]) => {
    const deck = decks.find((one) => one.ref.lang === lang) ?? decks[0]
    return deck ? [{ name, deck, langs: decks.map((one) => one.ref.lang) }] : []
  })
}

/** The languages that the course's decks exist in, Korean first. */
export function langsOf(course: CourseSummary): readonly Lang[] {
  const found = new Set(course.decks.map((deck) => deck.ref.lang))
  return (['ko', 'en'] as const).filter((lang) => found.has(lang))
}

/** The slides of the shown cards: a deck in two languages counts once. */
export function slidesOf(cards: readonly DeckCard[]): number {
  return cards.reduce((sum, { deck }) => sum + deck.slides, 0)
}

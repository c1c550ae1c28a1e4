/** How far decks have come, and which of them is presented next. */
import type { DeckSummary } from '../../contract/library.ts'
import type { DeckCard } from './shelf.ts'

/** Whether a deck has anything to show. */
export function canPresent(deck: DeckSummary): boolean {
  return deck.slides > 0
}

/** Whether there is a place to go on from, which neither the first step nor the end is. */
export function canContinue({ lastPlace }: DeckSummary): boolean {
  return lastPlace !== null && !lastPlace.isEnd && (lastPlace.slideNumber > 1 || lastPlace.step > 1)
}

/** How many slides of a deck lie behind. */
export function slidesBehind({ lastPlace, slides }: DeckSummary): number {
  if (lastPlace === null) return 0
  return lastPlace.isEnd ? slides : lastPlace.slideNumber - 1
}

/** The card that was shown last, if any was. */
export function latestOf(cards: readonly DeckCard[]): DeckCard | null {
  const atOf = ({ deck }: DeckCard): number => deck.lastPlace?.atMs ?? -Infinity
  const latest = cards.reduce<DeckCard | null>((best, card) => (best && atOf(best) >= atOf(card) ? best : card), null)
  return latest?.deck.lastPlace ? latest : null
}

const isLeft = ({ deck }: DeckCard): boolean => canPresent(deck) && deck.lastPlace?.isEnd !== true

/**
 * What is presented next: what was shown last as long as something of it is left, else the deck behind the one shown
 * last, past those that were shown to their end; null where there is no deck.
 */
export function nextCard(decks: readonly DeckCard[], paths: readonly DeckCard[]): DeckCard | null {
  const latest = latestOf([...decks, ...paths])
  if (latest && isLeft(latest)) return latest
  const latestDeck = latestOf(decks)
  const from = latestDeck ? decks.indexOf(latestDeck) + 1 : 0
  const round = [...decks.slice(from), ...decks.slice(0, from)]
  return round.find(isLeft) ?? round.find(({ deck }) => canPresent(deck)) ?? decks[0] ?? null
}

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
  // Behind a cover that was made lies nothing, and its number is 0.
  return lastPlace.isEnd ? slides : Math.max(0, lastPlace.slideNumber - 1)
}

/** The cards that were shown, the one shown last first. */
export function latestFirst(cards: readonly DeckCard[]): readonly DeckCard[] {
  const atOf = ({ deck }: DeckCard): number => deck.lastPlace?.atMs ?? -Infinity
  return cards.filter(({ deck }) => deck.lastPlace !== null).sort((a, b) => atOf(b) - atOf(a))
}

const isLeft = ({ deck }: DeckCard): boolean => canPresent(deck) && deck.lastPlace?.isEnd !== true

/**
 * What is presented next: what was shown last as long as something of it is left, else the deck behind the one shown
 * last, past those that were shown to their end; null where there is no deck.
 */
export function nextCard(decks: readonly DeckCard[], paths: readonly DeckCard[]): DeckCard | null {
  const latest = latestFirst([...decks, ...paths])[0]
  if (latest && isLeft(latest)) return latest
  const latestDeck = latestFirst(decks)[0]
  const from = latestDeck ? decks.indexOf(latestDeck) + 1 : 0
  const round = [...decks.slice(from), ...decks.slice(0, from)]
  return round.find(isLeft) ?? round.find(({ deck }) => canPresent(deck)) ?? decks[0] ?? null
}

import type { ReviewEventOf } from '../../contract/review.ts'

export interface Aliases {
  /** The name that a card goes by now. */
  nameOf(card: string): string
  /** Every id under which events of this card may stand in the log, its present name among them. */
  idsOf(card: string): readonly string[]
}

/**
 * Which ids name the same card. Each alias joins two groups of ids, and the newest says what the card is called, so
 * that chains lead to their end and renaming there and back is no circle.
 */
export function joinAliases(events: readonly ReviewEventOf<'alias'>[]): Aliases {
  const groups = new Map<string, { name: string; ids: string[] }>()
  const groupOf = (id: string): { name: string; ids: string[] } => groups.get(id) ?? { name: id, ids: [id] }
  for (const { from, to } of events) {
    const [old, target] = [groupOf(from), groupOf(to)]
    // Within one group only the present name can change, and said twice an alias says nothing new. Taken up into a card
    // that has a newer name itself, the history goes along to that name.
    const renamed = from === old.name ? to : old.name
    const name = old.name === target.name ? renamed : target.name
    const joined = { name, ids: [...new Set([...old.ids, ...target.ids])] }
    for (const id of joined.ids) groups.set(id, joined)
  }
  return { nameOf: (card) => groupOf(card).name, idsOf: (card) => groupOf(card).ids }
}

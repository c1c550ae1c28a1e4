import type { CourseCard } from './course-cards.ts'

export interface FollowUps {
  /** What follows a card, in the order that its question names; a leaf has no entry. */
  readonly children: ReadonlyMap<string, readonly string[]>
  /** What a card follows; a root has no entry. */
  readonly parents: ReadonlyMap<string, readonly string[]>
}

/**
 * Who follows whom. Questions name each other in circles; a course is written from the basic to the particular, so a
 * question follows only those that stand before it. That leaves no circle, and the first of every circle is a root.
 */
export function followUpsOf(cards: readonly CourseCard[]): FollowUps {
  const behind = new Set(cards.map(({ card }) => card))
  const children = new Map<string, readonly string[]>()
  const parents = new Map<string, readonly string[]>()
  for (const { card, followups } of cards) {
    behind.delete(card)
    for (const child of new Set(followups)) {
      if (!behind.has(child)) continue
      children.set(card, [...(children.get(card) ?? []), child])
      parents.set(child, [...(parents.get(child) ?? []), card])
    }
  }
  return { children, parents }
}

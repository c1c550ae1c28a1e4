import type { CourseCard } from './course-cards.ts'

export interface FollowUps {
  /** What follows a card, in the order that its question names. */
  readonly children: ReadonlyMap<string, readonly string[]>
  /** What a card follows; a root has no entry. */
  readonly parents: ReadonlyMap<string, readonly string[]>
}

/**
 * Who follows whom. Questions name each other in circles; a course is written from the basic to the particular, so a
 * question follows only those that stand before it. That leaves no circle, and the first of every circle is a root.
 */
export function followUpsOf(cards: readonly CourseCard[]): FollowUps {
  const places = new Map(cards.map(({ card }, index) => [card, index]))
  const children = new Map<string, readonly string[]>()
  const parents = new Map<string, readonly string[]>()
  cards.forEach(({ card, followups }, index) => {
    const after = [...new Set(followups)].filter((followup) => (places.get(followup) ?? -1) > index)
    children.set(card, after)
    for (const child of after) parents.set(child, [...(parents.get(child) ?? []), card])
  })
  return { children, parents }
}

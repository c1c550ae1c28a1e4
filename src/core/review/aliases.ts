import type { ReviewEventOf } from '../../contract/review.ts'
import { cardIdOf, courseOf, questionOf } from './card-id.ts'

export interface Aliases {
  /** The name that a card goes by now. */
  nameOf(card: string): string
  /** Every id under which events of this card may stand in the log, its present name among them. */
  idsOf(card: string): readonly string[]
  /** The name that a card had first: it stays the same, whatever the question is called later. */
  firstOf(card: string): string
  /** The key that a course goes by now. */
  courseNameOf(course: string): string
}

interface Joined {
  nameOf(id: string): string
  /** The ids of its group, in the order in which they were given. */
  idsOf(id: string): readonly string[]
}

/**
 * Which ids name the same. Each pair joins two groups of ids, and the newest says what all of it is called, so that
 * chains lead to their end and renaming there and back is no circle.
 */
function joinNames(pairs: readonly { readonly from: string; readonly to: string }[]): Joined {
  const groups = new Map<string, { name: string; ids: string[] }>()
  const groupOf = (id: string): { name: string; ids: string[] } => groups.get(id) ?? { name: id, ids: [id] }
  for (const { from, to } of pairs) {
    const [old, target] = [groupOf(from), groupOf(to)]
    // Within one group only the present name can change, and said twice an alias says nothing new. Taken up into a card
    // that has a newer name itself, the history goes along to that name.
    const renamed = from === old.name ? to : old.name
    const name = old.name === target.name ? renamed : target.name
    const joined = { name, ids: [...new Set([...old.ids, ...target.ids])] }
    for (const id of joined.ids) groups.set(id, joined)
  }
  return { nameOf: (id) => groupOf(id).name, idsOf: (id) => groupOf(id).ids }
}

/** Which ids name the same card, by what the log says of questions and of courses. */
export function joinAliases(events: readonly ReviewEventOf<'alias' | 'course'>[]): Aliases {
  const courses = joinNames(events.filter((event) => event.type === 'course'))
  const inCourse = (card: string): string => cardIdOf(courses.nameOf(courseOf(card)), questionOf(card))
  const cards = joinNames(
    events.flatMap((event) => (event.type === 'alias' ? [{ from: inCourse(event.from), to: inCourse(event.to) }] : [])),
  )
  return {
    nameOf: (card) => cards.nameOf(inCourse(card)),
    idsOf: (card) =>
      cards
        .idsOf(inCourse(card))
        .flatMap((id) => courses.idsOf(courseOf(id)).map((course) => cardIdOf(course, questionOf(id)))),
    firstOf: (card) => cards.idsOf(inCourse(card))[0] ?? card,
    courseNameOf: (course) => courses.nameOf(course),
  }
}

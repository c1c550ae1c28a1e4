import type { Question } from '../../contract/deck.ts'
import { cardIdOf } from './card-id.ts'

/** A question of a course, as reviewing sees it. */
export interface CourseCard {
  readonly card: string
  /** By the order of its key points: whether it must be said. */
  readonly core: readonly boolean[]
  /** The cards that are likely to be asked next, as the question names them. */
  readonly followups: readonly string[]
  /** The decks that ask it, in the order of the course. */
  readonly topics: readonly string[]
}

/** The questions of a course in its own order. */
export interface CourseCards {
  /** The course's key in the log. */
  readonly course: string
  readonly cards: readonly CourseCard[]
}

/** What of the decks says which questions they ask. */
export interface AskingDeck {
  readonly name: string
  readonly slides: readonly { readonly id: string; readonly asks: readonly string[] }[]
}

/** The cards of a course: its questions in the order of their file, with the decks that ask them. */
export function courseCards(
  course: string,
  questions: readonly Pick<Question, 'id' | 'keyPoints' | 'followups'>[],
  decks: readonly AskingDeck[],
): CourseCards {
  const asked = decks.map(({ name, slides }) => ({ name, ids: new Set(slides.flatMap(({ asks }) => asks)) }))
  const ids = new Set<string>()
  const cards = questions.flatMap(({ id, keyPoints, followups }): readonly CourseCard[] => {
    // Of questions with the same id (a mistake that the course reports) only the first is asked.
    if (ids.has(id)) return []
    ids.add(id)
    return [
      {
        card: cardIdOf(course, id),
        core: keyPoints.map(({ core }) => core),
        followups: followups.map((followup) => cardIdOf(course, followup)),
        topics: asked.filter((deck) => deck.ids.has(id)).map(({ name }) => name),
      },
    ]
  })
  return { course, cards }
}

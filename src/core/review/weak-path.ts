import { cardIdOf } from './card-id.ts'
import type { AskingDeck, CourseCards } from './course-cards.ts'
import type { Day } from './day.ts'
import { isWeak, weaknessOf } from './due.ts'
import { cardOf, paramsOf, type Progress } from './progress.ts'

/** A slide that answers weak questions: the deck's name, the slide's id and the cards that it answers. */
export interface WeakSlide {
  readonly deck: string
  readonly slide: string
  readonly cards: readonly string[]
}

/**
 * A way through a course that shows only what is weak: the slides that answer the `most` weakest questions, in the
 * order of the decks. Empty where nothing is weak; questions never answered are not weak but unknown.
 */
export function weakPath(
  progress: Progress,
  { course, cards }: CourseCards,
  decks: readonly AskingDeck[],
  today: Day,
  most = 10,
): readonly WeakSlide[] {
  const params = paramsOf(progress, course)
  const weakest = cards
    .map(({ card }) => ({ card, state: cardOf(progress, card) }))
    .filter(({ state }) => !state.suspended && isWeak(state, today, params))
    .sort((a, b) => weaknessOf(b.state, today) - weaknessOf(a.state, today))
    .slice(0, most)
  const wanted = new Set(weakest.map(({ card }) => card))
  return decks.flatMap(({ name, slides }) =>
    slides.flatMap(({ id, asks }) => {
      const answered = asks.map((question) => cardIdOf(course, question)).filter((card) => wanted.has(card))
      return answered.length > 0 ? [{ deck: name, slide: id, cards: answered }] : []
    }),
  )
}

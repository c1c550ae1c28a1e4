import type { DeckRef } from '../../contract/deck.ts'
import type { CourseSummary } from '../../contract/library.ts'

/** The title of the deck or path that a talk is of; its name where it is no longer there, and nothing without a talk. */
export function talkTitleIn(courses: readonly CourseSummary[], ref: DeckRef | undefined): string {
  const course = courses.find(({ id }) => id === ref?.course)
  const shown = course ? [...course.decks, ...course.paths] : []
  return shown.find((deck) => deck.ref.name === ref?.name && deck.ref.lang === ref.lang)?.title ?? ref?.name ?? ''
}

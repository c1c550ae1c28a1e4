import type { CourseCard } from './course-cards.ts'

/** The topic of the questions that no deck asks. No deck is called so: a name of a file has no stroke in it. */
export const restTopic = '/'

/** The topic that a card belongs to, so that topics add up to the course: the first deck that asks it. */
export const topicOf = ({ topics }: Pick<CourseCard, 'topics'>): string => topics[0] ?? restTopic

/** The cards of a topic: those that belong to it. A deck to which none belongs, such as a rehearsal, has all that it asks. */
export function topicCards<C extends Pick<CourseCard, 'topics'>>(cards: readonly C[], topic: string): readonly C[] {
  const own = cards.filter((card) => topicOf(card) === topic)
  return own.length > 0 ? own : cards.filter(({ topics }) => topics.includes(topic))
}

import { ankiFile, firstNameOf, type Progress } from '../../core/review/index.ts'
import type { ReviewCourse } from './review-course.ts'

/**
 * The questions of a course as a text that Anki imports.
 * @param progress what the log says: by which names Anki knows them
 */
export function ankiOf(course: ReviewCourse, progress: Progress): string {
  const { loaded, lang, cards } = course
  const questions = cards.cards.flatMap(({ card, topics }) => {
    const question = course.question(card)
    return question ? [{ firstCard: firstNameOf(progress, card), question, topics }] : []
  })
  return ankiFile({ course: cards.course, deck: loaded.title[lang], lang, questions })
}

import { ankiFile } from '../../core/review/index.ts'
import type { ReviewCourse } from './review-course.ts'

/** The questions of a course as a text that Anki imports. */
export function ankiOf(course: ReviewCourse): string {
  const { loaded, lang, cards } = course
  const questions = cards.cards.flatMap(({ card, topics }) => {
    const question = course.question(card)
    return question ? [{ question, topics }] : []
  })
  return ankiFile({ course: cards.course, deck: loaded.title[lang], lang, questions })
}

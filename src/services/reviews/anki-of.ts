import { ankiFile, firstNameOf, type AnkiQuestion, type Progress } from '../../core/review/index.ts'
import { withEmbeddedImages } from './anki-images.ts'
import type { ReviewCourse } from './review-course.ts'

/**
 * The questions of a course as a text that Anki imports, their images in it.
 * @param progress what the log says: by which names Anki knows them
 */
export async function ankiOf(course: ReviewCourse, progress: Progress): Promise<string> {
  const { loaded, lang, cards } = course
  const questions: AnkiQuestion[] = []
  for (const { card, topics } of cards.cards) {
    const known = course.question(card)
    if (known === null) continue
    const question = await withEmbeddedImages(known, loaded.folder)
    questions.push({ firstCard: firstNameOf(progress, card), question, topics })
  }
  return ankiFile({ course: cards.course, deck: loaded.title[lang], lang, questions })
}

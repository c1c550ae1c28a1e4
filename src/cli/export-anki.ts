import { resolve } from 'node:path'
import { langs, type Lang } from '../contract/deck.ts'
import { LecternError } from '../contract/failure.ts'
import type { BundledCourses } from '../services/courses/course-readings.ts'
import { findCourse } from '../services/courses/find-course.ts'
import { ankiOf } from '../services/reviews/anki-of.ts'
import { reviewCourse } from '../services/reviews/review-course.ts'
import { writeExport } from '../services/disk/write-atomic.ts'

const noQuestions = (course: string, lang: Lang | undefined): LecternError =>
  new LecternError('not-found', {
    ko: `${course} 강의에는 ${lang === undefined ? '' : `${lang} 언어로 된 `}질문이 없어요.`,
    en: `The course ${course} has no questions${lang === undefined ? '' : ` in ${lang}`}.`,
  })

/**
 * Writes the questions of a course as a file that Anki imports.
 * @param lang the language wanted; by default Korean where there are questions in it, else what there is
 * @returns the file, how many questions it holds and how many bytes. Rejects with a `LecternError` where it cannot be
 * written; then an older file is as it was.
 */
export async function exportAnki(
  asked: { readonly course: string; readonly lang?: Lang | undefined; readonly output: string },
  places: BundledCourses,
): Promise<{ readonly file: string; readonly questions: number; readonly bytes: number }> {
  const loaded = await findCourse(asked.course, places)
  const lang = (asked.lang === undefined ? langs : [asked.lang]).find((one) => loaded.questions[one].length > 0)
  if (lang === undefined) throw noQuestions(asked.course, asked.lang)
  const course = reviewCourse(loaded, lang)
  const content = Buffer.from(ankiOf(course))
  const file = resolve(asked.output)
  await writeExport(file, content)
  return { file, questions: course.cards.cards.length, bytes: content.length }
}

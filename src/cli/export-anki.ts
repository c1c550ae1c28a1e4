import { resolve } from 'node:path'
import { langs, type Lang } from '../contract/deck.ts'
import { LecternError } from '../contract/failure.ts'
import type { Progress } from '../core/review/index.ts'
import type { LoadedCourse } from '../services/courses/course.ts'
import type { BundledCourses } from '../services/courses/course-readings.ts'
import { findCourse } from '../services/courses/find-course.ts'
import { homeAt } from '../services/disk/home.ts'
import { clock } from '../services/door/clock.ts'
import { ankiOf } from '../services/reviews/anki-of.ts'
import { meetCourse } from '../services/reviews/meet-course.ts'
import { peekAtCourse } from '../services/reviews/peek-at-course.ts'
import { reviewCourse } from '../services/reviews/review-course.ts'
import { withReviewHistory } from '../services/reviews/with-review-history.ts'
import { writeExport } from '../services/disk/write-atomic.ts'

const noQuestions = (course: string): LecternError =>
  new LecternError('not-found', {
    ko: `${course} 강의에는 질문이 없어요.`,
    en: `The course ${course} has no questions.`,
  })

/**
 * A course as the record has it. Its questions are taken note of, so that Anki's notes find theirs again after a change
 * of names; where Lectern runs, or nothing can be written, what the record says already must do.
 */
async function recordOf(
  course: LoadedCourse,
  { bundledSlides }: BundledCourses,
): Promise<{ readonly key: string; readonly progress: Progress }> {
  const options = { home: homeAt(), bundledSlides, now: clock() }
  try {
    return await withReviewHistory(options, async (history) => {
      const { key } = await meetCourse(history.files, course)
      return { key, progress: history.progress() }
    })
  } catch (error) {
    if (!(error instanceof LecternError)) throw error
    const { met, progress } = await peekAtCourse(options, course)
    return { key: met.key, progress }
  }
}

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
  const there = langs.filter((one) => loaded.questions[one].length > 0)
  const lang = there.length === 0 ? undefined : (asked.lang ?? there[0])
  if (lang === undefined) throw noQuestions(asked.course)
  const { key, progress } = await recordOf(loaded, places)
  const course = reviewCourse(loaded, lang, key)
  const content = Buffer.from(await ankiOf(course, progress))
  const file = resolve(asked.output)
  await writeExport(file, content)
  return { file, questions: course.cards.cards.length, bytes: content.length }
}

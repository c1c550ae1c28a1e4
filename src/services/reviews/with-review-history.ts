import type { LoadedCourse } from '../courses/course.ts'
import { openProgress, type ProgressOptions } from '../progress/index.ts'
import { asOnlyWriter } from '../progress/one-writer.ts'
import { meetCourse } from './meet-course.ts'
import { reviewHistory, type ReviewHistory } from './review-history.ts'

/**
 * Opens the review history where no app is, does something with it and closes it.
 * @param course one whose questions are taken note of first, so that those with a new id keep their progress
 * Rejects as `asOnlyWriter` does: opening mends damaged files, so that even reading needs the folder for itself.
 */
export function withReviewHistory<T>(
  options: ProgressOptions,
  course: LoadedCourse | null,
  work: (history: ReviewHistory) => T | Promise<T>,
): Promise<T> {
  return asOnlyWriter(options.home, async () => {
    const files = await openProgress({ ...options, brief: true })
    try {
      if (course) await meetCourse(files, course)
      return await work(reviewHistory(files, options.now, options.timeZone))
    } finally {
      await files.close()
    }
  })
}

import type { LoadedCourse } from '../courses/course.ts'
import { openProgress, type ProgressOptions } from '../progress/index.ts'
import { asOnlyWriter } from '../progress/one-writer.ts'
import { meetCourse } from './meet-course.ts'
import { reviewRecord, type ReviewRecord } from './record.ts'

/**
 * Opens the record of all reviews where no app is, does something with it and closes it.
 * @param course one whose questions are taken note of first, so that those with a new id keep their progress
 * Rejects as `asOnlyWriter` does: opening mends damaged files, so that even reading needs the folder for itself.
 */
export function withRecord<T>(
  options: ProgressOptions,
  course: LoadedCourse | null,
  work: (record: ReviewRecord) => T | Promise<T>,
): Promise<T> {
  return asOnlyWriter(options.home, async () => {
    const files = await openProgress({ ...options, brief: true })
    try {
      if (course) await meetCourse(files, course)
      return await work(reviewRecord(files, options.now, options.timeZone))
    } finally {
      await files.close()
    }
  })
}

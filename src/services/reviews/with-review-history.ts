import { openProgress, type ProgressOptions } from '../progress/index.ts'
import { asOnlyWriter } from '../progress/one-writer.ts'
import { reviewHistory, type ReviewHistory } from './review-history.ts'

/**
 * Opens the review history where no app is, does something with it and closes it.
 * Rejects as `asOnlyWriter` does: opening mends damaged files, so that even reading needs the folder for itself.
 */
export function withReviewHistory<T>(
  options: ProgressOptions,
  work: (history: ReviewHistory) => T | Promise<T>,
): Promise<T> {
  return asOnlyWriter(options.home, async () => {
    const files = await openProgress({ ...options, brief: true })
    try {
      return await work(reviewHistory(files, options.now, options.timeZone))
    } finally {
      await files.close()
    }
  })
}

import type { ReviewBody, ReviewEvent } from '../../contract/review.ts'
import { apply, dayOf, fold, type Day, type Moment, type Progress } from '../../core/review/index.ts'
import type { Progress as ProgressFiles } from '../progress/index.ts'
import { timeZoneMinutes } from '../progress/time-zone.ts'

/** The record of all reviews and what follows from it at this moment. */
export interface ReviewRecord {
  readonly files: ProgressFiles
  progress(): Progress
  moment(): Moment
  today(): Day
  /** Records something; resolves once it is on the disk. */
  add(body: ReviewBody): Promise<ReviewEvent>
}

/** Opens the record over its files: state is always the fold of the log. */
export function reviewRecord(files: ProgressFiles, now: () => number, timeZone?: string): ReviewRecord {
  let seen: readonly ReviewEvent[] = files.events()
  let progress = fold(seen)
  const moment = (): Moment => {
    const at = now()
    return { at, tz: timeZoneMinutes(at, timeZone) }
  }
  return {
    files,
    progress() {
      const events = files.events()
      if (events === seen) return progress
      const [last] = events.slice(-1)
      const isOneMore = events.length === seen.length + 1 && events.at(-2) === seen.at(-1)
      progress = isOneMore && last ? apply(progress, last) : fold(events)
      seen = events
      return progress
    },
    moment,
    today() {
      const { at, tz } = moment()
      return dayOf(at, tz)
    },
    add: (body) => files.append(body),
  }
}

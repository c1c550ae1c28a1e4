import type { ReviewEvent } from '../../contract/review.ts'
import { createCourseIdentity } from './course-identity.ts'
import { openCourseRegistry } from './course-registry.ts'
import type { Progress, ProgressOptions } from './index.ts'
import { bundledByKey, lookAtCourse, realFolder } from './look-at-course.ts'
import { unionOf } from './merge.ts'
import { openQuestionIdentity } from './question-identity.ts'
import { readLogs } from './read-logs.ts'

/** What can be done with the record without writing. */
export type PeekedProgress = Pick<Progress, 'events' | 'know' | 'meet'>

/**
 * The record as it is at this moment, also while Lectern runs: nothing on the disk is touched, and what would be recorded
 * is only seen in what this answers. Never rejects.
 */
export async function peekAtProgress({
  home,
  bundledSlides,
  now,
}: Pick<ProgressOptions, 'home' | 'bundledSlides' | 'now'>): Promise<PeekedProgress> {
  const logs = await readLogs(home.progress)
  let events: readonly ReviewEvent[] = unionOf(...logs.map(({ parsed }) => parsed?.events ?? [])).events
  const log = {
    events: () => events,
    append: (body: Parameters<Progress['append']>[0]): Promise<ReviewEvent> => {
      const seq = events.length + 1
      const event: ReviewEvent = { v: 1, seq, id: `peek-${seq}`, at: now(), tz: 0, day: '2000-01-01', ...body }
      events = [...events, event]
      return Promise.resolve(event)
    },
  }
  const setting = { now, readOnly: true }
  const index = await openQuestionIdentity(home.progress, setting)
  const registry = await openCourseRegistry({ ...setting, file: home.courses }, index.courses())
  const bundled = await bundledByKey(bundledSlides)
  const dropped = await realFolder(home.dropped)
  const courses = createCourseIdentity({ registry, index, log, lookAt: lookAtCourse, bundled, dropped })
  return { events: log.events, know: (course) => courses.know(course), meet: (course) => index.meet(course, log) }
}

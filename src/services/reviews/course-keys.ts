import { courseNameOf } from '../../core/review/index.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { MetCourse } from '../progress/course-identity.ts'
import { sightOf } from '../progress/look-at-course.ts'
import { meetCourse, type Meeting } from './meet-course.ts'
import type { ReviewHistory } from './review-history.ts'

/** Under which keys the log has the courses of the library. */
export interface CourseKeys {
  keyOf(course: LoadedCourse): Promise<string>
  metAs(course: LoadedCourse): Promise<MetCourse>
  /** See `meetCourse`. */
  meet(course: LoadedCourse): Promise<Meeting>
  /** See `CourseIdentity.cameAlong`. */
  cameAlong(course: LoadedCourse): Promise<void>
  /** What the person says of a course that may be a copy. Rejects as `CourseIdentity.settle`. */
  settle(course: LoadedCourse, isSame: boolean): Promise<void>
  /** All are met anew when they are asked for next: the log has become another one. */
  forget(): void
}

export function courseKeys(history: Promise<ReviewHistory>): CourseKeys {
  // A course that was read again is another object.
  let met = new WeakMap<LoadedCourse, Promise<MetCourse>>()
  const metAs = (course: LoadedCourse): Promise<MetCourse> => {
    const known = met.get(course) ?? history.then(async ({ files }) => files.know(await sightOf(course)))
    met.set(course, known)
    return known
  }
  return {
    metAs,
    keyOf: async (course) => {
      const { key } = await metAs(course)
      return courseNameOf((await history).progress(), key)
    },
    meet: async (course) => {
      const meeting = await meetCourse((await history).files, course)
      met.set(course, Promise.resolve(meeting))
      return meeting
    },
    cameAlong: async (course) => (await history).files.cameAlong(await sightOf(course)),
    settle: async (course, isSame) => {
      await (await history).files.settle(await sightOf(course), isSame)
      met = new WeakMap()
    },
    forget: () => void (met = new WeakMap()),
  }
}

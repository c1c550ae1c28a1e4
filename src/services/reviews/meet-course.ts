import type { LoadedCourse } from '../courses/course.ts'
import type { MetCourse } from '../progress/course-identity.ts'
import type { Progress } from '../progress/index.ts'
import { sightOf } from '../progress/look-at-course.ts'

/** A course as it was met, and how many of its questions have got another id. */
export interface Meeting extends MetCourse {
  readonly renamed: number
}

/** Finds out which course of the record this is, and takes note of its questions as they are. Rejects as `Progress.meet`. */
export async function meetCourse(files: Pick<Progress, 'know' | 'meet'>, course: LoadedCourse): Promise<Meeting> {
  const sight = await sightOf(course)
  const met = await files.know(sight)
  return { ...met, renamed: await files.meet({ course: met.key, questions: sight.questions }) }
}

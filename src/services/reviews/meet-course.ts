import type { Lang } from '../../contract/deck.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Progress } from '../progress/index.ts'
import { courseKey } from './review-course.ts'

/** Takes note of a course's questions as they are; resolves with how many have got another id. Rejects as `Progress.meet`. */
export function meetCourse(files: Progress, course: LoadedCourse): Promise<number> {
  const withPath = (lang: Lang) => course.questions[lang].map((question) => ({ question, path: [] }))
  return files.meet({ course: courseKey(course), questions: { ko: withPath('ko'), en: withPath('en') } })
}

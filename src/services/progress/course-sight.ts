import { plain } from '../../core/review/rematch.ts'
import type { AskedQuestions, CoursePrints } from './course-prints.ts'

/** A course as it lies in its folder. */
export interface CourseSight {
  /** The folder as it was opened, and its real path. */
  readonly folder: string
  readonly real: string
  /** The key of a bundled course, which is always the same; null for other courses. */
  readonly bundled: string | null
  /** The `id` of its course.yaml. */
  readonly ownId: string | null
  /** Its folder's own name. */
  readonly name: string
  readonly questions: AskedQuestions
  readonly prints: CoursePrints
}

/** Looks at the course in a folder; null where there is none. Rejects where that cannot be told. */
export type LookAt = (folder: string) => Promise<CourseSight | null>

/** The questions of a course, once for each language that they are in; the texts as `plain` gives them. */
export const textsIn = ({ questions }: CourseSight): readonly (readonly [id: string, text: string])[] =>
  [...(questions.ko ?? []), ...(questions.en ?? [])].map(({ question }) => [question.id, plain(question.text)])

const idBeginning = 'id:'
/** The key that an `id` in course.yaml gives. No folder's name is taken for one: another course may have that name. */
export const keyOfId = (id: string): string => `${idBeginning}${id}`
/** Whether a key is one that an `id` gave. */
export const isKeyOfId = (key: string): boolean => key.startsWith(idBeginning)

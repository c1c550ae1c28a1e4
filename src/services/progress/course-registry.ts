import * as v from 'valibot'
import { openStore, type StoreOptions } from '../disk/json-store.ts'
import type { KeptAside } from '../disk/kept-aside.ts'

const texts = v.pipe(v.array(v.string()), v.readonly())
const knownCourseSchema = v.looseObject({
  /** What the log calls it. */
  key: v.pipe(v.string(), v.regex(/^[^/]+$/u), v.maxLength(250)),
  /** Other keys that lead to it: those that an `id` in course.yaml gives, and those of courses that turned out to be it. */
  also: texts,
  /** Where it was met, the latest first: the folder as it was opened, and its real path. */
  places: v.array(v.looseObject({ real: v.string(), folder: v.string() })),
  /** The folders that it has left, whose last places and settings have not come along yet. */
  left: v.optional(texts, []),
  asked: texts,
  shown: texts,
  /** The course that it may be a copy of, until the person says. */
  perhaps: v.exactOptional(v.string()),
  /** The courses that it is not, although it may look so. */
  apart: texts,
})
/** A course that was met, as this device knows it again. */
export type KnownCourse = v.InferOutput<typeof knownCourseSchema>

/** What is known of a course before it was met anywhere. */
export const notYetMet = (key: string): KnownCourse => ({
  key,
  also: [],
  places: [],
  left: [],
  asked: [],
  shown: [],
  apart: [],
})

/** The courses that this device knows, in `courses.json`. */
export interface CourseRegistry {
  readonly keptAside: KeptAside | null
  courses(): readonly KnownCourse[]
  /**
   * The keys that versions before `courses.json` gave by the names of folders alone, so that more than one course may be
   * behind them.
   */
  byName(): readonly string[]
  /** Changes what is known at once; what cannot be written is written with the next change. */
  change(courses: readonly KnownCourse[]): Promise<void>
}

/** @param before the keys in use before there was such a file. Never rejects. */
export async function openCourseRegistry(
  setting: Pick<StoreOptions<never>, 'file' | 'now' | 'open' | 'readOnly'>,
  before: readonly string[],
): Promise<CourseRegistry> {
  const store = await openStore({
    ...setting,
    schemas: { courses: v.array(knownCourseSchema), byName: texts },
    initial: { courses: [], byName: before },
  })
  return {
    keptAside: store.keptAside,
    courses: () => store.read().courses,
    byName: () => store.read().byName,
    change: async (courses) => {
      if (JSON.stringify(courses) === JSON.stringify(store.read().courses)) return
      // What is not written is found again by what the folders hold.
      await store.change({ courses: [...courses] }).catch(() => undefined)
    },
  }
}

import { joinAliases, type Aliases } from '../../core/review/aliases.ts'
import { likeness } from '../../core/review/rematch.ts'
import { mayBeStill } from './course-prints.ts'
import type { CourseRegistry, KnownCourse } from './course-registry.ts'
import { keyOfId, textsIn, type CourseSight, type LookAt } from './course-sight.ts'
import type { QuestionIdentity, Records } from './question-identity.ts'

export interface CourseIdentityParts {
  readonly registry: CourseRegistry
  readonly index: Pick<QuestionIdentity, 'courses' | 'textsOf'>
  readonly log: Records
  readonly lookAt: LookAt
  /** The folders of the bundled courses by their keys, which no other course ever gets. */
  readonly bundled: ReadonlyMap<string, string>
  /** Where the copies lie of folders that were dropped on a browser's window. */
  readonly dropped: string
}

/** The courses that this device knows, by what the log says of them. */
export interface KnownCourses {
  /** The key that a course goes by now. */
  nameOf(key: string): string
  withKey(key: string): KnownCourse | undefined
  at(real: string): KnownCourse | undefined
  /** Whether what lies in a folder is this course, by its `id` or by what it asks. */
  isStill(known: KnownCourse, sight: CourseSight): boolean
  /** Whether a course also lies somewhere else. A bundled one always does. */
  livesBeside(known: KnownCourse, real: string): Promise<boolean>
  /** Records which keys lead to a course, as far as the log does not say so yet. Rejects where that cannot be. */
  tellNames(known: KnownCourse): Promise<void>
}

/** Two texts of one question id are one question that was edited from here on. */
const sameQuestion = 0.5

/** Whether a key is one of a course's own. */
export const hasKey = (known: KnownCourse, key: string): boolean => known.key === key || known.also.includes(key)

export function knownCourses({ registry, index, log, lookAt, bundled }: CourseIdentityParts): KnownCourses {
  let seen: { readonly events: ReturnType<typeof log.events>; readonly aliases: Aliases } | null = null
  function nameOf(key: string): string {
    const events = log.events()
    if (seen?.events !== events) {
      const names = events.filter((event) => event.type === 'alias' || event.type === 'course')
      seen = { events, aliases: joinAliases(names) }
    }
    return seen.aliases.courseNameOf(key)
  }

  function isStill(known: KnownCourse, sight: CourseSight): boolean {
    if (sight.ownId !== null && hasKey(known, keyOfId(sight.ownId))) return true
    if (mayBeStill(known, sight.prints)) return true
    const before = index.textsOf(known.key)
    return textsIn(sight).some(([id, text]) =>
      before.get(id)?.some((other) => text !== '' && likeness(text, other) >= sameQuestion),
    )
  }

  return {
    nameOf,
    isStill,
    withKey: (key) => registry.courses().find((one) => hasKey(one, key) || nameOf(one.key) === nameOf(key)),
    at: (real) => registry.courses().find(({ places }) => places.some((place) => place.real === real)),
    livesBeside: async (known, real) => {
      if (bundled.has(known.key)) return true
      for (const place of known.places) {
        if (place.real === real) continue
        try {
          const other = await lookAt(place.folder)
          if (other && isStill(known, other)) return true
        } catch {
          // A folder that cannot be read at present has not gone.
          return true
        }
      }
      return false
    },
    tellNames: async ({ key, also }) => {
      for (const other of also)
        if (nameOf(other) !== nameOf(key)) await log.append({ type: 'course', from: other, to: key })
    },
  }
}

import { cardIdOf, courseOf } from '../../core/review/card-id.ts'
import { askedPrints, mayBeMoved, shareInBoth, type CoursePrints } from './course-prints.ts'
import { notYetMet } from './course-registry.ts'
import { isKeyOfId, keyOfId, textsIn, type CourseSight } from './course-sight.ts'
import { randomName } from './device.ts'
import type { CourseIdentityParts, KnownCourses } from './known-courses.ts'

/** What was recorded before a device knew courses: by versions that had only their folders' names, or on other devices. */
export interface EarlierRecords {
  /** The key under which a course was recorded, by its folder's name or by what it asks; null where there is none. */
  keyOf(sight: CourseSight): string | null
  /** The prints of what was recorded under a key. */
  printsOf(key: string): CoursePrints
  /**
   * A key for a course that has none yet: that of its `id`, else its folder's name, where no other course has that.
   * @param isCopy it may be a copy of a course that has those already
   */
  newKey(sight: CourseSight, isCopy: boolean): string
  /**
   * Two courses whose folders had one name were recorded as one: what was answered of questions that only this one has
   * goes along to its own key. Rejects where that cannot be recorded.
   */
  carryOver(key: string, sight: CourseSight): Promise<void>
}

export function earlierRecords(
  { registry, index, log, lookAt, bundled }: CourseIdentityParts,
  known: KnownCourses,
): EarlierRecords {
  const printsOf = (key: string): CoursePrints => ({
    asked: askedPrints([...index.textsOf(key).values()].flat()),
    shown: [],
  })
  const isFree = (key: string): boolean => !isKeyOfId(key) && !bundled.has(key) && known.withKey(key) === undefined

  function isRecordedByName(sight: CourseSight): boolean {
    const { name } = sight
    if (index.textsOf(name).size > 0) return known.isStill({ ...notYetMet(name), ...printsOf(name) }, sight)
    // An index that was lost says nothing; the log has the ids at least.
    const ids = new Set(textsIn(sight).map(([id]) => cardIdOf(name, id)))
    return log.events().some((event) => 'card' in event && ids.has(event.card))
  }

  return {
    printsOf,
    keyOf: (sight) => {
      const { name, prints } = sight
      if (isFree(name) && isRecordedByName(sight)) return name
      const [best] = index
        .courses()
        .filter((key) => isFree(key) && mayBeMoved(printsOf(key), prints))
        .toSorted(
          (a, b) =>
            shareInBoth(printsOf(b), prints) - shareInBoth(printsOf(a), prints) ||
            Number(b.startsWith(`${name}-`)) - Number(a.startsWith(`${name}-`)),
        )
      return best ?? null
    },
    newKey: ({ name, ownId }, isCopy) => {
      if (ownId !== null && !isCopy) return keyOfId(ownId)
      const keyIn = (event: ReturnType<typeof log.events>[number]): string | null =>
        'card' in event ? courseOf(event.card) : 'course' in event ? event.course : null
      const isTaken = !isFree(name) || index.courses().includes(name) || log.events().some((one) => keyIn(one) === name)
      return isTaken ? `${name.slice(0, 200)}-${randomName(6)}` : name
    },
    carryOver: async (key, sight) => {
      const { name } = sight
      if (key === name || !registry.byName().includes(name)) return
      const owner = bundled.get(name) ?? known.withKey(name)?.places[0]?.folder
      const other = owner === undefined ? null : await lookAt(owner)
      if (!other) return
      const [taken, before] = [new Set(textsIn(other).map(([id]) => id)), index.textsOf(name)]
      const own = textsIn(sight).filter(([id, text]) => !taken.has(id) && before.get(id)?.includes(text) === true)
      for (const id of new Set(own.map(([one]) => one)))
        await log.append({ type: 'alias', from: cardIdOf(name, id), to: cardIdOf(key, id) })
    },
  }
}

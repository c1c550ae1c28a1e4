import { basename, isAbsolute, relative } from 'node:path'
import { makeInTurn } from '../disk/in-turn.ts'
import { hasPrints, mayBeCopy, mayBeMoved, shareInBoth } from './course-prints.ts'
import { notYetMet, type KnownCourse } from './course-registry.ts'
import { isKeyOfId, keyOfId, type CourseSight } from './course-sight.ts'
import { earlierRecords } from './earlier-records.ts'
import { hasKey, knownCourses, type CourseIdentityParts } from './known-courses.ts'

/** The course that another may be a copy of. */
export interface CopyOf {
  readonly folder: string
  /** Both have the same `id` in course.yaml. */
  readonly sameId: boolean
}

/** A course as the log knows it. */
export interface MetCourse {
  /** What it is called in the log. */
  readonly key: string
  /** Set until the person has said whether it is that course or one of its own. */
  readonly copyOf: CopyOf | null
  /** The folders that it has left, as they were opened, until `cameAlong` says that what is kept by folder came along. */
  readonly movedFrom: readonly string[]
}

/** Which course of the log a folder holds: by its `id` in course.yaml, else by what this device knows it by. */
export interface CourseIdentity {
  /** Never rejects: what cannot be recorded is recorded the next time. */
  know(course: CourseSight): Promise<MetCourse>
  /**
   * What the person says of a course that may be a copy: that it is that same course, or one of its own. Rejects with a
   * `LecternError` where that cannot be recorded.
   */
  settle(course: CourseSight, isSame: boolean): Promise<void>
  /** What is kept by the folders that a course has left is kept by its folder now. */
  cameAlong(course: CourseSight): Promise<void>
  /** Courses came from another device: those that are known here under another key are the same from now on. */
  meetImported(keys: readonly string[]): Promise<void>
}

/** More folders than this nobody has of one course; a bundled one lies elsewhere at every start of some packages. */
const mostPlaces = 20

const withOwnId = (known: KnownCourse, ownId: string | null): KnownCourse =>
  ownId === null || hasKey(known, keyOfId(ownId)) ? known : { ...known, also: [keyOfId(ownId), ...known.also] }
const hasId = ({ key, also }: KnownCourse): boolean => [key, ...also].some(isKeyOfId)
const withoutPlace = (known: KnownCourse, real: string): KnownCourse => ({
  ...known,
  places: known.places.filter((place) => place.real !== real),
})
/** A course that lies in none of its folders any more. */
const hasLeft = (known: KnownCourse): KnownCourse => ({
  ...known,
  left: [...new Set([...known.places.map(({ folder }) => folder), ...known.left])],
  places: [],
})
/** A course that is none of those that it looks like. */
const asItself = ({ perhaps, ...known }: KnownCourse): KnownCourse => ({
  ...known,
  apart: perhaps === undefined ? known.apart : [...new Set([...known.apart, perhaps])],
})

export function createCourseIdentity(parts: CourseIdentityParts): CourseIdentity {
  const { registry, log } = parts
  const known = knownCourses(parts)
  const earlier = earlierRecords(parts, known)
  const inTurn = makeInTurn()

  /** A browser tells no paths, so that each drop of a folder makes a copy of it in a place of its own. */
  const isDropped = (place: string): boolean => {
    const within = relative(parts.dropped, place)
    return !within.startsWith('..') && !isAbsolute(within)
  }
  const isDroppedAgain = ({ places }: KnownCourse, { real, name }: CourseSight): boolean =>
    isDropped(real) && places.some((place) => isDropped(place.real) && basename(place.real) === name)

  /** Keeps what is known of a course that lies in a folder now; `gone` has become part of it. */
  async function keep(course: KnownCourse, sight: CourseSight, gone?: KnownCourse): Promise<KnownCourse> {
    const { real, folder, prints } = sight
    const place = { real, folder }
    const isHere = course.places.some((one) => one.real === real && one.folder === folder)
    const places = isHere ? course.places : [place, ...withoutPlace(course, real).places].slice(0, mostPlaces)
    const kept: KnownCourse = { ...course, places, ...prints }
    const others = registry.courses().filter(({ key }) => key !== gone?.key)
    const isKnown = others.some(({ key }) => key === course.key)
    const all = others.map((one) => (one.key === course.key ? kept : withoutPlace(one, real)))
    await registry.change(isKnown ? all : [...all, kept])
    await known.tellNames(kept).catch(() => undefined)
    return kept
  }

  function metAs(course: KnownCourse, { ownId, folder, prints }: CourseSight): MetCourse {
    // Of a course that asks nothing, nothing is recorded that two could share.
    const asked = prints.asked.length > 0 ? course.perhaps : undefined
    const original = asked === undefined ? undefined : known.withKey(asked)
    const [place] = original?.places ?? []
    const sameId = ownId !== null && original !== undefined && hasKey(original, keyOfId(ownId))
    // Where another course lies by now, what is kept is that one's.
    const movedFrom = course.left.filter(
      (one) => one !== folder && !registry.courses().some(({ places }) => places.some((other) => other.folder === one)),
    )
    // Where a bundled course lies now, this version of Lectern knows best.
    const there = (original && parts.bundled.get(original.key)) ?? place?.folder
    return { key: known.nameOf(course.key), movedFrom, copyOf: there === undefined ? null : { folder: there, sameId } }
  }

  /** A course turned out to be another one that is known: what was recorded of it goes along. */
  async function joinInto(original: KnownCourse, copy: KnownCourse, sight: CourseSight): Promise<KnownCourse> {
    await log.append({ type: 'course', from: copy.key, to: original.key })
    const also = [...new Set([...original.also, copy.key, ...copy.also])]
    return keep({ ...original, also, places: [...original.places, ...copy.places] }, sight, copy)
  }

  /** The course that lay in this folder before lies there still. */
  async function stay(here: KnownCourse, sight: CourseSight): Promise<MetCourse> {
    const { ownId, real } = sight
    const claimed = ownId === null ? undefined : known.withKey(keyOfId(ownId))
    const isClaimed = claimed !== undefined && claimed !== here && !here.apart.includes(claimed.key)
    const like = isClaimed ? claimed.key : here.perhaps
    const original = like === undefined ? undefined : known.withKey(like)
    if (!original || original === here) return metAs(await keep(claimed ? here : withOwnId(here, ownId), sight), sight)
    // An `id` of its own says that it is a course of its own.
    if (ownId !== null && !claimed) return metAs(await keep(withOwnId(asItself(here), ownId), sight), sight)
    if (await known.livesBeside(original, real))
      return metAs(await keep({ ...here, perhaps: original.key }, sight), sight)
    return metAs(await joinInto(hasLeft(original), here, sight).catch(() => here), sight)
  }

  /** A course that moved here. */
  async function take(course: KnownCourse, sight: CourseSight): Promise<MetCourse> {
    return metAs(await keep(hasLeft(course), sight), sight)
  }

  /** A course that this device has not met, unless under another key. */
  async function begin(key: string, sight: CourseSight): Promise<MetCourse> {
    const kept = await keep(withOwnId(notYetMet(key), sight.ownId), sight)
    await earlier.carryOver(key, sight).catch(() => undefined)
    return metAs(kept, sight)
  }

  /** A course that may be a copy of another: until the person has said, what is recorded of it stands by itself. */
  async function beginCopy(original: KnownCourse, sight: CourseSight): Promise<MetCourse> {
    const key = earlier.newKey(sight, true)
    const kept = await keep({ ...notYetMet(key), perhaps: original.key }, sight)
    await earlier.carryOver(key, sight).catch(() => undefined)
    return metAs(kept, sight)
  }

  /** The courses that one may be, the likeliest first. */
  function candidates(sight: CourseSight, claimed: KnownCourse | undefined): readonly KnownCourse[] {
    const { ownId, name, prints } = sight
    // What the person set apart from the course with this `id` may have it too.
    const hasClaim = (one: KnownCourse): boolean =>
      claimed !== undefined && (one === claimed || one.apart.includes(claimed.key))
    // Where a folder moved with all that is in it, each course finds its own.
    const hadName = ({ places }: KnownCourse): boolean => places.some(({ real }) => basename(real) === name)
    return registry
      .courses()
      .filter((one) => {
        // Of two courses that each have an `id`, none is the other.
        if (one === claimed) return true
        const isOther = ownId !== null && hasId(one) && !hasClaim(one)
        return !isOther && (mayBeCopy(one, prints) || mayBeMoved(one, prints))
      })
      .toSorted(
        (a, b) =>
          Number(hasClaim(b)) - Number(hasClaim(a)) ||
          Number(hadName(b)) - Number(hadName(a)) ||
          shareInBoth(b, prints) - shareInBoth(a, prints),
      )
  }

  /** A course that was not in this folder before: one that moved, a copy, or one that nobody has met yet. */
  async function arrive(sight: CourseSight): Promise<MetCourse> {
    const { name, ownId, prints, real } = sight
    const claimed = ownId === null ? undefined : known.withKey(keyOfId(ownId))
    const before = claimed ? null : earlier.keyOf(sight)
    if (before === name) return begin(name, sight)
    const others = candidates(sight, claimed)
    for (const one of others) {
      // An `id` that is another course's already says nothing of this one.
      const course = claimed ? one : withOwnId(one, ownId)
      if (isDroppedAgain(one, sight)) return metAs(await keep(course, sight), sight)
      if (!(await known.livesBeside(one, real))) return take(course, sight)
    }
    if (before !== null) return begin(before, sight)
    // An `id` of its own says that it is a course of its own.
    const original = claimed ?? (ownId === null ? others.find((one) => mayBeCopy(one, prints)) : undefined)
    return original ? beginCopy(original, sight) : begin(earlier.newKey(sight, false), sight)
  }

  async function know(sight: CourseSight): Promise<MetCourse> {
    const { bundled, name, prints, real } = sight
    if (bundled !== null) {
      const course = registry.courses().find(({ key }) => key === bundled) ?? notYetMet(bundled)
      return metAs(await keep(course, sight), sight)
    }
    const here = known.at(real)
    // A folder that holds nothing at present, or cannot be read, keeps what it had.
    if (!hasPrints(prints)) return here ? metAs(here, sight) : { key: name, copyOf: null, movedFrom: [] }
    if (here && known.isStill(here, sight)) return stay(here, sight)
    return arrive(sight)
  }

  async function meetImported(key: string): Promise<void> {
    const prints = earlier.printsOf(key)
    if (known.withKey(key) !== undefined) return
    const [best] = registry
      .courses()
      .filter((one) => mayBeMoved(one, prints))
      .toSorted((a, b) => shareInBoth(b, prints) - shareInBoth(a, prints))
    if (!best) return
    const joined = { ...best, also: [...best.also, key] }
    await registry.change(registry.courses().map((one) => (one === best ? joined : one)))
    await known.tellNames(joined).catch(() => undefined)
  }

  return {
    know: (course) => inTurn(() => know(course)),
    settle: (course, isSame) =>
      inTurn(async () => {
        const here = known.at(course.real)
        const original = here?.perhaps === undefined ? undefined : known.withKey(here.perhaps)
        if (!here || !original) return
        if (isSame) await joinInto(original, here, course)
        else await keep(asItself(here), course)
      }),
    cameAlong: ({ real }) =>
      inTurn(() =>
        registry.change(
          registry.courses().map((one) => (one === known.at(real) && one.left.length > 0 ? { ...one, left: [] } : one)),
        ),
      ),
    meetImported: (keys) =>
      inTurn(async () => {
        for (const key of keys) await meetImported(key)
      }),
  }
}

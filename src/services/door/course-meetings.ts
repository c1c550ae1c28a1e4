import type { Handlers } from '../../contract/channels.ts'
import type { Settings, SettingsChange } from '../../contract/library.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Library } from '../courses/library.ts'
import type { Folders } from '../courses/opened-folders.ts'
import { noCourse } from '../courses/refusals.ts'
import type { WeakPaths } from '../courses/weak-paths.ts'
import type { Reviews } from '../reviews/index.ts'
import type { Positions } from '../talks/positions.ts'
import type { BackgroundWrites } from './background-writes.ts'

export interface CourseMeetingParts {
  readonly reviews: Reviews
  readonly library: Promise<Library>
  readonly folders: Promise<Folders>
  readonly positions: Promise<Positions>
  readonly weakPaths: Promise<WeakPaths>
  readonly settings: {
    read(): Promise<Settings>
    change(change: SettingsChange): Promise<unknown>
  }
  readonly writes: BackgroundWrites
  readonly tellLibrary: () => Promise<void>
}

/** What happens when a course is met in its folder: it may be new there, or a copy. */
export interface CourseMeetings {
  meet(course: LoadedCourse): Promise<void>
  readonly settleCopy: Handlers['library:settleCopy']
}

export function courseMeetings(parts: CourseMeetingParts): CourseMeetings {
  const { reviews, writes } = parts

  /** What is kept by a course's folder goes along with it, and the folder that is gone leaves the library. */
  async function bringAlong(from: string, to: string): Promise<void> {
    const [shelf, kept, places, weak] = await Promise.all([
      parts.library,
      parts.folders,
      parts.positions,
      parts.weakPaths,
    ])
    writes.follow('positions', places.move(from, to), places)
    writes.follow('weak-paths', weak.move(from, to), weak)
    if ((await parts.settings.read()).course === from) await parts.settings.change({ course: to })
    const left = shelf.course(from)
    if (left?.bundled !== false || left.decks.length > 0) return
    await shelf.close(from)
    writes.follow('folders', kept.replace(from, to), kept)
  }

  return {
    meet: async (course) => {
      const movedFrom = await reviews.meet(course)
      for (const folder of movedFrom) await bringAlong(folder, course.id)
      if (movedFrom.length === 0) return
      await reviews.keys.cameAlong(course)
      // The slides behind its weak questions are a deck of it here, too.
      await (await parts.library).refresh(course.id)
      await parts.tellLibrary()
    },
    settleCopy: async ({ course, same }) => {
      const found = (await parts.library).course(course)
      if (!found) throw noCourse()
      await reviews.settle(found, same)
      return null
    },
  }
}

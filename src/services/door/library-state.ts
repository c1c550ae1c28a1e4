import type { Failure } from '../../contract/failure.ts'
import type { CourseSummary, LibraryState } from '../../contract/library.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Library } from '../courses/library.ts'
import type { Folders } from '../courses/opened-folders.ts'
import type { WeakPaths } from '../courses/weak-paths.ts'
import type { Reviews } from '../reviews/index.ts'
import type { Positions } from '../talks/positions.ts'
import type { Talks } from '../talks/talks.ts'
import { courseSummary } from './course-summary.ts'
import type { SettingsFile } from './settings.ts'

/** What the library window shows is kept in these. */
export interface LibraryParts {
  readonly shelf: Library
  readonly places: Positions
  readonly folders: Folders
  readonly talk: Talks
  readonly reviews: Reviews
  readonly settings: SettingsFile
  readonly weak: WeakPaths
}

/**
 * The library as its window shows it.
 * @param trouble what cannot be written at present
 */
export async function libraryStateOf(
  { shelf, places, folders, talk, reviews, settings, weak }: LibraryParts,
  trouble: Failure | null,
): Promise<LibraryState> {
  const { files } = await reviews.history
  const unfinished = talk.unfinished()
  const summaryOf = async (course: LoadedCourse): Promise<CourseSummary> => {
    const { copyOf } = await reviews.keys.metAs(course)
    return courseSummary(course, places, await reviews.countsOf(course), copyOf)
  }
  return {
    courses: await Promise.all(shelf.courses().map(summaryOf)),
    recent: folders.recent(),
    unfinished: unfinished && shelf.has(unfinished.deck) ? unfinished : null,
    keptAside: [settings, places, folders, weak]
      .flatMap((file) => file.keptAside ?? [])
      .concat(talk.keptAside(), files.keptAside()),
    ...(trouble ? { trouble } : {}),
  }
}

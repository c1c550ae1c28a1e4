import type { CourseSummary, LibraryState } from '../../contract/library.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Library } from '../courses/library.ts'
import type { Folders } from '../courses/opened-folders.ts'
import type { WeakPaths } from '../courses/weak-paths.ts'
import type { Reviews } from '../reviews/index.ts'
import type { Positions } from '../talks/positions.ts'
import type { Talks } from '../talks/talks.ts'
import type { BackgroundWrites } from './background-writes.ts'
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

/** The library as its window shows it. */
export async function libraryStateOf(
  { shelf, places, folders, talk, reviews, settings, weak }: LibraryParts,
  writes: Pick<BackgroundWrites, 'trouble' | 'lastTrouble'>,
): Promise<LibraryState> {
  const history = await reviews.history
  const dayAt = (atMs: number): string => history.dayAt(atMs)
  const unfinished = talk.unfinished()
  const [trouble, lastTrouble] = [writes.trouble(), writes.lastTrouble()]
  const summaryOf = async (course: LoadedCourse): Promise<CourseSummary> => {
    const { copyOf } = await reviews.keys.metAs(course)
    return courseSummary(course, { positions: places, ...(await reviews.todayOf(course)), copyOf, dayAt })
  }
  return {
    day: history.today(),
    courses: await Promise.all(shelf.courses().map(summaryOf)),
    recent: folders.recent(),
    unfinished: unfinished && shelf.has(unfinished.deck) ? unfinished : null,
    keptAside: [settings, places, folders, weak]
      .flatMap((file) => file.keptAside ?? [])
      .concat(talk.keptAside(), history.files.keptAside()),
    ...(trouble ? { trouble } : {}),
    ...(lastTrouble ? { lastTrouble } : {}),
  }
}

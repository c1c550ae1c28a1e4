import type { Deck, DeckRef } from '../../../contract/deck.ts'
import type { LoadedCourse } from '../course.ts'

/** A course of the library by its folder. */
export type CoursePlace = Pick<LoadedCourse, 'id' | 'folder' | 'bundled'>

/** Reads courses for the library. */
export interface CourseReader {
  /**
   * Opens a course: its files are read from the disk, its decks not yet.
   * Rejects with a `LecternError` where the folder cannot be read: `not-found`, `not-a-folder`, `unreadable`.
   * @param skimmedFrom with more to read than so much (in UTF-16 units), it is skimmed first
   */
  open(place: CoursePlace, skimmedFrom: number): Promise<ReadableCourse>
  /** Forgets what it remembers of the course in a folder. */
  forget(folder: string): void
  close(): Promise<void>
}

/** A course that has been opened; opening it again takes the place of it. */
export interface ReadableCourse {
  /** The course as it looks before its decks are read, where that takes long; else null. */
  readonly skimmed: LoadedCourse | null
  /** Reads one deck; null where there is none. */
  deck(ref: Pick<DeckRef, 'name' | 'lang'>): Promise<Deck | null>
  /**
   * Reads the whole course, letting others have their turn in between. Rejects once `signal` is aborted.
   * @param turn resolves when reading may go on for a stretch; by default after whoever else is waiting
   */
  load(turn?: () => Promise<unknown>, signal?: AbortSignal): Promise<LoadedCourse>
}

/** How long reading goes on before others have their turn. */
export const turnMs = 12

/** Gives what a course reads like, once in each stretch of time; others have their turn when the caller waits. */
export function* inStretches<T>(items: Iterable<T>): Generator<T[], void> {
  let stretch: T[] = []
  let since = performance.now()
  for (const item of items) {
    stretch.push(item)
    if (performance.now() - since <= turnMs) continue
    yield stretch
    stretch = []
    since = performance.now()
  }
  if (stretch.length > 0) yield stretch
}

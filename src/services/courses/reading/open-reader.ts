import type { CourseReader } from './course-reader.ts'

export interface ReaderDeps {
  /** The file with how the build read the bundled courses. */
  readonly bundledReadings: string
  /** The built file of the thread that reads courses; without it they are read in this one. */
  readonly readingThread?: string | undefined
}

/** What reads the courses of the library. Only what it takes is loaded. */
export async function openReader({ bundledReadings, readingThread }: ReaderDeps): Promise<CourseReader> {
  if (readingThread === undefined) return (await import('./local-reader.ts')).localReader(bundledReadings)
  return (await import('./thread-reader.ts')).threadReader({ script: readingThread, bundledReadings })
}

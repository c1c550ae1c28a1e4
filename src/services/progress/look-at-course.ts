import { realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Lang } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { bundledCourses } from '../courses/course-folders.ts'
import type { LoadedCourse } from '../courses/course.ts'
import { coursePrints } from './course-prints.ts'
import type { CourseSight } from './course-sight.ts'

/** A folder's real path, or the path itself where there is none. */
export const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => resolve(folder))

/** A course that was read, as reviewing knows it again. */
export async function sightOf(course: LoadedCourse): Promise<CourseSight> {
  const { id, ownId, folder, bundled, decks } = course
  // Questions stand in a file of their own, below no heading.
  const withPath = (lang: Lang) => course.questions[lang].map((question) => ({ question, path: [] }))
  const questions = { ko: withPath('ko'), en: withPath('en') }
  return {
    folder,
    real: await realFolder(folder),
    bundled: bundled ? id : null,
    ownId,
    name: basename(resolve(folder)).normalize('NFC'),
    questions,
    prints: coursePrints(questions, decks),
  }
}

async function skimmedCourse(folder: string): Promise<LoadedCourse> {
  // What reads decks is loaded only where it is needed: a shell has a thread for that.
  const { openCourse } = await import('../courses/course.ts')
  const opened = await openCourse(folder, { id: folder, bundled: false })
  return { id: folder, folder, bundled: false, ...opened.head, ...opened.skim() }
}

/**
 * Looks at what course lies in a folder now; null where none does. Rejects where that cannot be told.
 * @param read by default in this very thread
 */
export async function lookAtCourse(folder: string, read = skimmedCourse): Promise<CourseSight | null> {
  let course
  try {
    course = await read(folder)
  } catch (error) {
    if (error instanceof LecternError && nothingThere.has(error.failure.code)) return null
    throw error
  }
  const { decks, questions } = course
  return decks.length + questions.ko.length + questions.en.length > 0 ? sightOf(course) : null
}
const nothingThere = new Set<string>(['not-found', 'not-a-folder'])

/** The folders of the courses in `slides` by the keys that are theirs alone. */
export async function bundledByKey(slides: string | undefined): Promise<ReadonlyMap<string, string>> {
  const folders = slides === undefined ? [] : await bundledCourses(slides)
  return new Map(folders.map((folder) => [basename(folder), folder]))
}

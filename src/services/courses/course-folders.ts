import { readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import type { FolderListing } from '../../contract/library.ts'
import { courseFileKind, isCourseFile } from './course-files.ts'
import { readFailure } from '../disk/disk-errors.ts'

const isDeckFile = (name: string): boolean => courseFileKind(name)?.kind === 'deck'
const isOwnDeck = (name: string): boolean => isDeckFile(name) && isCourseFile(name)
/** A folder with questions alone is a course to review. */
const makesCourse = (name: string): boolean => isOwnDeck(name) || courseFileKind(name)?.kind === 'questions'
const isShown = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules'

interface Inside {
  readonly decks: number
  readonly isCourse: boolean
  /** Nothing stands in it that could be seen, or nothing but what is to say how its decks are ordered. */
  readonly isEmpty: boolean
  /** Other Markdown, which is offered as decks. */
  readonly offered: number
  readonly folders: readonly string[]
}

/** How many decks a folder has and which folders are in it, by name. Rejects as `readdir` does. */
async function inside(folder: string): Promise<Inside> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders: string[] = []
  for (const entry of entries) {
    if (!isShown(entry.name)) continue
    // A link to a folder counts as the folder.
    const isFolder =
      entry.isDirectory() ||
      (entry.isSymbolicLink() && (await stat(join(folder, entry.name)).catch(() => null))?.isDirectory() === true)
    if (isFolder) folders.push(entry.name)
  }
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  const isCourse = files.some(makesCourse)
  const isEmpty = folders.length === 0 && files.every((name) => !isShown(name) || isCourseFile(name))
  const decks = files.filter(isOwnDeck).length
  const offered = files.filter(isDeckFile).length - decks
  return { decks, isCourse, isEmpty, offered, folders: folders.sort((a, b) => a.localeCompare(b)) }
}

/** A path as a person types it, where `~` is their home. */
const typedPath = (path: string): string => resolve(path.replace(/^~(?=$|[/\\])/, () => homedir()))

const nothing: Inside = { decks: 0, isCourse: false, isEmpty: false, offered: 0, folders: [] }
const look = (folder: string): Promise<Inside> => inside(folder).catch(() => nothing)

/**
 * The courses that opening a path gives: the folder itself if it has decks or questions, else each folder directly in it
 * that has some. Where there are none by their names, other Markdown counts. A file of them stands for its folder.
 * @param orEmpty whether a folder that holds nothing yet, or only course.yaml, is a course to be filled
 * Rejects with a `LecternError`: `not-found`, `not-a-folder`, `unreadable` or `no-decks`.
 */
export async function coursesAt(path: string, orEmpty = false): Promise<readonly string[]> {
  const asked = typedPath(path)
  let folder = asked
  let found
  try {
    const stats = await stat(asked)
    if (stats.isFile() && [isDeckFile, makesCourse].some((isOne) => isOne(basename(asked)))) folder = dirname(asked)
    found = await inside(folder)
  } catch (error) {
    throw readFailure(error, asked)
  }
  if (found.isCourse || (orEmpty && found.isEmpty)) return [folder]
  // Of any Markdown file whose folder it is.
  if (folder !== asked && found.offered > 0) return [folder]
  const paths = found.folders.map((name) => join(folder, name))
  const inner = await Promise.all(paths.map(async (path) => ({ path, ...(await look(path)) })))
  const courses = inner.filter(({ isCourse }) => isCourse).map(({ path }) => path)
  if (courses.length > 0) return courses
  if (found.offered > 0) return [folder]
  const offered = inner.filter((one) => one.offered > 0).map(({ path }) => path)
  if (offered.length > 0) return offered
  throw new LecternError('no-decks', {
    ko: `${folder} 폴더에는 덱도 질문도 없어요. 덱은 마크다운 파일(.md)이에요.`,
    en: `There are no decks and no questions in ${folder}. A deck is a Markdown file (.md).`,
  })
}

/** The courses that come with Lectern, or none where their folder is not there. */
export async function bundledCourses(folder: string): Promise<readonly string[]> {
  return coursesAt(folder).catch(() => [])
}

/** Whether there is a folder at a path. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true
}

/** Whether two paths lead to the same folder. */
export async function sameFolder(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  const [realA, realB] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)))
  return realA === realB
}

/** The folders inside a folder (the person's home by default) and how many decks each has. */
export async function listFolders(path: string = homedir()): Promise<FolderListing> {
  const folder = typedPath(path)
  let found
  try {
    found = await inside(folder)
  } catch (error) {
    throw readFailure(error, folder)
  }
  const folders = await Promise.all(
    found.folders.map(async (name) => {
      const { decks, offered } = await look(join(folder, name))
      return { name, path: join(folder, name), decks: decks > 0 ? decks : offered }
    }),
  )
  const parent = dirname(folder)
  return { folder, parent: parent === folder ? null : parent, folders }
}

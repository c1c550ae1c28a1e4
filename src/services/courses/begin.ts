import { lstat, open, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { NewPlan, NewThing } from '../../contract/beginning.ts'
import { langs } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { newCourseFiles, newDeckFiles, newQuestion, type BegunFile } from '../../core/beginning/index.ts'
import { slug } from '../../core/deck/dialects/slide-ids.ts'
import { readFailure, writeFailure } from '../disk/disk-errors.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { readText } from '../disk/read-text.ts'
import { syncFolder, writeExport, type Open } from '../disk/write-atomic.ts'
import { courseFileKind, isCourseFile } from './course-files.ts'
import { isFolder } from './course-folders.ts'
import type { LoadedCourse } from './course.ts'
import { noCourse } from './refusals.ts'

/** What is to be made, with the text of its files. */
export interface Begun extends NewPlan {
  readonly files: readonly (BegunFile & { readonly isThere: boolean })[]
}

/** What is begun in a course that is there. */
type Known = Pick<LoadedCourse, 'folder' | 'bundled' | 'decks' | 'questions'>

/**
 * What a new course, deck or question would be as files; nothing is written.
 * @param course the one that a deck or question is for
 * Rejects with a `LecternError`: `not-found`, `refused`, `not-a-folder` or `unreadable`.
 */
export async function planNew(thing: NewThing, course: Known | null): Promise<Begun> {
  if (thing.what === 'course') {
    const folder = thing.folder === undefined ? await freeFolder(thing) : placeOf(thing.folder)
    if (await holdsCourse(folder)) throw hasCourse(folder)
    return { folder, files: newCourseFiles(thing).map((file) => ({ ...file, isThere: false })) }
  }
  if (course === null) throw noCourse()
  const { folder, bundled } = course
  if (bundled)
    throw new LecternError('refused', {
      ko: '함께 들어 있는 강의에는 더할 수 없어요. 새 강의를 만들어 주세요.',
      en: 'Nothing can be added to a course that comes with Lectern. Make a course of your own.',
    })
  if (thing.what === 'deck') {
    const names = course.decks.map(({ ref }) => ref.name)
    // A picture that an earlier one brought along is the same.
    const files = newDeckFiles(thing, names).map((file) => ({ ...file, isThere: false }))
    const missing = await Promise.all(
      files.map(async ({ name }) => isDeck(name) || !(await isThere(join(folder, name)))),
    )
    return { folder, files: files.filter((_file, at) => missing[at]) }
  }
  const ids = new Set(langs.flatMap((lang) => course.questions[lang].map(({ id }) => id)))
  const files = langs
    .filter((lang) => thing.languages.includes(lang))
    .map(async (lang) => {
      const name = `questions.${lang}.md`
      const { text } = newQuestion(thing.title, lang, ids)
      return { name, text, slides: 0, questions: 1, isThere: await isThere(join(folder, name)) }
    })
  return { folder, files: await Promise.all(files) }
}

/**
 * Writes what was planned, over no file: all of it or, where one cannot be written, nothing.
 * @returns the paths of the files. Rejects with a `LecternError`: `cannot-write` or `disk-full`.
 */
export async function makeNew({ folder, files }: Begun, openFile: Open = open): Promise<readonly string[]> {
  const made: string[] = []
  const added: { readonly path: string; readonly before: string }[] = []
  const madeFolders: string[] = []
  try {
    for (const { name, text, isThere: hasMore } of files) {
      const path = join(folder, name)
      madeFolders.push(...(await missingFolders(dirname(path))))
      await makeFolder(dirname(path), 0o777).catch((error: unknown) => {
        throw writeFailure(error, dirname(path))
      })
      if (hasMore) added.push({ path, before: await addTo(path, text, openFile) })
      else {
        await writeNew(path, text, openFile)
        made.push(path)
      }
    }
  } catch (error) {
    for (const { path, before } of added) await writeExport(path, before).catch(() => undefined)
    for (const path of made) await rm(path, { force: true }).catch(() => undefined)
    for (const path of madeFolders.toReversed()) await rmdir(path).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
  return files.map(({ name }) => join(folder, name))
}

/** Where courses go if nobody says where: among the person's documents. */
export async function documentsFolder(home = homedir()): Promise<string> {
  for (const name of ['Documents', '문서']) {
    const folder = join(home, name)
    if (await isFolder(folder)) return folder
  }
  return home
}

/** A path as a person types it; one that begins nowhere would mean another folder in each shell. */
function placeOf(path: string): string {
  const typed = path.replace(/^~(?=$|[/\\])/, () => homedir())
  if (isAbsolute(typed)) return resolve(typed)
  throw new LecternError('refused', {
    ko: `만드는 곳은 처음부터 다 적어 주세요: ${path}`,
    en: `Write the whole path of the place: ${path}`,
  })
}

/** A folder below `parent` that is called as the course is and is not there yet, or empty. */
async function freeFolder({ title, parent }: Extract<NewThing, { what: 'course' }>): Promise<string> {
  const within = parent === null ? await documentsFolder() : placeOf(parent)
  const name = slug(title) || 'course'
  for (let number = 1; ; number += 1) {
    const folder = join(within, number === 1 ? name : `${name}-${number}`)
    if (!(await isTaken(folder))) return folder
  }
}

/** Whether something is there already, a folder with nothing in it apart. Rejects where nothing can be there at all. */
async function isTaken(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0
  } catch (error) {
    if (isAbsent(error)) return false
    // A file, or a folder that others may not look into; else no number makes a name that can be.
    if ((await lstat(folder).catch(() => null)) !== null) return true
    throw readFailure(error, dirname(folder))
  }
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null
const isDeck = (name: string): boolean => courseFileKind(basename(name))?.kind === 'deck'

/** Whether a folder has a course, by the names of its files; one that is not there has none. */
export async function holdsCourse(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.some(isCourseFile)
}

const hasCourse = (folder: string): LecternError =>
  new LecternError('refused', {
    ko: `${folder} 폴더에는 이미 강의가 있어요. 다른 폴더를 적거나, 이 강의에 덱이나 질문을 더해 주세요.`,
    en: `There is a course in ${folder} already. Name another folder, or add a deck or a question to this course.`,
  })

/** The folders of a path that are not there, the outermost first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  const missing: string[] = []
  for (let one = folder; !(await isThere(one)) && dirname(one) !== one; one = dirname(one)) missing.unshift(one)
  return missing
}

async function writeNew(path: string, text: string, openFile: Open): Promise<void> {
  try {
    const handle = await openFile(path, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } catch (error) {
      // Half a file is worse than none.
      await rm(path, { force: true }).catch(() => undefined)
      throw error
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new LecternError('cannot-write', {
        ko: `이미 있는 파일이에요: ${path}. 있는 파일은 덮어쓰지 않아요. 다른 제목이나 폴더를 적어 주세요.`,
        en: `This file is there already: ${path}. No file is written over; choose another title or folder.`,
      })
    throw writeFailure(error, path)
  }
}

/** Puts text at the end of a file and leaves what is in it as it is, which it gives. */
async function addTo(path: string, text: string, openFile: Open): Promise<string> {
  const read = await readText(path, dirname(path))
  if ('problem' in read) throw new LecternError('cannot-write', read.problem.message)
  const end = /\r\n/.test(read.text) ? '\r\n' : '\n'
  const before = read.text === '' || /\n$/.test(read.text) ? read.text : `${read.text}${end}`
  await writeExport(path, `${before}${before === '' ? '' : end}${text.replaceAll('\n', end)}`, openFile)
  return read.text
}

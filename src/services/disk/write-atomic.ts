import { randomInt } from 'node:crypto'
import { open, readdir, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { writeFailure } from './disk-errors.ts'
import { makeFolder, privateFolder } from './make-folder.ts'

/** Opens a file as `node:fs/promises` does. */
export type Open = (path: string, flags: string) => Promise<FileHandle>

/** Opens a file; one that it makes only this person may read and write, as all that is in the data folder. */
export const openPrivate: Open = (path, flags) => open(path, flags, 0o600)

/** Makes the renaming of a file last through a power cut, where the system lets a folder be synced. */
export async function syncFolder(folder: string, openFile: Open = open): Promise<void> {
  try {
    const handle = await openFile(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Windows and some network disks refuse; the file itself is safe.
  }
}

/**
 * Sees to it that a file can be at a path, before work is done that it is to hold: nothing is there yet, or a regular
 * file, behind links too. Rejects with the `LecternError` `cannot-write` where a folder, a device, a pipe or a socket is.
 * @param isNamed whether a person has named the file and so can name another one
 */
export async function needFilePlace(file: string, isNamed: boolean): Promise<void> {
  const stats = await stat(file).catch(() => null)
  if (stats === null || stats.isFile()) return
  const what = stats.isDirectory()
    ? { ko: '폴더예요', en: 'a folder' }
    : { ko: '장치나 파이프예요', en: 'a device or a pipe' }
  const wayOut = isNamed
    ? { ko: '다른 파일 이름을 적어 주세요.', en: 'Choose another name.' }
    : { ko: '그 자리에서 다른 곳으로 옮겨 주세요.', en: 'Move it to another place.' }
  throw new LecternError('cannot-write', {
    ko: `${file}에는 파일을 쓸 수 없어요. ${what.ko}. ${wayOut.ko}`,
    en: `${file} is ${what.en}, so no file can be written there. ${wayOut.en}`,
  })
}

/** A name beside a file that nobody else has, as digits for `sweep`. */
export const nameBeside = (file: string): string => `${file}.${process.pid}${randomInt(1e9, 1e10)}.tmp`

/**
 * Writes what a person hands on, as `writeAtomic` does: a new file is for whom their umask says, one that was there
 * stays for whom it was.
 */
export async function writeExport(file: string, content: string | Uint8Array, openFile: Open = open): Promise<void> {
  const mode = await stat(file).then(
    (stats) => stats.mode & 0o777,
    () => null,
  )
  const openAlike: Open = async (path, flags) => {
    const handle = await openFile(path, flags)
    // Not every disk knows modes.
    if (mode !== null) await handle.chmod(mode).catch(() => undefined)
    return handle
  }
  return replace(file, content, { openFile: openAlike, folderMode: 0o777, isNamed: true })
}

/**
 * Replaces a file's content so that it is always the old or the new one, even if the power fails in between. It
 * is for this person alone, whoever could read it before. Missing folders are made; a link stays a link. The new content is written beside the file, to a new `FILE.DIGITS.tmp`.
 * Rejects with a `LecternError` (`disk-full`, `cannot-write`, also where something else than a file is there); the old
 * file is then untouched.
 */
export const writeAtomic = (file: string, content: string | Uint8Array, openFile: Open = openPrivate): Promise<void> =>
  replace(file, content, { openFile, folderMode: privateFolder, isNamed: false })

interface Replacing {
  readonly openFile: Open
  readonly folderMode: number
  readonly isNamed: boolean
}

async function replace(
  file: string,
  content: string | Uint8Array,
  { openFile, folderMode, isNamed }: Replacing,
): Promise<void> {
  try {
    await needFilePlace(file, isNamed)
    await makeFolder(dirname(file), folderMode)
    const target = await realpath(file).catch(() => file)
    const beside = nameBeside(target)
    try {
      // Whatever lies there is not ours: a link would lead the bytes elsewhere.
      const handle = await openFile(beside, 'wx')
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(beside, target)
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined)
      throw error
    }
    await syncFolder(dirname(target), openFile)
  } catch (error) {
    throw writeFailure(error, file)
  }
}

/**
 * Takes away what writes beside a file left that a crash cut short: the file itself is whole.
 * @param name only what was left beside this file, else beside any file of the folder
 */
export async function sweep(folder: string, name?: string): Promise<void> {
  for (const other of await readdir(folder).catch(() => []))
    if (/\.\d+\.tmp$/.test(other) && (name === undefined || other.startsWith(`${name}.`)))
      await rm(join(folder, other), { force: true }).catch(() => undefined)
}

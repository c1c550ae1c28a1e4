import { mkdir, open, readdir, realpath, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeFailure } from './disk-errors.ts'

/** Opens a file as `node:fs/promises` does. */
export type Open = (path: string, flags: string) => Promise<FileHandle>

/** Makes the renaming of a file last through a power cut, where the system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Windows and some network disks refuse; the file itself is safe.
  }
}

/**
 * Replaces a file's content so that it is always the old or the new one, even if the power fails in between.
 * Missing folders are made; a link stays a link. The new content is written beside the file, to `FILE.PID.tmp`.
 * Rejects with a `LecternError` (`disk-full`, `cannot-write`); the old file is then untouched.
 */
export async function writeAtomic(file: string, content: string | Uint8Array, openFile: Open = open): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    const target = await realpath(file).catch(() => file)
    const beside = `${target}.${process.pid}.tmp`
    try {
      const handle = await openFile(beside, 'w')
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
    await syncFolder(dirname(target))
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

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFailure } from './disk-errors.ts'
import { makeFolder } from './make-folder.ts'
import { nameBeside, openPrivate, sweep, type Open } from './write-atomic.ts'

/**
 * Sees whether files can be written into a folder, which is made where it is missing, by writing a small one and taking it
 * away. Rejects with a `LecternError` (`disk-full`, `cannot-write`).
 */
export async function tryFolder(folder: string, openFile: Open = openPrivate): Promise<void> {
  const file = nameBeside(join(folder, 'try'))
  try {
    await makeFolder(folder)
    await sweep(folder, 'try')
    const handle = await openFile(file, 'wx')
    await handle.writeFile('Lectern\n').finally(() => handle.close())
  } catch (error) {
    throw writeFailure(error, folder)
  } finally {
    await rm(file, { force: true }).catch(() => undefined)
  }
}

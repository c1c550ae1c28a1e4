import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The mode of a folder into which only this person may look, as all in the data folder. */
export const privateFolder = 0o700

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

/**
 * Makes a folder and those it is in, as far as they are missing. Rejects as `mkdir` does. Node's own way of it goes round
 * and round for ever where a file system says ENOENT although the parent is there, as that of a network folder that is gone
 * may.
 * @param mode of those that it makes; the umask is taken from it
 */
export async function makeFolder(folder: string, mode = privateFolder): Promise<void> {
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    if (await isFolder(folder)) return
    const parent = dirname(folder)
    const isParentMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isParentMissing || parent === folder) throw error
    await makeFolder(parent, mode)
    // Another process may make it at the same time.
    await mkdir(folder, { mode }).catch(async (again: unknown) => {
      if (!(await isFolder(folder))) throw again
    })
  }
}

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstInstance } from '../instance/first-instance.ts'

const prefix = 'lectern-record-'
const freshMs = 5000

/** The folder of one run, for contexts, sockets and the data of what it starts. */
export interface WorkFolder {
  readonly path: string
  remove(): Promise<void>
}

/** Removes the folders of runs that were killed. One whose run is alive, or that is somebody else's, stays. */
async function removeLeftOvers(uid: number): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    const stats = await stat(folder).catch(() => null)
    if (stats?.isDirectory() !== true || stats.uid !== uid) continue
    // One that has just been made gets its lock in a moment.
    const hasLock = (await stat(join(folder, 'lock')).catch(() => null)) !== null
    if (!hasLock && Date.now() - stats.mtimeMs < freshMs) continue
    const instance = await firstInstance(join(folder, 'lock')).catch(() => null)
    if (instance?.isFirst !== true) continue
    await rm(folder, { recursive: true, force: true })
    await instance.release()
  }
}

/** Makes a folder for this run in the system's temporary folder, and removes those that killed runs left there. */
export async function makeWorkFolder(uid: number): Promise<WorkFolder> {
  await removeLeftOvers(uid)
  const path = await mkdtemp(join(tmpdir(), prefix))
  const instance = await firstInstance(join(path, 'lock'))
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true })
      if (instance.isFirst) await instance.release()
    },
  }
}

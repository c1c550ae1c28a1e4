import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from '../disk/disk-errors.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { syncFolder, writeAtomic, type Open } from '../disk/write-atomic.ts'
import { forgetDevice } from './device.ts'
import { isLogName, logNames } from './read-logs.ts'

const listName = 'replaces.json'

/** The names of the logs that are to go, by what was there when the restore was asked for. */
async function readList(staged: string): Promise<readonly string[]> {
  const list: unknown = JSON.parse(await readFile(join(staged, listName), 'utf8'))
  return Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string' && isLogName(name)) : []
}

/**
 * Makes ready to replace all logs: the new ones are written to `restore.tmp`, and from the moment when that is renamed to
 * `restore` they are what counts. Rejects with a `LecternError`; then nothing is changed.
 */
export async function stageRestore(folder: string, logs: ReadonlyMap<string, Uint8Array>, open?: Open): Promise<void> {
  const [making, staged] = [join(folder, 'restore.tmp'), join(folder, 'restore')]
  try {
    await rm(making, { recursive: true, force: true })
    await makeFolder(making)
    for (const [name, bytes] of logs) await writeAtomic(join(making, name), bytes, open)
    await writeAtomic(join(making, listName), JSON.stringify(await logNames(folder)), open)
    await rename(making, staged)
    await syncFolder(folder)
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Puts the logs of `restore` in the place of those they replace; does nothing where there is none. Killed in its middle
 * it is done again from its beginning, as what it copies stays until the end. The machine begins a log of its own after
 * it, so that the restored ones are never written to.
 */
export async function finishRestore(folder: string, deviceFile: string, open?: Open): Promise<void> {
  const [staged, done] = [join(folder, 'restore'), join(folder, 'restore.tmp')]
  const names = await readdir(staged).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  await rm(done, { recursive: true, force: true })
  if (names === null) return
  await forgetDevice(deviceFile)
  const replaced = await readList(staged)
  const logs = names.filter(isLogName)
  for (const name of logs) await writeAtomic(join(folder, name), await readFile(join(staged, name)), open)
  for (const name of replaced) if (!logs.includes(name)) await rm(join(folder, name), { force: true })
  await rename(staged, done)
  await rm(done, { recursive: true, force: true })
}

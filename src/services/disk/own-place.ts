/** Folders that a process makes for what it needs while it runs, named so that the next one finds what a killed one left. */
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isProcessAlive } from './process-alive.ts'

/** Makes a folder `PREFIX-PID-RANDOM` that only this person may look into. */
export const makeOwnPlace = (parent: string, prefix: string): Promise<string> =>
  mkdtemp(join(parent, `${prefix}-${process.pid}-`))

/**
 * Removes the folders that `makeOwnPlace` made for processes which have ended without doing so. Only what nobody else
 * can write to is touched: in a temporary folder of all, another person's could be a trap. Never rejects.
 */
export async function sweepOwnPlaces(parent: string, prefix: string): Promise<void> {
  const uid = process.getuid?.()
  for (const name of await readdir(parent).catch(() => [])) {
    const [, pid] = name.startsWith(`${prefix}-`) ? (/^-(\d+)-\w+$/.exec(name.slice(prefix.length)) ?? []) : []
    if (pid === undefined || isProcessAlive(Number(pid))) continue
    const place = join(parent, name)
    const stats = await lstat(place).catch(() => null)
    const isOurs =
      stats?.isDirectory() === true && (uid === undefined || (stats.uid === uid && (stats.mode & 0o077) === 0))
    if (isOurs) await rm(place, { recursive: true, force: true }).catch(() => undefined)
  }
}

import { readdir, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isDead } from './reach.ts'
import { isSocketName } from './socket-name.ts'

/** Taking a place is a matter of milliseconds; what is older was left by a process that was killed in the middle of it. */
const abandonedMs = 60_000

/** Whether nobody can be in a folder in which a place is begun. Its socket says so, and before there is one its age. */
async function isAbandoned(folder: string): Promise<boolean> {
  const stats = await stat(folder).catch(() => null)
  if (stats === null || Date.now() - stats.mtimeMs <= abandonedMs) return false
  const sockets = await readdir(folder).catch(() => [])
  const dead = await Promise.all(sockets.map((socket) => isDead(join(folder, socket))))
  return dead.every(Boolean)
}

/** Removes the sockets at which nobody listens, and the folder if none is left: only an empty one goes. */
async function sweepPlace(place: string): Promise<void> {
  for (const socket of await readdir(place).catch(() => [])) {
    const address = join(place, socket)
    if (await isDead(address)) await unlink(address).catch(() => undefined)
  }
  await rmdir(place).catch(() => undefined)
}

/**
 * Removes what killed processes have left in a folder of sockets, whatever they used: a data folder that is never used
 * again has no next process that would. Living ones and those that start meanwhile lose nothing, as no address is used twice.
 * Never rejects.
 */
export async function sweepSockets(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const [place = '', begun] = name.split('.')
    if (!isSocketName(place)) continue
    if (begun === undefined) await sweepPlace(path)
    else if (await isAbandoned(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

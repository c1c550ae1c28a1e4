/**
 * How a second instance learns what became of its knock: the first one leaves an answer in the data folder, a fresh
 * address, or nothing but the fact that it opened a window by itself.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Home } from '../services/disk/home.ts'

const fileIn = (home: Home): string => join(home.folder, 'entrance')
/** The first instance hears a knock within milliseconds, or once it has read its courses; one that is no browser shell never answers. */
const patienceMs = 5000

const opened = 'opened'

/** Answers whoever knocked with an address, or with null where a window came up; only this user may read it. */
export const leaveEntrance = (home: Home, address: string | null): Promise<void> =>
  writeFile(fileIn(home), address ?? opened, { mode: 0o600 })

/** Takes away what an earlier answer left. */
export const clearEntrance = (home: Home): Promise<void> => rm(fileIn(home), { force: true })

/** The address that the first instance leaves, or null where it opened a window or is no browser shell. */
export async function awaitEntrance(home: Home): Promise<string | null> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const address = await readFile(fileIn(home), 'utf8').catch(() => '')
    if (address !== '') {
      await clearEntrance(home)
      return address === opened ? null : address
    }
    await wait(30)
  }
  return null
}

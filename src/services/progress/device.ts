import { createHash, randomInt } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { writeAtomic, type Open } from '../disk/write-atomic.ts'

// No vowels and no look-alikes, so that names are neither words nor mistaken.
const letters = '23456789bcdfghjkmnpqrstvwxz'

/** Random letters and digits. */
export function randomName(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** The name of a device that has none yet; 47 bits, so that two never get the same. */
export const newDevice = (): string => randomName(10)

const devicePattern = /^[a-z0-9]{4,40}$/

type ReadFile = (file: string) => Promise<string>

const readUtf8: ReadFile = (file) => readFile(file, 'utf8')

async function machineId(read: ReadFile): Promise<string> {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    const text = await read(file).catch(() => '')
    if (text.trim() !== '') return text.trim()
  }
  return ''
}

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    // Some containers run users without a name.
    return ''
  }
}

/**
 * The file that names this machine's log: `device-HASH`, of the machine, the user and the folder's place. So a folder
 * that was copied, or that is synced between machines, never has two writers of one log: at another place or on another
 * machine the file is not found and a log is begun there. What a changed host name costs is one more log.
 */
export async function deviceFile(folder: string, read: ReadFile = readUtf8): Promise<string> {
  const about = [await machineId(read), hostname(), userName(), folder].join('\0')
  return join(folder, `device-${createHash('sha256').update(about).digest('hex').slice(0, 12)}`)
}

/** The device that a device file names, or null where there is none (or no sense in it). */
export async function readDevice(file: string): Promise<string | null> {
  const text = (await readFile(file, 'utf8').catch(() => '')).trim()
  return devicePattern.test(text) ? text : null
}

/** Names this machine's log from now on. */
export async function keepDevice(file: string, device: string, open?: Open): Promise<void> {
  await writeAtomic(file, `${device}\n`, open)
}

/** The next event on this machine begins a log of its own. */
export async function forgetDevice(file: string): Promise<void> {
  await rm(file, { force: true })
}

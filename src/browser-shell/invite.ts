/**
 * How the browser of this machine is told where to come in. Everybody who uses the machine can read the command lines of
 * all programs, so the address, which lets in whoever is first, is in a page that only this person may read.
 */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { socketFolder } from '../services/instance/socket-folder.ts'
import { socketName } from '../services/instance/socket-name.ts'
import type { AddressOptions } from './access.ts'
import { boxOf } from './browser-box.ts'

export interface Invitation {
  /** What the browser is started on. */
  readonly href: string
  /** Whether that is an address which lets in whoever opens it, for as long as it lives. */
  readonly isBare: boolean
  /** Takes the page away; to be called once it was used, or when it will not be. */
  withdraw(): Promise<void>
}

/** How long an address lives that others may see. */
export const bareLivesMs = 10_000

const pageWith = (address: string): string =>
  [
    '<!doctype html><meta charset="utf-8"><title>Lectern</title>',
    `<meta http-equiv="refresh" content="0; url=${address.replaceAll('&', '&amp;')}">`,
  ].join('\n')

/** Writes a page that only this person may read, and gives its path. Rejects where that is not possible. */
async function writePage(address: string, lock: string): Promise<string> {
  // On Windows the temporary folder is the person's own.
  const folder = process.platform === 'win32' ? tmpdir() : await socketFolder()
  // Always the same name: the browser remembers by it where the person put the window.
  const page = join(folder, `enter-${socketName(lock)}.html`)
  await rm(page, { force: true })
  // `wx`: nothing that another put there in between is written to, through a link either.
  await writeFile(page, pageWith(address), { flag: 'wx', mode: 0o600 })
  return page
}

/**
 * Makes an invitation for a browser. One in a box (a snap, a flatpak) may not read the page: it gets the bare address, as
 * every browser does where no page can be written.
 * @param lock the lock file of the data folder: a person may run several
 */
export async function invite(
  program: string,
  lock: string,
  newAddress: (options: AddressOptions) => string,
  options: AddressOptions,
): Promise<Invitation> {
  const page = boxOf(program) === null ? await writePage(newAddress(options), lock).catch(() => null) : null
  if (page === null) {
    const href = newAddress({ ...options, livesMs: bareLivesMs })
    return { href, isBare: true, withdraw: () => Promise.resolve() }
  }
  return { href: pathToFileURL(page).href, isBare: false, withdraw: () => rm(page, { force: true }) }
}

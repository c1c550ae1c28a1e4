import { chmod, lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Home } from './home.ts'
import { makeFolder } from './make-folder.ts'

/** Takes from everybody else what they may do with a file or a folder; tells whether it is a folder. A link is left alone. */
async function tighten(path: string): Promise<{ readonly isFolder: boolean }> {
  const stats = await lstat(path)
  const isFolder = stats.isDirectory()
  if ((isFolder || stats.isFile()) && (stats.mode & 0o077) !== 0) await chmod(path, stats.mode & 0o700)
  return { isFolder }
}

/** The same for all that is in a folder. */
async function tightenAll(path: string): Promise<void> {
  const { isFolder } = await tighten(path)
  if (!isFolder) return
  for (const name of await readdir(path)) await tightenAll(join(path, name)).catch(() => undefined)
}

/**
 * Makes the data folder where it is missing, and one that was made before nobody but this person could look into it like
 * a new one. Only what is Lectern's is touched: `LECTERN_HOME` may name a folder in which there is more. What cannot be
 * changed stays as it is, as on a disk that knows no permissions.
 */
export async function tightenHome({ folder, browserProfile, electronProfile, ...rest }: Home): Promise<void> {
  await makeFolder(folder).catch(() => undefined)
  if (process.platform === 'win32') return
  const stats = await stat(folder).catch(() => null)
  // A folder for everybody's files, such as /tmp, is not ours to close.
  const isSticky = stats !== null && (stats.mode & 0o1000) !== 0
  if (stats === null || isSticky || stats.uid !== process.getuid?.()) return
  if ((stats.mode & 0o077) !== 0) await chmod(folder, stats.mode & 0o700).catch(() => undefined)
  // Beside a file lie what was kept of a damaged one, and what a crash left.
  const ours = Object.values(rest).map((path) => basename(path))
  const isOurs = (name: string): boolean => ours.some((own) => name === own || name.startsWith(`${own}.`))
  for (const name of await readdir(folder).catch(() => []))
    if (isOurs(name)) await tightenAll(join(folder, name)).catch(() => undefined)
  // The profiles hold thousands of files, and their programs look after those.
  for (const profile of [browserProfile, electronProfile]) await tighten(profile).catch(() => undefined)
}

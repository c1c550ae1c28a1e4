import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'

/**
 * Where a path leads with all links followed, or null where that is not in a folder, which itself may be reached by links.
 * Rejects as `realpath` does where one of them is not there.
 */
export async function realPathWithin(folder: string, path: string): Promise<string | null> {
  const [home, real] = await Promise.all([realpath(folder), realpath(path)])
  return real.startsWith(home.endsWith(sep) ? home : home + sep) ? real : null
}

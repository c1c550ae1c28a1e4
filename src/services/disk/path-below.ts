import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { realPathWithin } from './real-path-within.ts'

/** Names are one where only their case or the way their letters are composed differs, as macOS and Windows take them. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase()

/** The entry of a folder that a name means: the one that is called so, else the first that is called alike. */
async function entryOf(folder: string, name: string): Promise<string | undefined> {
  const names = await readdir(folder)
  if (names.includes(name)) return name
  const alike = names.filter((one) => nameKey(one) === nameKey(name)).sort()
  return alike.find((one) => one.normalize('NFC') === name.normalize('NFC')) ?? alike[0]
}

/**
 * Where a way down from a folder leads with all links followed, whatever the case of its names and however their letters are
 * composed; null where that is not in the folder. Rejects where nothing is there.
 */
export async function pathBelow(folder: string, names: readonly string[]): Promise<string | null> {
  try {
    return await realPathWithin(folder, join(folder, ...names))
  } catch (error) {
    let at = folder
    for (const name of names) {
      // No names are read outside of the folder.
      if (at !== folder && (await realPathWithin(folder, at)) === null) return null
      const entry = name === '..' ? name : await entryOf(at, name)
      if (entry === undefined) throw error
      at = join(at, entry)
    }
    return realPathWithin(folder, at)
  }
}

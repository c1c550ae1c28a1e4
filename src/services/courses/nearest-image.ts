import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { nearest } from '../../core/deck/nearest.ts'
import { nameKey } from '../disk/path-below.ts'
import { imageEndings, mediaEndings } from '../disk/static-files.ts'

const isImage = (name: string): boolean => imageEndings.includes(extname(name).toLowerCase())
const isMedia = (name: string): boolean => mediaEndings.includes(extname(name).toLowerCase())

/** The images of a folder and of those in it, by their paths in it; none where it cannot be read. */
async function imagesBelow(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isDirectory()) return isImage(entry.name) || isMedia(entry.name) ? [entry.name] : []
      if (depth === 0 || entry.name.startsWith('.') || entry.name === 'node_modules') return []
      return (await imagesBelow(join(folder, entry.name), depth - 1)).map((name) => `${entry.name}/${name}`)
    }),
  )
  return found.flat()
}

const reading = new Map<string, Promise<string[]>>()

/** The images of a course, which many that are missing at the same time ask for once. */
function imagesOf(folder: string): Promise<string[]> {
  const read = reading.get(folder) ?? imagesBelow(folder, 2).finally(() => reading.delete(folder))
  reading.set(folder, read)
  return read
}

/**
 * The image of a course that was probably meant by a path where none is: one of that name elsewhere in the folder, else the one
 * that is called most alike, or null.
 */
export async function nearestImage(folder: string, names: readonly string[]): Promise<string | null> {
  const wanted = isMedia(names.at(-1) ?? '') ? isMedia : isImage
  const images = (await imagesOf(folder)).filter(wanted)
  const named = Map.groupBy(images, (path) => nameKey(path.split('/').at(-1) ?? ''))
  const name = nameKey(names.at(-1) ?? '')
  const alike = nearest(names.join('/').normalize('NFC'), images)
  return named.get(name)?.[0] ?? alike ?? named.get(nearest(name, named.keys()) ?? '')?.[0] ?? null
}

import { readFile, stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { imagePath } from '../../core/deck/index.ts'
import { pathBelow } from '../disk/path-below.ts'
import { undrawable } from '../disk/undrawable.ts'

/** A drawing that stands in the text of each slide that shows it is no larger. */
const mostBytes = 2_000_000
/** So many files a deck may name. */
const mostDrawings = 1000

const longestPath = 500

/** What may be the paths of SVG files in a text: what stands before the ending, back to a sign that ends a path. */
function pathsIn(text: string): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const { index } of text.matchAll(/\.svg/giu)) {
    const before = text.slice(Math.max(0, index - longestPath), index)
    const [path = ''] = /[^()<>"'\n[\]|{}=]*$/.exec(before) ?? []
    if (path.trim() !== '') paths.add(imagePath(`${path.trim()}${text.slice(index, index + 4)}`))
  }
  return paths
}

interface Look {
  readonly mtimeMs: number
  readonly size: number
  /** Null where no group in it has a step. */
  readonly text: string | null
}
/** How files looked last. */
const looks = new Map<string, Look>()
const mostLooks = 5000

async function steppedText(file: string): Promise<string | null> {
  const { mtimeMs, size } = await stat(file)
  const before = looks.get(file)
  if (before?.mtimeMs === mtimeMs && before.size === size) return before.text
  const read = size > mostBytes ? '' : await readFile(file, 'utf8')
  const isStepped = /\sdata-step\s*=/.test(read) && (await undrawable(file)) === null
  if (looks.size >= mostLooks) looks.clear()
  looks.set(file, { mtimeMs, size, text: isStepped ? read : null })
  return isStepped ? read : null
}

/** The texts of the SVG files that a deck names and whose groups have steps, by the paths in the deck; all within the folder. */
export async function steppedDrawings(text: string, folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  if (!/\.svg/i.test(text)) return undefined
  const found = new Map<string, string>()
  for (const path of [...pathsIn(text)].slice(0, mostDrawings)) {
    const names = posix.normalize(path).split('/')
    if (names[0] === '..') continue
    const file = await pathBelow(folder, names).catch(() => null)
    const drawing = file === null ? null : await steppedText(file).catch(() => null)
    if (drawing !== null) found.set(path, drawing)
  }
  return found.size === 0 ? undefined : found
}

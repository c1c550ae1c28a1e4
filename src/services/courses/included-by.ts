import { join } from 'node:path'
import { includesIn } from '../../core/deck/index.ts'
import { readText } from '../disk/read-text.ts'

/** So many files a deck may include. */
const mostIncludes = 100

/** The texts of the files that a deck includes, and that those include, all within the folder. */
export async function includedBy(text: string, folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  if (!/^src[ \t]*:/m.test(text)) return undefined
  const found = new Map<string, string>()
  const waiting = includesIn(text)
  for (let path = waiting.shift(); path !== undefined && found.size < mostIncludes; path = waiting.shift()) {
    if (found.has(path) || !path.endsWith('.md')) continue
    const read = await readText(join(folder, path), folder)
    if (!('text' in read)) continue
    found.set(path, read.text)
    waiting.push(...includesIn(read.text))
  }
  return found
}

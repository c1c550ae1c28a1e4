import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksum } from '../checksum.ts'
import { isMissing } from '../disk-errors.ts'
import { writeAtomic, type Open } from '../write-atomic.ts'
import type { BadPart } from './parse-log.ts'

const keyOf = (bytes: Buffer): string => `${bytes.length}-${checksum(bytes)}`

/**
 * Copies bytes of a log that are no good line to `recovered/LOG`, with a note of where they stood. The log itself is
 * never rewritten, so its bad lines stay; what is in `recovered/` already was told of and is not copied again.
 * @returns what was not known yet, and the file (null where it could not be written: then it is told of again)
 */
export async function recover(
  folder: string,
  log: string,
  parts: readonly BadPart[],
  at: number,
  open?: Open,
): Promise<{ readonly fresh: readonly BadPart[]; readonly file: string | null }> {
  const file = join(folder, 'recovered', log)
  if (parts.length === 0) return { fresh: [], file }
  try {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return ''
      throw error
    })
    const known = new Set([...text.matchAll(/"key":"([^"]+)"/g)].map((match) => match[1]))
    const fresh = parts.filter(({ bytes }) => !known.has(keyOf(bytes)))
    if (fresh.length === 0) return { fresh, file }
    const notes = fresh.map(({ line, bytes }) =>
      JSON.stringify({ key: keyOf(bytes), log, line, at, text: bytes.toString(), base64: bytes.toString('base64') }),
    )
    const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
    await writeAtomic(file, `${before}${notes.join('\n')}\n`, open)
    return { fresh, file }
  } catch {
    return { fresh: parts, file: null }
  }
}

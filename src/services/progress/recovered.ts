import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { checksum } from '../disk/checksum.ts'
import { isMissing } from '../disk/disk-errors.ts'
import { writeAtomic, type Open } from '../disk/write-atomic.ts'
import type { BadPart } from './parse-log.ts'
import { isLogName } from './read-logs.ts'

const partSchema = v.object({
  /** The log that it stood in, and the line, counted from 1. */
  log: v.string(),
  line: v.number(),
  /** When it was found (ms since 1970). */
  at: v.number(),
  text: v.string(),
  /** The same bytes, whatever they are. */
  base64: v.string(),
})
/** Bytes of a log that were no good line, as they were kept. */
export type RecoveredPart = Readonly<v.InferOutput<typeof partSchema>>

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

/** All that was kept in `recovered/`, log by log. Never rejects: what cannot be read is left out. */
export async function recoveredParts(folder: string): Promise<readonly RecoveredPart[]> {
  const place = join(folder, 'recovered')
  const parts: RecoveredPart[] = []
  for (const name of (await readdir(place).catch(() => [])).filter(isLogName).sort()) {
    const text = await readFile(join(place, name), 'utf8').catch(() => '')
    for (const line of text.split('\n')) {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), partSchema), line)
      if (parsed.success) parts.push(parsed.output)
    }
  }
  return parts
}

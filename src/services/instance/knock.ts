import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { writeFailure } from '../disk/disk-errors.ts'

const knockSchema = v.object({ folder: v.nullable(v.string()), gallery: v.exactOptional(v.boolean()) })

/** What a second instance asks of the first: to come to the front (with the gallery, if that was asked for), and to open a folder if it was given one. */
export type Knock = v.InferOutput<typeof knockSchema>

/** Asks the instance that holds the data folder, whichever shell it is. Throws a `LecternError` if that cannot be written. */
export function knock(knocks: string, wish: Knock): void {
  try {
    mkdirSync(knocks, { recursive: true })
    const name = join(knocks, randomUUID())
    writeFileSync(`${name}.tmp`, JSON.stringify(wish))
    renameSync(`${name}.tmp`, `${name}.json`)
  } catch (error) {
    throw writeFailure(error, knocks)
  }
}

/**
 * Listens for second instances. Knocks from before are nobody's wish any more and are thrown away.
 * @returns a function that stops listening
 */
export function onKnock(knocks: string, listener: (wish: Knock) => void): () => void {
  const take = (tell: boolean): void => {
    for (const name of readdirSync(knocks)) {
      if (tell && !name.endsWith('.json')) continue
      const file = join(knocks, name)
      try {
        const wish = v.safeParse(knockSchema, JSON.parse(readFileSync(file, 'utf8')))
        rmSync(file, { force: true })
        if (tell && wish.success) listener(wish.output)
      } catch {
        rmSync(file, { force: true })
      }
    }
  }
  try {
    mkdirSync(knocks, { recursive: true })
    take(false)
    const watcher = watch(knocks, () => take(true))
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch {
    // Without a place to knock at, a second instance can only say that there is a first one.
    return () => undefined
  }
}

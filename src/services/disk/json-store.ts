import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import * as v from 'valibot'
import { isMissing } from './disk-errors.ts'
import { makeInTurn } from './in-turn.ts'
import { keepAside, type KeptAside } from './kept-aside.ts'
import { sweep, writeAtomic, type Open } from './write-atomic.ts'

type Schemas = Readonly<Record<string, v.GenericSchema>>
type Values<S extends Schemas> = { readonly [K in keyof S]: v.InferOutput<S[K]> }

export interface StoreOptions<S extends Schemas> {
  readonly file: string
  readonly schemas: S
  /** What counts where the file says nothing. */
  readonly initial: Values<S>
  readonly now: () => number
  readonly open?: Open | undefined
  /** Only to be looked at, while another process may write it: nothing on the disk is touched, changes stay in memory. */
  readonly readOnly?: boolean
}

/** One small JSON file of ours: an object in memory, written whole whenever it changes. */
export interface Store<T> {
  read(): T
  /** Changes the value at once; resolves when it is on disk, rejects with a `LecternError` where it cannot be (it stays in memory). */
  change(part: Partial<T>): Promise<void>
  /**
   * Sees to it that the file holds what is in memory, if the last write failed or the file is gone since. Rejects like
   * `change`.
   */
  save(): Promise<void>
  /** The damaged file that was found on opening, if any. */
  readonly keptAside: KeptAside | null
}

/** The object in a file, null where there is no file, `damaged` where it is not the JSON of an object. */
async function objectIn(file: string): Promise<Record<string, unknown> | 'damaged' | null> {
  let bytes
  try {
    bytes = await readFile(file)
  } catch (error) {
    return isMissing(error) ? null : 'damaged'
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : 'damaged'
  } catch {
    return 'damaged'
  }
}

/**
 * Opens a JSON file key by key: what is right is taken, keys that are not known (of a newer Lectern) are kept and
 * written back, and a file with anything wrong in it is kept aside. Never rejects.
 */
export async function openStore<S extends Schemas>(options: StoreOptions<S>): Promise<Store<Values<S>>> {
  const { file, schemas, now, readOnly = false } = options
  if (!readOnly) await sweep(dirname(file), basename(file))
  const found = await objectIn(file)
  const object = found === null || found === 'damaged' ? {} : found
  let damaged = found === 'damaged'
  const content: Record<string, unknown> = { ...object }
  for (const [key, schema] of Object.entries(schemas)) {
    const parsed = Object.hasOwn(object, key) ? v.safeParse(schema, object[key]) : null
    if (parsed?.success === false) damaged = true
    content[key] = parsed?.success ? parsed.output : options.initial[key]
  }
  const keptAside = damaged && !readOnly ? await keepAside(file, now()) : null

  let value = content
  let isWritten = found !== null && !damaged
  let holdsSomething = Object.keys(object).length > 0
  const inTurn = makeInTurn()
  let waiting: Promise<void> | null = null
  // Changes during a write share the next one: it writes what is newest by then.
  const write = async (): Promise<void> => {
    if (readOnly) return
    waiting ??= inTurn(async () => {
      waiting = null
      isWritten = false
      await writeAtomic(file, `${JSON.stringify(value, null, 2)}\n`, options.open)
      isWritten = true
    })
    await waiting
  }
  // What was right in a damaged file must outlive this run too; where that fails the next change tries again.
  if (damaged && holdsSomething) await write().catch(() => undefined)
  return {
    keptAside,
    read: () => value as Values<S>,
    change: (part) => {
      value = { ...value, ...part }
      holdsSomething = true
      return write()
    },
    save: async () => {
      const isThere = isWritten && (await stat(file).catch(() => null)) !== null
      if (holdsSomething && !isThere) await write()
    },
  }
}

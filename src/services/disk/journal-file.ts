import { stat, truncate, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isMissing, writeFailure } from './disk-errors.ts'
import { makeFolder } from './make-folder.ts'
import { openPrivate, writeAtomic, type Open } from './write-atomic.ts'

/** A file that this process, and no other, appends to. */
export interface JournalFile {
  /** Bytes that are known to be in it. */
  readonly length: number
  /** False once someone else changed it, or while part of a failed write could not be taken back. */
  isOurs(): Promise<boolean>
  /**
   * Resolves when the text is in the file, where it outlives this process, though a power cut only after `sync`. Rejects
   * with a `LecternError`; then nothing of it is in the file, or, where even that is impossible, it is taken back before
   * anything else is written.
   */
  write(text: string): Promise<void>
  /**
   * As `write`, unless someone else has changed the file: then false, and nothing counts as written. It looks while it
   * writes, as either may take its time on a busy machine.
   */
  writeIfOurs(text: string): Promise<boolean>
  /** Resolves when what was written is on the disk (`fdatasync`). Rejects with a `LecternError`. */
  sync(): Promise<void>
  /** `write` and `sync` as one: where either fails, nothing of the text is in the file, as there. */
  append(text: string): Promise<void>
  close(): Promise<void>
}

/** Takes hold of a file of which `length` bytes are good, the whole of it; 0 where it is not there yet. Nothing is opened yet. */
export function journalFile(file: string, startLength: number, openFile: Open = openPrivate): JournalFile {
  let length = startLength
  let handle: FileHandle | null = null
  let mayHoldPart = false

  async function takeBack(): Promise<void> {
    mayHoldPart = true
    const failed = handle
    handle = null
    await failed?.close().catch(() => undefined)
    // By name: the handle of a disk that was taken away may be of no use. It never makes the file longer.
    const size = await stat(file).then(
      (found) => found.size,
      (error: unknown) => {
        if (length === 0 && isMissing(error)) return 0
        throw error
      },
    )
    if (size > length) await truncate(file, length)
    mayHoldPart = false
  }
  async function write(text: string): Promise<void> {
    try {
      if (mayHoldPart) await takeBack()
      if (handle === null) {
        await makeFolder(dirname(file))
        handle = await openFile(file, 'a')
      }
      await handle.appendFile(text, 'utf8')
      length += Buffer.byteLength(text)
    } catch (error) {
      await takeBack().catch(() => undefined)
      throw writeFailure(error, file)
    }
  }
  const sync = async (): Promise<void> => {
    await handle?.datasync().catch((error: unknown) => {
      throw writeFailure(error, file)
    })
  }
  /** @param coming bytes that are being written */
  async function isOurs(coming = 0): Promise<boolean> {
    if (mayHoldPart) return false
    const least = length
    try {
      const [named, held] = await Promise.all([stat(file), handle?.stat()])
      const isAsLeft = named.size >= least && named.size <= least + coming
      return isAsLeft && (held === undefined || held.ino === named.ino)
    } catch {
      return false
    }
  }
  return {
    get length() {
      return length
    },
    isOurs: () => isOurs(),
    write,
    writeIfOurs: async (text) => {
      // Opening it by its name could be opening another file.
      if (handle === null && !(await isOurs())) return false
      const found = handle === null || isOurs(Buffer.byteLength(text))
      await write(text)
      return found
    },
    sync,
    append: async (text) => {
      const before = length
      await write(text)
      try {
        await sync()
      } catch (error) {
        length = before
        await takeBack().catch(() => undefined)
        throw error
      }
    },
    close: async () => {
      await handle?.close()
      handle = null
    },
  }
}

/** Begins a file with its first lines: it is there with them or not at all, so an empty one is always damaged. */
export async function beginJournalFile(file: string, text: string, openFile?: Open): Promise<JournalFile> {
  await writeAtomic(file, text, openFile)
  return journalFile(file, Buffer.byteLength(text), openFile)
}

/** Cuts what follows the good bytes of a file and takes hold of it. Rejects with a `LecternError`. */
export async function cutJournalFile(file: string, goodLength: number, openFile?: Open): Promise<JournalFile> {
  try {
    await truncate(file, goodLength)
  } catch (error) {
    throw writeFailure(error, file)
  }
  return journalFile(file, goodLength, openFile)
}

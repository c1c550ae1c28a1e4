import { mkdir, stat, truncate, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isMissing, writeFailure } from './disk-errors.ts'
import { openPrivate, privateFolder, writeAtomic, type Open } from './write-atomic.ts'

/** A file that this process, and no other, appends to. */
export interface JournalFile {
  /** Bytes that are known to be in it. */
  readonly length: number
  /** False once someone else changed it, or while part of a failed write could not be taken back. */
  isOurs(): Promise<boolean>
  /**
   * Resolves when the text is on the disk (`fdatasync`). Rejects with a `LecternError`; then nothing of it is in the file,
   * or, where even that is impossible, it is taken back before anything else is written.
   */
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
  return {
    get length() {
      return length
    },
    isOurs: async () => {
      if (mayHoldPart) return false
      try {
        const [named, held] = await Promise.all([stat(file), handle?.stat()])
        return named.size === length && (held === undefined || held.ino === named.ino)
      } catch {
        return false
      }
    },
    append: async (text) => {
      try {
        if (mayHoldPart) await takeBack()
        if (handle === null) {
          await mkdir(dirname(file), { recursive: true, mode: privateFolder })
          handle = await openFile(file, 'a')
        }
        await handle.appendFile(text, 'utf8')
        await handle.datasync()
        length += Buffer.byteLength(text)
      } catch (error) {
        await takeBack().catch(() => undefined)
        throw writeFailure(error, file)
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

import { open, stat, truncate, type FileHandle } from 'node:fs/promises'
import { writeFailure } from '../disk/disk-errors.ts'
import { writeAtomic, type Open } from '../disk/write-atomic.ts'

/** One log that this process, and no other, appends to. */
export interface LogFile {
  /** Bytes that are known to be in it. */
  readonly length: number
  /** False once someone else changed it, or a failed write could not be taken back: then another log is to be begun. */
  isOurs(): Promise<boolean>
  /** Resolves when the text is on the disk. Rejects with a `LecternError`; then nothing of it is in the file. */
  append(text: string): Promise<void>
  close(): Promise<void>
}

/** Takes hold of a log of which `length` bytes are good, the whole of it. Nothing is opened yet. */
export function logFile(file: string, startLength: number, openFile: Open = open): LogFile {
  let length = startLength
  let handle: FileHandle | null = null
  let isBroken = false

  async function takeBack(): Promise<void> {
    const failed = handle
    handle = null
    await failed?.close().catch(() => undefined)
    // By name: the handle of a disk that was taken away may be of no use. It never makes the file longer.
    await stat(file)
      .then(async ({ size }) => {
        if (size > length) await truncate(file, length)
      })
      .catch(() => {
        isBroken = true
      })
  }
  return {
    get length() {
      return length
    },
    isOurs: async () => {
      if (isBroken) return false
      try {
        const [named, held] = await Promise.all([stat(file), handle?.stat()])
        return named.size === length && (held === undefined || held.ino === named.ino)
      } catch {
        return false
      }
    },
    append: async (text) => {
      try {
        handle ??= await openFile(file, 'a')
        await handle.appendFile(text, 'utf8')
        await handle.datasync()
        length += Buffer.byteLength(text)
      } catch (error) {
        await takeBack()
        throw writeFailure(error, file)
      }
    },
    close: async () => {
      await handle?.close()
      handle = null
    },
  }
}

/** Begins a log with its first lines: it is there with them or not at all, so an empty log is always a damaged one. */
export async function beginLogFile(file: string, text: string, openFile?: Open): Promise<LogFile> {
  await writeAtomic(file, text, openFile)
  return logFile(file, Buffer.byteLength(text), openFile)
}

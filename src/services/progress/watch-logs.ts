import { mkdirSync, watch } from 'node:fs'
import { privateFolder } from '../disk/write-atomic.ts'
import { isLogName } from './read-logs.ts'

/** A sync writes a file in several goes; it is read when it has been quiet for so long. */
const quietMs = 200

/**
 * Tells when a log changed that another device writes.
 * @param ownLog the name of the log that this process writes, or null
 * @returns a function that stops watching
 */
export function watchLogs(folder: string, ownLog: () => string | null, tell: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: privateFolder })
    const watcher = watch(folder, (_, name) => {
      if (name !== null && (!isLogName(name) || name === ownLog())) return
      clearTimeout(timer)
      timer = setTimeout(tell, quietMs)
    })
    watcher.on('error', () => watcher.close())
    return () => {
      clearTimeout(timer)
      watcher.close()
    }
  } catch {
    // A folder that cannot be watched is read at the next start.
    return () => undefined
  }
}

import { watch, type FSWatcher } from 'node:fs'
import { makeFolder } from '../disk/make-folder.ts'
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
  let watcher: FSWatcher | null = null
  let isStopped = false

  const begin = (): void => {
    if (isStopped) return
    watcher = watch(folder, (_, name) => {
      if (name !== null && (!isLogName(name) || name === ownLog())) return
      clearTimeout(timer)
      timer = setTimeout(tell, quietMs)
    })
    watcher.on('error', () => watcher?.close())
  }
  try {
    begin()
  } catch {
    // What cannot be made or watched is read at the next start.
    void makeFolder(folder)
      .then(begin)
      .catch(() => undefined)
  }
  return () => {
    isStopped = true
    clearTimeout(timer)
    watcher?.close()
  }
}

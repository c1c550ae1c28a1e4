import { statSync, watch, type FSWatcher, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { makeFolder } from '../disk/make-folder.ts'
import { isLogName } from './read-logs.ts'

/** A sync writes a file in several goes; it is read when it has been quiet for so long. */
const quietMs = 200
/** A folder that is taken away tells that of itself at best, and nothing of the one that comes in its place. */
const usualLookMs = 2000

/** Tells two folders apart that stand at one path after each other. A number alone may be given again. */
const idOf = ({ dev, ino, birthtimeMs }: Stats): string => `${dev} ${ino} ${birthtimeMs}`

/**
 * Tells when a log changed that another device writes, also once the folder was away and is back.
 * @param ownLog the name of the log that this process writes, or null
 * @param lookMs how often it is looked whether the folder is still the one that is watched
 * @returns a function that stops watching
 */
export function watchLogs(
  folder: string,
  ownLog: () => string | null,
  tell: () => void,
  lookMs = usualLookMs,
): () => void {
  let timer: NodeJS.Timeout | undefined
  let watched: { readonly watcher: FSWatcher; readonly id: string } | null = null
  let isStopped = false
  let isLooking = false

  const changed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(tell, quietMs)
  }
  const leave = (): void => {
    watched?.watcher.close()
    watched = null
  }
  /** Throws where it cannot be watched. */
  const begin = (id: string): void => {
    const watcher = watch(folder, (_, name) => {
      if (name === null || (isLogName(name) && name !== ownLog())) changed()
    })
    watcher.on('error', leave)
    watched = { watcher, id }
  }
  async function look(): Promise<void> {
    const id = await stat(folder).then(idOf, () => null)
    if (isStopped || id === (watched?.id ?? null)) return
    leave()
    if (id === null) return
    begin(id)
    // What came before it was watched.
    changed()
  }
  const lookAgain = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    // What cannot be watched now may be with the next look.
    await look().catch(() => undefined)
    isLooking = false
  }

  try {
    begin(idOf(statSync(folder)))
  } catch {
    void makeFolder(folder)
      .then(lookAgain)
      .catch(() => undefined)
  }
  const looks = setInterval(() => void lookAgain(), lookMs)
  // To watch is no reason to go on.
  looks.unref()
  return () => {
    isStopped = true
    clearInterval(looks)
    clearTimeout(timer)
    leave()
  }
}

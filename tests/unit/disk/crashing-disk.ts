import { open, type FileHandle } from 'node:fs/promises'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'

/** How much of what was written and not yet synced reaches the disk when the power fails. */
const parts = [0, 0.5, 1]
const never = new Promise<never>(() => undefined)

/**
 * A disk that loses its power with the `deadly` thing that is done to a file: opening, writing, syncing or closing it.
 * That call and all after it never return, as for a process that is gone; what follows a close, such as renaming, is not
 * done. Of what was not synced only a part is left.
 */
function crashingDisk(deadly: number, part: number) {
  let count = 0
  let hasLost = false
  let die = (): void => undefined
  const dead = new Promise<'dead'>((resolve) => (die = () => resolve('dead')))
  const files = new Set<{ readonly handle: FileHandle; written: number; synced: number }>()

  const lose = async (file: { readonly handle: FileHandle; written: number; synced: number }): Promise<void> => {
    if (file.written === file.synced) return
    hasLost = true
    await file.handle.truncate(file.synced + Math.floor((file.written - file.synced) * part))
  }
  async function reach<T>(act: () => Promise<T>): Promise<T> {
    count += 1
    if (count < deadly) return act()
    if (count > deadly) return never
    await act()
    for (const file of files) await lose(file)
    die()
    return never
  }
  const openFile: Open = (path, flags) =>
    reach(async () => {
      const handle = await open(path, flags)
      const { size } = await handle.stat()
      const file = { handle, written: size, synced: size }
      files.add(file)
      const write = (content: string | Uint8Array): Promise<void> =>
        reach(async () => {
          await handle.appendFile(content)
          file.written += Buffer.byteLength(content)
        })
      /** A sync that the power fails in has not come to its end. */
      const sync = (act: () => Promise<void>) => (): Promise<void> =>
        reach(async () => {
          if (count === deadly) return
          // What is written meanwhile is not in it.
          const { written } = file
          await act()
          file.synced = Math.max(file.synced, written)
        })
      const changed: Partial<FileHandle> = {
        appendFile: write as FileHandle['appendFile'],
        writeFile: write as FileHandle['writeFile'],
        sync: sync(() => handle.sync()),
        datasync: sync(() => handle.datasync()),
        truncate: (length) =>
          reach(async () => {
            await handle.truncate(length)
            file.written = file.synced = length ?? 0
          }),
        close: () =>
          reach(async () => {
            await lose(file)
            files.delete(file)
            await handle.close()
          }),
      }
      return new Proxy(handle, {
        get: (target, name) => {
          const value: unknown = Reflect.get(changed, name) ?? Reflect.get(target, name, target)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value
        },
      })
    })
  return {
    open: openFile,
    dead,
    hasLost: () => hasLost,
    /** Lets go of what the dead process held. */
    end: () => Promise.all([...files].map(({ handle }) => handle.close())),
  }
}

/**
 * Does some work again and again, each time in a new folder, and lets it die at the next thing it does to a file, until
 * it comes to its end; where something was not synced yet, with nothing, half and all of that on the disk.
 * @param work gets the folder and how to open files
 * @param check looks at the folder after each death, and at the end
 * @returns in how many places it died
 */
export async function dieEverywhere<T>(
  begin: () => T,
  work: (folder: string, open: Open, known: T) => Promise<void>,
  check: (folder: string, known: T) => Promise<void>,
): Promise<number> {
  let places = 0
  for (let deadly = 1; ; deadly += 1) {
    for (const part of parts) {
      const folder = await temporaryFolder()
      const disk = crashingDisk(deadly, part)
      const known = begin()
      const outcome = await Promise.race([work(folder, disk.open, known), disk.dead])
      await disk.end()
      await check(folder, known)
      if (outcome !== 'dead') return places
      places += 1
      if (!disk.hasLost()) break
    }
  }
}

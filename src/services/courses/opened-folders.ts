import * as v from 'valibot'
import { openStore } from '../disk/json-store.ts'
import type { KeptAside } from '../disk/kept-aside.ts'
import type { Open } from '../disk/write-atomic.ts'

const recentKept = 12

export interface Folders {
  /** Folders that are courses of the library, oldest first. */
  opened(): readonly string[]
  /** Folders that were taken out, newest first. */
  recent(): readonly string[]
  open(folders: readonly string[]): Promise<void>
  close(folder: string): Promise<void>
  forget(folder: string): Promise<void>
  /** A folder is another one now: it moved. */
  replace(folder: string, by: string): Promise<void>
  /** See `Store.save`. */
  save(): Promise<void>
  readonly keptAside: KeptAside | null
}

const paths = v.array(v.pipe(v.string(), v.minLength(1)))

/** The folders that the person opened. Changes count at once; their promises tell when they are on disk. */
export async function openFolders(file: string, now: () => number, open?: Open): Promise<Folders> {
  const store = await openStore({
    file,
    schemas: { opened: paths, recent: paths },
    initial: { opened: [], recent: [] },
    now,
    open,
  })
  const change = (opened: Iterable<string>, recent: Iterable<string>): Promise<void> => {
    const kept = new Set(opened)
    return store.change({
      opened: [...kept],
      recent: [...new Set(recent)].filter((path) => !kept.has(path)).slice(0, recentKept),
    })
  }
  return {
    keptAside: store.keptAside,
    save: () => store.save(),
    opened: () => store.read().opened,
    recent: () => store.read().recent,
    open: (folders) => change([...store.read().opened, ...folders], store.read().recent),
    close: (folder) =>
      change(
        store.read().opened.filter((path) => path !== folder),
        [folder, ...store.read().recent],
      ),
    replace: (folder, by) => {
      const moved = (paths: readonly string[]): string[] => paths.map((path) => (path === folder ? by : path))
      return change(moved(store.read().opened), moved(store.read().recent))
    },
    forget: (folder) =>
      change(
        store.read().opened,
        store.read().recent.filter((path) => path !== folder),
      ),
  }
}

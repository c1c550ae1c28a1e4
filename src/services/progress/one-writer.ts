import type { Home } from '../disk/home.ts'
import { tightenHome } from '../disk/tighten-home.ts'
import { firstInstance } from '../instance/first-instance.ts'
import { inUse } from '../instance/in-use.ts'

/**
 * Does something that writes a data folder from outside of the app, as the only process meanwhile.
 * Rejects with the `LecternError` `busy` while Lectern runs on that folder, whatever `work` rejects with, and
 * otherwise as `firstInstance` does.
 */
export async function asOnlyWriter<T>(home: Home, work: () => Promise<T>): Promise<T> {
  const instance = await firstInstance(home.lock)
  if (!instance.isFirst) throw inUse(instance.holder, home.folder)
  try {
    await tightenHome(home)
    return await work()
  } finally {
    await instance.release()
  }
}

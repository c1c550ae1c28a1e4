import { LecternError } from '../../contract/failure.ts'
import type { Home } from '../disk/home.ts'
import { takeLock } from '../instance/lock.ts'

/**
 * Does something that writes a data folder from outside of the app, and holds the folder's lock meanwhile.
 * Rejects with the `LecternError` `busy` while Lectern runs on that folder, whatever `work` rejects with, and
 * `cannot-write` where the folder cannot be written.
 */
export async function asOnlyWriter<T>(home: Home, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(home.lock)
  if (!lock.held)
    throw new LecternError('busy', {
      ko: `Lectern이 이 폴더를 쓰고 있어요(프로세스 ${lock.owner.pid}). 닫은 뒤 다시 하거나, 열려 있는 Lectern에서 복습해 주세요: ${home.folder}`,
      en: `Lectern is using this folder (process ${lock.owner.pid}). Close it first, or review in its window: ${home.folder}`,
    })
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

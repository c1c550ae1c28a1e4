import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { makeFolder } from './make-folder.ts'
import { makeOwnPlace, sweepOwnPlaces } from './own-place.ts'

const prefix = 'lectern-profile'

/** A folder that can be written, made where it is missing; where that cannot be, a new one that is only for this run. */
export async function folderOrTemporary(
  folder: string,
): Promise<{ readonly folder: string; readonly isTemporary: boolean }> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
    return { folder, isTemporary: false }
  } catch {
    await sweepOwnPlaces(tmpdir(), prefix)
    return { folder: await makeOwnPlace(tmpdir(), prefix), isTemporary: true }
  }
}

import { lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { writeFailure } from '../disk/disk-errors.ts'

/** Where a process may find a folder for its sockets. */
export interface SocketSystem {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly uid: number
  readonly tmpdir: string
}

/** macOS gives an address 104 bytes, the zero at its end included; Linux 108. */
const longestAddress = 103
/** What is to be added to the folder: `/NAME.XXXXXX/XXXXXX`. */
const addressInFolder = 1 + 16 + 7 + 7

const unsafe = (folder: string): LecternError =>
  new LecternError('refused', {
    ko: `이 폴더는 다른 사람도 쓸 수 있어서 쓰지 않아요. 지우거나, XDG_RUNTIME_DIR에 나만 쓸 수 있는 폴더를 알려 주세요: ${folder}`,
    en: `Others can write to this folder, so it is not used. Remove it, or name a folder that is only yours in XDG_RUNTIME_DIR: ${folder}`,
  })

/** Whether a folder, not a link to one, is this person's and nobody else may look into it. */
async function isPrivate(folder: string, uid: number): Promise<boolean> {
  const stats = await lstat(folder).catch(() => null)
  return stats?.isDirectory() === true && stats.uid === uid && (stats.mode & 0o077) === 0
}

const fits = (folder: string): boolean => Buffer.byteLength(folder) + addressInFolder <= longestAddress

/** Makes a folder; `'unsafe'` where something is there already that others may have made. */
async function make(folder: string, uid: number): Promise<'made' | 'unsafe' | { readonly error: unknown }> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return { error }
  }
  return (await isPrivate(folder, uid)) ? 'made' : 'unsafe'
}

const thisSystem = (): SocketSystem => ({ env: process.env, uid: process.getuid?.() ?? 0, tmpdir: tmpdir() })

/**
 * The folder of this person's sockets, made where it is missing: in `XDG_RUNTIME_DIR`, which must be theirs alone by
 * the XDG rules, else one of their own in the temporary folder. Not in the data folder, whose path may be too long and
 * whose disk may be read-only or know no sockets.
 * Rejects with a `LecternError`: `refused` where others may write to it, `cannot-write` where none can be made.
 */
export async function socketFolder(system: SocketSystem = thisSystem()): Promise<string> {
  const { env, uid } = system
  const runtime = env['XDG_RUNTIME_DIR'] ?? ''
  const ofRuntime = posix.isAbsolute(runtime) && (await isPrivate(runtime, uid)) ? [join(runtime, 'lectern')] : []
  // The second one is for a TMPDIR that is too long or gone.
  const ofTemporary = [system.tmpdir, '/tmp'].map((folder) => join(folder, `lectern-${uid}`))
  let trouble: unknown = new Error('no path is short enough for a socket')
  for (const folder of [...ofRuntime, ...ofTemporary].filter(fits)) {
    const made = await make(folder, uid)
    if (made === 'made') return folder
    if (made === 'unsafe') throw unsafe(folder)
    trouble = made.error
  }
  throw writeFailure(trouble, ofTemporary[0] ?? '')
}

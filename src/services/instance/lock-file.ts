/**
 * The lock file in a data folder, which was all there was before the socket. It is still read and written: a version
 * from before must see that a newer one runs, and the other way round; and two processes whose sockets lie in different
 * folders (one has no `XDG_RUNTIME_DIR`) find each other by it.
 */
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { isMissing } from '../disk/disk-errors.ts'
import { isProcessAlive } from '../disk/process-alive.ts'

const ownerSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  startedAtMs: v.number(),
  birth: v.string(),
  /** Where the process can be asked; versions from before the socket neither write nor read it. */
  socket: v.exactOptional(v.string()),
})

/** The process that a lock file names. */
export type LockOwner = v.InferOutput<typeof ownerSchema>

export interface HeldLock {
  readonly isHeld: true
  /**
   * Writes the file again where it is gone, was left behind, or names another socket. Gives the other living process that
   * stands in it, which came by without seeing this one; of the two the one that began first stands there afterwards.
   * Never rejects.
   */
  look(socket: string): Promise<LockOwner | null>
  release(): Promise<void>
}

export type LockFile = HeldLock | { readonly isHeld: false; readonly owner: LockOwner }

/** What is to be written, and how to know that the process at a socket is dead, whatever its number says. */
export interface LockOptions {
  readonly startedAtMs: number
  readonly socket: string
  readonly isDead: (socket: string) => Promise<boolean>
}

/**
 * Tells two processes with the same number apart, where the system lets us: on Linux by the boot and the time of
 * birth in it, elsewhere empty.
 */
async function birthOf(pid: number): Promise<string> {
  try {
    const [boot, status] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ])
    // The 22nd field (proc(5)); the second one, the name, may hold spaces and brackets of its own.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    return `${boot.trim()} ${fields[19] ?? ''}`
  } catch {
    return ''
  }
}

async function ownerIn(file: string): Promise<LockOwner | null> {
  try {
    return v.parse(ownerSchema, JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

/** The living process that a lock file names, or null where the lock was left behind. */
async function livingOwner(file: string, isDead: LockOptions['isDead']): Promise<LockOwner | null> {
  const owner = await ownerIn(file)
  if (!owner || !isProcessAlive(owner.pid)) return null
  const bootedAtMs = Date.now() - uptime() * 1000
  if (owner.startedAtMs < bootedAtMs - 60_000) return null
  const birth = await birthOf(owner.pid)
  if (birth !== '' && owner.birth !== '' && birth !== owner.birth) return null
  return owner.socket !== undefined && (await isDead(owner.socket)) ? null : owner
}

/** Makes a file that was not there, with its content; false where it was. */
async function make(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const ageMs = async (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    (error: unknown) => (isMissing(error) ? 0 : Infinity),
  )

/** Holds `FILE.taking`, as versions from before do: whoever judges a lock to be left behind must be alone with it. */
async function whileTaking<T>(file: string, text: string, work: () => Promise<T>): Promise<T> {
  const taking = `${file}.taking`
  while (!(await make(taking, text))) {
    const isLeftBehind = !(await livingOwner(taking, () => Promise.resolve(false))) && (await ageMs(taking)) > 1000
    if (isLeftBehind) await rm(taking, { force: true })
    else await wait(20)
  }
  try {
    return await work()
  } finally {
    await rm(taking, { force: true })
  }
}

/**
 * Writes a lock file, if no other living process is named in it. Where it cannot be written, as on a read-only disk, the
 * socket is enough.
 */
export async function takeLockFile(file: string, { startedAtMs, socket, isDead }: LockOptions): Promise<LockFile> {
  const birth = await birthOf(process.pid)
  const textFor = (at: string): string => JSON.stringify({ pid: process.pid, startedAtMs, birth, socket: at })
  let text = textFor(socket)
  const read = (): Promise<string> => readFile(file, 'utf8').catch(() => '')
  const otherOwner = async (): Promise<LockOwner | null> => {
    const owner = await livingOwner(file, isDead)
    return owner?.pid === process.pid ? null : owner
  }
  /** Writes the file unless another process is named in it, which is given, and `givesWay` to that one. */
  const write = async (givesWay: (owner: LockOwner) => boolean): Promise<LockOwner | null> => {
    try {
      return await whileTaking(file, text, async () => {
        const owner = await otherOwner()
        if (owner !== null && givesWay(owner)) return owner
        await rm(file, { force: true })
        await make(file, text)
        return owner
      })
    } catch {
      return otherOwner()
    }
  }

  const owner = await write(() => true)
  if (owner !== null) return { isHeld: false, owner }
  return {
    isHeld: true,
    look: async (at) => {
      text = textFor(at)
      return (await read()) === text ? null : write((other) => other.startedAtMs <= startedAtMs)
    },
    release: async () => {
      if ((await read()) === text) await rm(file, { force: true })
    },
  }
}

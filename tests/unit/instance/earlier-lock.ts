/**
 * How versions before the socket held a data folder, as they did it: people who go back to one, or have one running,
 * must find it getting along with the present one. Never mended; it goes when nobody has such a version any more.
 */
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { uptime } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'

const ownerSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  startedAtMs: v.number(),
  birth: v.string(),
})

/** The process that holds a data folder. */
export interface LockOwner {
  readonly pid: number
  /** When it took the lock (ms since 1970). */
  readonly startedAtMs: number
}

export type Lock =
  { readonly held: true; release(): Promise<void> } | { readonly held: false; readonly owner: LockOwner }

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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It exists but belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function ownerIn(file: string): Promise<v.InferOutput<typeof ownerSchema> | null> {
  try {
    return v.parse(ownerSchema, JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

/** The living process that a lock file names, or null where the lock was left behind. */
async function livingOwner(file: string): Promise<LockOwner | null> {
  const owner = await ownerIn(file)
  if (!owner || !isAlive(owner.pid)) return null
  const bootedAtMs = Date.now() - uptime() * 1000
  if (owner.startedAtMs < bootedAtMs - 60_000) return null
  const birth = await birthOf(owner.pid)
  if (birth !== '' && owner.birth !== '' && birth !== owner.birth) return null
  return { pid: owner.pid, startedAtMs: owner.startedAtMs }
}

/** Makes a file that was not there, with its content; false where it was. */
async function make(file: string, text: string): Promise<boolean> {
  let handle
  try {
    handle = await open(file, 'wx')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
  return true
}

const ageMs = async (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )

/**
 * Takes a lock file, so that one process at a time writes a data folder; a lock left behind by a process that died is
 * taken over. Rejects with a `LecternError` where the folder cannot be written.
 */
export async function takeLock(file: string): Promise<Lock> {
  const text = JSON.stringify({ pid: process.pid, startedAtMs: Date.now(), birth: await birthOf(process.pid) })
  const taking = `${file}.taking`
  await mkdir(dirname(file), { recursive: true })
  for (;;) {
    // Whoever judges a lock to be left behind must be alone with it, or it would take away a lock made meanwhile.
    if (!(await make(taking, text))) {
      if (!(await livingOwner(taking)) && (await ageMs(taking)) > 1000) await rm(taking, { force: true })
      else await wait(20)
      continue
    }
    try {
      const owner = await livingOwner(file)
      if (owner && owner.pid !== process.pid) return { held: false, owner }
      await rm(file, { force: true })
      await make(file, text)
      return {
        held: true,
        release: async () => {
          if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true })
        },
      }
    } finally {
      await rm(taking, { force: true })
    }
  }
}

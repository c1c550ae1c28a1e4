import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { minuteMs } from '../../core/words/units-of-time.ts'
import { writeFailure } from '../disk/disk-errors.ts'
import { sweep, writeAtomic, type Open } from '../disk/write-atomic.ts'
import { parseLogInTurns } from './parse-log.ts'
import { isLogName, logNames } from './read-logs.ts'
import { stageRestore } from './restore.ts'
import { backupsToKeep } from './thinning.ts'
import { openZip, packZip, sizesInZip } from './zip.ts'

/** While someone reviews, a backup is made at most so often. */
const activeMs = 30 * minuteMs

export interface Backup {
  /** `backup-2026-11-24T09-30-00-000Z.zip` */
  readonly name: string
  /** When it was made (ms since 1970). */
  readonly at: number
  readonly bytes: number
}

/** Copies of all logs, each a ZIP file in `backups`. */
export interface Backups {
  /** The newest first. */
  list(): Promise<readonly Backup[]>
  /** Makes a backup unless nothing changed since the last; resolves with it, or null. Rejects with a `LecternError`. */
  make(): Promise<Backup | null>
  /** As `make`, but at most every 30 minutes: to be called after every event. */
  afterEvent(): Promise<Backup | null>
  /**
   * Makes ready to put the logs of a backup in the place of the present ones, which are backed up before; `finishRestore`
   * does the rest. Rejects with a `LecternError` where the backup is no good; then nothing is changed.
   */
  stage(name: string): Promise<void>
}

const namePattern = /^backup-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.zip$/
const nameAt = (at: number): string => `backup-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}.zip`
const timeOf = (name: string): number => {
  const [, date, hours, minutes, seconds, ms] = namePattern.exec(name) ?? []
  return Date.parse(`${date ?? ''}T${hours ?? ''}:${minutes ?? ''}:${seconds ?? ''}.${ms ?? ''}Z`)
}

/** All logs of a folder, each up to the end of its last line: what follows is only being written. */
export async function wholeLogs(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const logs = new Map<string, Uint8Array>()
  for (const name of await logNames(folder)) {
    const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0))
    if (bytes.includes(0x0a)) logs.set(name, bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1))
  }
  return logs
}

/** What tells whether logs changed: they only ever grow. */
const signOf = (sizes: Iterable<readonly [string, number]>): string => JSON.stringify([...sizes].sort())

/** A damaged backup stands for nothing: another is made. */
const signOfZip = (file: string): Promise<string> => sizesInZip(file, file).then(signOf, () => '')

/** The backups of a folder `progress`. */
export function openBackups(folder: string, now: () => number, open?: Open): Backups {
  const place = join(folder, 'backups')
  let lastSign: string | null = null
  let lastAt: number | null = null

  const list = async (): Promise<readonly Backup[]> => {
    const found: Backup[] = []
    for (const name of await readdir(place).catch(() => [])) {
      const at = timeOf(name)
      if (Number.isNaN(at)) continue
      const size = await stat(join(place, name)).then(
        (stats) => stats.size,
        () => null,
      )
      if (size !== null) found.push({ name, at, bytes: size })
    }
    return found.sort((a, b) => b.at - a.at)
  }

  const thin = async (): Promise<void> => {
    const all = await list()
    const keep = backupsToKeep(
      all.map(({ at }) => at),
      now(),
    )
    for (const { name, at } of all)
      if (!keep.has(at)) await rm(join(place, name), { force: true }).catch(() => undefined)
  }

  const make = async (): Promise<Backup | null> => {
    try {
      await sweep(place)
      const logs = await wholeLogs(folder)
      if (logs.size === 0) return null
      const all = await list()
      const [newest] = all
      lastSign ??= newest ? await signOfZip(join(place, newest.name)) : ''
      const sign = signOf([...logs].map(([name, { length }]) => [name, length] as const))
      if (sign === lastSign) return null
      // After a clock that was set back, the newest by name is still the newest made.
      let at = Math.max(0, Math.floor(now()))
      while (all.some((other) => other.at === at)) at += 1
      const bytes = await packZip(logs, at)
      await writeAtomic(join(place, nameAt(at)), bytes, open)
      lastSign = sign
      lastAt = now()
      await thin()
      return { name: nameAt(at), at, bytes: bytes.length }
    } catch (error) {
      throw writeFailure(error, place)
    }
  }

  return {
    list,
    make,
    afterEvent: async () => {
      lastAt ??= (await list())[0]?.at ?? 0
      // A clock that was set back must not put backups off.
      return Math.abs(now() - lastAt) < activeMs ? null : make()
    },
    stage: async (name) => {
      const missing = { ko: `그런 백업이 없어요: ${name}`, en: `There is no such backup: ${name}` }
      if (!namePattern.test(name)) throw new LecternError('not-found', missing)
      const logs = await openZip(join(place, name), name, isLogName).catch((error: unknown) => {
        const isThere = error instanceof LecternError && error.failure.code === 'bad-request'
        throw isThere ? error : new LecternError('not-found', missing, { cause: error })
      })
      let events = 0
      for (const log of logs.values()) events += (await parseLogInTurns(log)).events.length
      if (events === 0)
        throw new LecternError('bad-request', {
          ko: `백업에 읽을 수 있는 복습 기록이 없어요: ${name}`,
          en: `This backup holds no reviews that can be read: ${name}`,
        })
      await make()
      await stageRestore(folder, logs, open)
      lastSign = ''
    },
  }
}

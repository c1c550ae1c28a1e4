import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from '../disk/disk-errors.ts'
import { parseLog, type ParsedLog } from './parse-log.ts'

const inName = String.raw`[^/\\:*?"<>|\p{Cc}]`
/**
 * The name of a log, or of the copy of one that a sync put beside it where it met two versions: `log-X (conflicted copy
 * 2026-12-01).jsonl`, `log-X.sync-conflict-….jsonl`, `log-X 2.jsonl`, `log-X-KIMS-PC.jsonl`, `log-X.jsonl.conflict1`.
 * What such a copy holds is as good as any other log: every line has its checksum, and every event its id. No name leads
 * out of the folder.
 */
const logPattern = new RegExp(String.raw`^log-${inName}+\.jsonl(?:${inName}*[Cc]onflict${inName}*)?$`, 'u')

/** The name of a device's log. */
export const logName = (device: string): string => `log-${device}.jsonl`
/** Whether a file's name is that of a log. */
export const isLogName = (name: string): boolean => logPattern.test(name)

export interface ReadLog {
  readonly name: string
  readonly bytes: number
  /** What tells that the file changed. */
  readonly stamp: string
  /** Null where it cannot be read. */
  readonly parsed: ParsedLog | null
}

/** The names of all logs of a folder, sorted. */
export async function logNames(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).filter(isLogName).sort()
}

async function readOne(folder: string, name: string, known: ReadLog | undefined): Promise<ReadLog | null> {
  const file = join(folder, name)
  try {
    const { size, mtimeMs, ino } = await stat(file)
    const stamp = `${size} ${mtimeMs} ${ino}`
    if (known?.stamp === stamp) return known
    const bytes = await readFile(file)
    return { name, bytes: bytes.length, stamp, parsed: parseLog(bytes) }
  } catch (error) {
    return isMissing(error) ? null : { name, bytes: 0, stamp: '', parsed: null }
  }
}

/** Reads all logs of a folder, those that did not change since `known` not again. Never rejects, changes nothing. */
export async function readLogs(folder: string, known: readonly ReadLog[] = []): Promise<readonly ReadLog[]> {
  const logs: ReadLog[] = []
  for (const name of await logNames(folder)) {
    const log = await readOne(
      folder,
      name,
      known.find((other) => other.name === name),
    )
    if (log) logs.push(log)
  }
  return logs
}

import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { LecternError } from '../../contract/failure.ts'
import type { Home } from '../disk/home.ts'
import { writeExport, type Open } from '../disk/write-atomic.ts'
import { wholeLogs } from './backups.ts'
import { parseLogInTurns, type ParsedLog } from './parse-log.ts'
import { isLogName } from './read-logs.ts'
import { openZip, packZip } from './zip.ts'

const manifestSchema = v.looseObject({
  format: v.literal('lectern-archive'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
const version = 1
const manifestName = 'manifest.json'
const identityName = 'progress/identity.json'
const logFolder = 'progress/'

/** What an archive brings. */
export interface Archive {
  readonly logs: readonly ParsedLog[]
  /** The text of its index of questions, or null. */
  readonly identity: string | null
}

/**
 * Writes everything of a person as one ZIP file: logs, settings, last places, the index of questions, and a manifest.
 * Rejects with a `LecternError`.
 */
export async function writeArchive(home: Home, file: string, at: number, open?: Open): Promise<void> {
  const files = new Map<string, Uint8Array>()
  const manifest = { format: 'lectern-archive', version, at: new Date(at).toISOString() }
  files.set(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  for (const [name, bytes] of await wholeLogs(home.progress)) files.set(logFolder + name, bytes)
  for (const [name, path] of [
    ['settings.json', home.settings],
    ['positions.json', home.positions],
    [identityName, join(home.progress, 'identity.json')],
  ] as const) {
    const bytes = await readFile(path).catch(() => null)
    if (bytes) files.set(name, bytes)
  }
  await writeExport(file, await packZip(files, at), open)
}

const isLog = (path: string): boolean => path.startsWith(logFolder) && isLogName(path.slice(logFolder.length))

function checkManifest(bytes: Buffer | undefined, name: string): void {
  const refuse = (ko: string, en: string, cause?: unknown): never => {
    throw new LecternError('bad-request', { ko: `${name}: ${ko}`, en: `${name}: ${en}` }, { cause })
  }
  let manifest
  try {
    manifest = v.parse(manifestSchema, JSON.parse(bytes?.toString() ?? ''))
  } catch (error) {
    return refuse('Lectern에서 내보낸 파일이 아니에요.', 'Lectern did not export this file.', error)
  }
  if (manifest.version > version)
    refuse(
      '더 새로운 Lectern에서 내보낸 파일이에요. Lectern을 새 버전으로 올려 주세요.',
      'a newer Lectern exported this file. Update Lectern first.',
    )
}

/**
 * Reads an archive and changes nothing. Rejects with a `LecternError`: `bad-request` for what Lectern did not export, is
 * torn, or would write outside; `not-found` or `unreadable` where the file cannot be read.
 */
export async function readArchive(file: string): Promise<Archive> {
  const name = basename(file)
  const files = await openZip(file, name, (path) => path === manifestName || path === identityName || isLog(path))
  checkManifest(files.get(manifestName), name)
  const logs: ParsedLog[] = []
  for (const [path, log] of files) if (isLog(path)) logs.push(await parseLogInTurns(log))
  // Logs are exported line by line, so one that ends within a line lost its end later.
  if (logs.some(({ tail }) => tail !== 'clean'))
    throw new LecternError('bad-request', {
      ko: `${name}: 복습 기록이 중간에서 끊긴 파일이에요. 다시 내보내 주세요.`,
      en: `${name}: its reviews end in the middle of a line. Export it again.`,
    })
  const identity = files.get(identityName)
  return { logs, identity: identity?.toString() ?? null }
}

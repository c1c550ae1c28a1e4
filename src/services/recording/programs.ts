import { accessSync, constants, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { problems } from './problems.ts'

/** The path of a program, looked for as a shell does and where daemons are installed; null where it is not there. */
export function findProgram(name: string, env: NodeJS.ProcessEnv): string | null {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/local/sbin']
  for (const folder of folders) {
    if (folder === '') continue
    const file = join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      if (statSync(file).isFile()) return file
    } catch {
      // Not here.
    }
  }
  return null
}

/** Rejects with a `LecternError` that names the programs which are missing. */
export function needPrograms(names: readonly string[], env: NodeJS.ProcessEnv): void {
  const missing = names.filter((name) => findProgram(name, env) === null)
  if (missing.length > 0) throw problems.noProgram(missing.join(', '))
}

/** Whether a file is a program of Linux that needs no libraries: ELF without an interpreter (elf(5), PT_INTERP). */
async function isStatic(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(64)
    await handle.read(head, 0, 64, 0)
    const isElf64 = head.toString('latin1', 0, 4) === '\x7fELF' && head[4] === 2 && head[5] === 1
    if (!isElf64) return false
    const [at, size, count] = [Number(head.readBigUInt64LE(32)), head.readUInt16LE(54), head.readUInt16LE(56)]
    const table = Buffer.alloc(size * count)
    await handle.read(table, 0, table.length, at)
    const interpreter = 3
    return !Array.from({ length: count }, (_, i) => table.readUInt32LE(i * size)).includes(interpreter)
  } finally {
    await handle.close()
  }
}

/** The busybox that images are made of: `LECTERN_BUSYBOX`, else the first one on the path that needs no libraries. */
export async function findBusybox(env: NodeJS.ProcessEnv): Promise<string> {
  const candidates = [env['LECTERN_BUSYBOX'], findProgram('busybox', env), '/bin/busybox', '/usr/bin/busybox']
  for (const file of candidates) {
    if (file && (await isStatic(file).catch(() => false))) return file
  }
  throw problems.noBusybox()
}

import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A program of Linux without an interpreter, as far as its headers tell. */
export function staticProgram(): Buffer {
  const head = Buffer.alloc(64)
  head.write('\x7fELF', 'latin1')
  head[4] = 2
  head[5] = 1
  head.writeBigUInt64LE(64n, 32)
  head.writeUInt16LE(56, 54)
  return head
}

/** Puts stand-ins for docker, docker-registry and busybox into a folder, and gives the variables to run with. */
export async function fakePrograms(
  folder: string,
  names: readonly ('docker' | 'registry' | 'busybox')[] = ['docker', 'registry', 'busybox'],
): Promise<NodeJS.ProcessEnv> {
  await mkdir(folder, { recursive: true })
  const scripts = { docker: 'fake-docker.mjs', registry: 'fake-registry.mjs' }
  for (const name of names) {
    const file = join(folder, name === 'registry' ? 'docker-registry' : name)
    const script = name === 'busybox' ? '' : join(import.meta.dirname, scripts[name])
    await writeFile(
      file,
      name === 'busybox' ? staticProgram() : `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`,
    )
    await chmod(file, 0o755)
  }
  return { PATH: `${folder}:/usr/bin:/bin` }
}

import { copyFile, mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnMark } from './own-objects.ts'
import type { Names } from './scenario.ts'

/**
 * Writes the build contexts of our images anew. The label comes first in the base image, so that every image and every
 * container of the build has it. `age` sets the files' time: an engine remembers which layers it has pushed where, and
 * layers of other times are other layers.
 */
export async function writeContexts(
  names: Names,
  busybox: string,
  { label, value }: OwnMark,
  age: number,
): Promise<void> {
  await rm(names.contexts, { recursive: true, force: true })
  const base = join(names.contexts, 'busybox')
  const app = join(names.contexts, 'app-a')
  await mkdir(base, { recursive: true })
  await mkdir(app, { recursive: true })
  await copyFile(busybox, join(base, 'busybox'))
  await writeFile(
    join(base, 'Dockerfile'),
    `FROM scratch\nLABEL ${label}=${value}\nCOPY busybox /bin/busybox\nRUN ["/bin/busybox","--install","-s","/bin"]\nCMD ["sh"]\n`,
  )
  await writeFile(
    join(app, 'Dockerfile'),
    `FROM ${names.busybox}\nRUN mkdir /www && echo "hello from a" > /www/index.html\nCOPY config.txt /etc/app.conf\nEXPOSE 8080\nCMD ["httpd","-f","-p","8080","-h","/www"]\n`,
  )
  await writeFile(join(app, 'config.txt'), 'colour=blue\n')
  const time = new Date(Date.now() - age * 2000)
  for (const file of [join(base, 'busybox'), join(app, 'config.txt')]) await utimes(file, time, time)
}

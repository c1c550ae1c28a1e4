import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeContexts } from '../../../src/services/recording/contexts.ts'
import { namesFor } from '../../../src/services/recording/scenario.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const mark = { label: 'lectern.record', value: 'user-0', prefix: 'lectern-' }

async function given() {
  const folder = await temporaryFolder()
  const busybox = join(folder, 'the-busybox')
  await writeFile(busybox, 'a program')
  const contexts = join(folder, 'contexts')
  const names = namesFor('lectern-', '127.0.0.1:5000', { contexts, work: join(folder, 'work') })
  const write = (age = 0) => writeContexts(names, busybox, mark, age)
  const read = (file: string): Promise<string> => readFile(join(contexts, file), 'utf8')
  const madeMs = async (file: string): Promise<number> => (await stat(join(contexts, file))).mtimeMs
  const files = async () => (await readdir(contexts, { recursive: true })).sort()
  return { contexts, write, read, madeMs, files }
}

test('the base image bears our label before all else, and holds the busybox that was found', async () => {
  const { write, read } = await given()
  await write()
  expect((await read('busybox/Dockerfile')).split('\n').slice(0, 2)).toEqual([
    'FROM scratch',
    'LABEL lectern.record=user-0',
  ])
  expect(await read('busybox/busybox')).toBe('a program')
})

test('the other image is built on the base image, with a file of its own', async () => {
  const { write, read } = await given()
  await write()
  expect(await read('app-a/Dockerfile')).toMatch(/^FROM lectern-busybox\n[^]*\nCOPY config.txt /)
  expect(await read('app-a/config.txt')).toBe('colour=blue\n')
})

test('contexts are written anew: nothing of before is left in them', async () => {
  const { contexts, write, files } = await given()
  await write()
  const first = await files()
  await writeFile(join(contexts, 'app-a', 'left'), '')
  await write()
  expect(await files()).toEqual(first)
})

test('files of another age are another layer, in both images', async () => {
  const { write, madeMs } = await given()
  for (const file of ['busybox/busybox', 'app-a/config.txt']) {
    await write(0)
    const young = await madeMs(file)
    await write(30)
    const old = await madeMs(file)
    // Layers know whole seconds.
    expect(young - old).toBeGreaterThan(2000)
    expect(young).toBeLessThanOrEqual(Date.now())
  }
})

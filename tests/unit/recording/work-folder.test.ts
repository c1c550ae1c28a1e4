import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { makeWorkFolder } from '../../../src/services/recording/work-folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const uid = process.getuid?.() ?? 0

afterEach(() => vi.unstubAllEnvs())

/** A temporary folder of its own, with folders of so many seconds ago. */
async function given(ages: Readonly<Record<string, number>> = {}) {
  const folder = await temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
  for (const [name, seconds] of Object.entries(ages)) {
    await mkdir(join(folder, name))
    const at = new Date(Date.now() - seconds * 1000)
    await utimes(join(folder, name), at, at)
  }
  const names = async () => (await readdir(folder)).filter((name) => name.includes('record'))
  return { folder, names }
}

test('a folder is there until it is removed, and other runs let it be', async () => {
  const { names } = await given()
  const [first, second] = [await makeWorkFolder(uid), await makeWorkFolder(uid)]
  expect(await names()).toHaveLength(2)
  await first.remove()
  expect((await names()).map((name) => second.path.endsWith(name))).toEqual([true])
  await second.remove()
  expect(await names()).toEqual([])
})

test('what killed runs left is removed; what was just made, is a file, or is called otherwise stays', async () => {
  const { folder, names } = await given({ 'lectern-record-old': 60, 'lectern-record-new': 0, 'my-record-old': 60 })
  await writeFile(join(folder, 'lectern-record-file'), '')
  const work = await makeWorkFolder(uid)
  await work.remove()
  expect((await names()).sort()).toEqual(['lectern-record-file', 'lectern-record-new', 'my-record-old'])
})

test('what is somebody else’s stays', async () => {
  const { names } = await given({ 'lectern-record-old': 60 })
  const work = await makeWorkFolder(uid + 1)
  await work.remove()
  expect(await names()).toEqual(['lectern-record-old'])
})

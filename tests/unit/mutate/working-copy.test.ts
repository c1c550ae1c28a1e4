import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { workingCopy } from '../../../tools/mutate/working-copy.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function clone(): Promise<{ root: string; copy: string }> {
  const root = await temporaryFolder()
  for (const folder of ['src', 'node_modules/a', 'node_modules/.vite'])
    await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, 'src', 'a.ts'), 'x(a < b)')
  await writeFile(join(root, 'node_modules', 'a', 'index.js'), 'a')
  await writeFile(join(root, 'node_modules', '.vite', 'cache'), 'a')
  return { root, copy: join(root, '.cache', 'mutate', '1') }
}
const mutation = { file: 'src/a.ts', line: 1, kind: 'boundary', start: 4, end: 5, was: '<', text: '<=' }

it('a fault is made in a copy and taken back there; the source never has it', async () => {
  const { root, copy } = await clone()
  const takeBack = workingCopy(root, copy, ['src/a.ts']).make(mutation, 'x(a < b)')
  expect(await readFile(join(copy, 'src', 'a.ts'), 'utf8')).toBe('x(a <= b)')
  expect(await readFile(join(root, 'src', 'a.ts'), 'utf8')).toBe('x(a < b)')
  takeBack()
  expect(await readFile(join(copy, 'src', 'a.ts'), 'utf8')).toBe('x(a < b)')
})

it('what a run that was killed left in the copy is gone with the next, but for the packages', async () => {
  const { root, copy } = await clone()
  workingCopy(root, copy, ['src/a.ts']).make(mutation, 'x(a < b)')
  await writeFile(join(copy, 'src', 'left.ts'), '')
  const link = join(copy, 'node_modules', 'a', 'index.js')
  const before = await stat(link)
  await writeFile(join(root, 'src', 'a.ts'), 'x(a > b)')
  workingCopy(root, copy, ['src/a.ts'])
  expect(await readFile(join(copy, 'src', 'a.ts'), 'utf8')).toBe('x(a > b)')
  await expect(readFile(join(copy, 'src', 'left.ts'))).rejects.toThrow()
  expect((await stat(link)).ino).toBe(before.ino)
})

it('packages are the clone’s own, without its caches', async () => {
  const { root, copy } = await clone()
  workingCopy(root, copy, [])
  const [own, copied] = await Promise.all([root, copy].map((at) => stat(join(at, 'node_modules', 'a', 'index.js'))))
  expect(copied?.ino).toBe(own?.ino)
  await expect(stat(join(copy, 'node_modules', '.vite'))).rejects.toThrow()
})

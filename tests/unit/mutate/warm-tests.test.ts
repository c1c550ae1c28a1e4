import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { hangs, warmTests } from '../../../tools/mutate/warm-tests.ts'
import { root } from '../../../tools/node.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

const config = `export default {
  cacheDir: 'cache',
  test: { projects: [{ test: { name: 'unit', include: ['tests/unit/*.test.ts'], isolate: false } }] },
}`
const testOf = (name: string, is: string): string =>
  `import { expect, it } from 'vitest'\nimport { ${name} } from '../../src/${name}.ts'\nit('is', () => expect(${name}).toBe(${is}))`

const values = { a: '1', b: '2' }
/** A clone of two sources and a test of each. */
async function clone(): Promise<string> {
  const folder = await temporaryFolder()
  for (const inner of ['src', 'tests/unit', 'tools/mutate']) await mkdir(join(folder, inner), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await cp(join(root, 'tools/mutate/tests-at-hand.mjs'), join(folder, 'tools/mutate/tests-at-hand.mjs'))
  await writeFile(join(folder, 'vitest.config.mjs'), config)
  for (const [name, is] of Object.entries(values)) {
    await writeFile(join(folder, 'src', `${name}.ts`), `export const ${name} = ${is}`)
    await writeFile(join(folder, 'tests', 'unit', `${name}.test.ts`), testOf(name, is))
  }
  return folder
}
const ended: (() => void)[] = []
afterEach(() => ended.splice(0).forEach((end) => end()))

it('the same process sees each change of a source, and that it was taken back', async () => {
  const folder = await clone()
  const tests = warmTests(folder)
  ended.push(tests.end)
  const all = ['tests/unit/a.test.ts', 'tests/unit/b.test.ts']
  expect(await tests.firstFailure('unit', all)).toBeNull()
  for (const [name, is] of Object.entries(values)) {
    const file = `src/${name}.ts`
    await writeFile(join(folder, file), `export const ${name} = 0`)
    tests.change(file)
    expect(await tests.firstFailure('unit', all)).toBe(`tests/unit/${name}.test.ts`)
    expect(await tests.firstFailure('unit', [])).toBe(`tests/unit/${name}.test.ts`)
    await writeFile(join(folder, file), `export const ${name} = ${is}`)
    tests.change(file)
    expect(await tests.firstFailure('unit', all)).toBeNull()
  }
})

it('what never ends is said to hang, and the next question is answered by another process', async () => {
  const folder = await clone()
  const tests = warmTests(folder)
  ended.push(tests.end)
  const endless = join(folder, 'src', 'a.ts')
  await writeFile(endless, 'export const a = 1; for (;;);')
  expect(await tests.firstFailure('unit', ['tests/unit/a.test.ts'], 2_000)).toBe(hangs)
  expect(await tests.firstFailure('unit', ['tests/unit/b.test.ts'])).toBeNull()
})

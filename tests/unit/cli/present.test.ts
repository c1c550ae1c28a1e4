import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { lectern } from '../../../src/cli/lectern.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A Lectern whose `npm start` writes down what it was given, and ends with 7. */
async function home(): Promise<{ folder: string; given: () => Promise<unknown> }> {
  const folder = await temporaryFolder()
  const file = join(folder, 'given.json')
  await mkdir(join(folder, 'tools'))
  await writeFile(
    join(folder, 'tools', 'start.mjs'),
    `import { writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.argv.slice(2)))
process.exit(7)`,
  )
  return { folder, given: async () => JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as unknown }
}

it.each([
  [['--prot=8080'], '--prot'],
  [['--port', '70000'], '70000'],
  [['--gallery=yes'], '--gallery'],
  [['notes', 'more'], 'more'],
])('present %j is wrong usage and opens nothing', async (args, named) => {
  const { folder, given } = await home()
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await lectern(['present', ...args], folder)).toBe(2)
  expect(said.mock.calls.join('\n')).toContain(named)
  expect(said.mock.calls.join('\n')).toContain('lectern present [')
  expect(await given()).toBeNull()
})

it('present hands on what it was given, and ends as what it opened', async () => {
  const { folder, given } = await home()
  const args = ['notes', '--gallery', '--browser', '--no-open', '--port', '0', '--verbose']
  expect(await lectern(['present', ...args], folder)).toBe(7)
  expect(await given()).toEqual(args)
})

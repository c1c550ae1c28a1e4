import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importersOf } from '../../../tools/mutate/related-tests.ts'
import { typeChecker } from '../../../tools/mutate/type-errors.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const sources = [
  { file: 'src/words.ts', text: `export const words = ['one', 'two'] as const\nexport const count = 2` },
  { file: 'src/reader.ts', text: `import { words } from './words.ts'\nexport const first: 'one' = words[0]` },
]

it('a fault may be refused where it stands, or only by who imports it, and is seen there where that is looked at', async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'src'))
  for (const { file, text } of sources) await writeFile(join(root, file), text)
  const options = { strict: true, module: 'nodenext', allowImportingTsExtensions: true, noEmit: true, types: [] }
  const config = (files: readonly string[]): string => JSON.stringify({ compilerOptions: options, files })
  await writeFile(join(root, 'tsconfig.node.json'), config(sources.map(({ file }) => file)))
  await writeFile(join(root, 'tsconfig.web.json'), config([]))
  const check = typeChecker(root)
  const [{ file, text }] = sources as [(typeof sources)[0]]
  const importers = importersOf(sources)(file)
  expect(importers).toEqual(['src/reader.ts'])
  const emptied = text.replace("'one'", "''")
  expect(check(file, emptied)).toEqual([])
  expect(check(file, emptied, importers)).toEqual([`Type '""' is not assignable to type '"one"'.`])
  expect(check(file, text.replace("'two'", "''"), importers)).toEqual([])
  expect(check(file, text.replace('2', 'two'))).toEqual(["Cannot find name 'two'."])
})

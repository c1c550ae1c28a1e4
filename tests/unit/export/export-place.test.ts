import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { needExportPlace } from '../../../src/services/export/export-place.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test.each(['.md', '.yaml', '.yml', '.svg', '.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif', '.MD', '.Png'])(
  'nothing is exported over a file of a course: %s',
  async (ending) => {
    const file = join(await temporaryFolder(), `deck${ending}`)
    const sentence = `Courses are made of ${ending.toLowerCase()} files`
    await expect(needExportPlace(file)).rejects.toMatchObject({
      failure: { code: 'refused', message: { en: expect.stringContaining(sentence) as string } },
    })
  },
)

test('any other file may be, also in a folder that is not there yet; a folder itself may not', async () => {
  const folder = await temporaryFolder()
  for (const name of ['deck.pdf', 'deck', 'md', 'deck.md.zip', join('new', 'deck.apkg')])
    await needExportPlace(join(folder, name))
  await expect(needExportPlace(folder)).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
  // Only asked about: no file is made for it.
  expect((await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())).toEqual([])
})

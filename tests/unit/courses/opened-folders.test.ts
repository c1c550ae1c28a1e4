import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFolders } from '../../../src/services/courses/opened-folders.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function given() {
  const file = join(await temporaryFolder(), 'folders.json')
  const reopened = () => openFolders(file, () => 1)
  return { folders: await reopened(), reopened }
}

test('folders that were opened are there once each, in the order in which they came, also in the next run', async () => {
  const { folders, reopened } = await given()
  await folders.open(['/a', '/b'])
  await folders.open(['/c', '/a'])
  for (const one of [folders, await reopened()]) {
    expect(one.opened()).toEqual(['/a', '/b', '/c'])
    expect(one.recent()).toEqual([])
  }
})

test('a folder that was taken out is the first of the recent ones, until it is opened again or forgotten', async () => {
  const { folders, reopened } = await given()
  await folders.open(['/a', '/b', '/c'])
  for (const folder of ['/a', '/b', '/a']) await folders.close(folder)
  expect([folders.opened(), folders.recent()]).toEqual([['/c'], ['/a', '/b']])
  await folders.open(['/b'])
  expect([folders.opened(), folders.recent()]).toEqual([['/c', '/b'], ['/a']])
  await folders.forget('/a')
  const next = await reopened()
  expect([next.opened(), next.recent()]).toEqual([['/c', '/b'], []])
})

test('twelve recent folders are kept', async () => {
  const { folders } = await given()
  const all = Array.from({ length: 14 }, (_, index) => `/f${index}`)
  await folders.open(all)
  for (const folder of all) await folders.close(folder)
  expect(folders.recent()).toEqual(all.slice(2).toReversed())
})

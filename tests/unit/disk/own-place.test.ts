import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { createDownloads } from '../../../src/browser-shell/downloads.ts'
import { makeOwnPlace, sweepOwnPlaces } from '../../../src/services/disk/own-place.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let folder: string
beforeEach(async () => (folder = await temporaryFolder()))

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['--version']).pid
async function left(name: string, mode = 0o700): Promise<string> {
  await mkdir(join(folder, name, 'profile'), { recursive: true })
  await writeFile(join(folder, name, 'profile', 'file'), 'left')
  await chmod(join(folder, name), mode)
  return name
}

test('a place is for nobody else, and stays while its process lives', async () => {
  const place = await makeOwnPlace(folder, 'lectern-print')
  expect(basename(place)).toMatch(new RegExp(`^lectern-print-${process.pid}-\\w{6}$`))
  if (process.platform !== 'win32') expect((await stat(place)).mode & 0o777).toBe(0o700)
  await sweepOwnPlaces(folder, 'lectern-print')
  expect(await readdir(folder)).toEqual([basename(place)])
})

test('places of processes that were killed are removed, and nothing else', async () => {
  const pid = deadPid()
  await left(`lectern-print-${pid}-abc123`)
  const kept = [
    await left(`lectern-export-${pid}-abc123`),
    await left(`lectern-print-${pid}`),
    await left('lectern-print-x-abc123'),
    await left(`my-lectern-print-${pid}-abc123`),
    // PID 1 is alive everywhere, whoever's it is.
    await left('lectern-print-1-abc123'),
  ]
  await sweepOwnPlaces(folder, 'lectern-print')
  expect(new Set(await readdir(folder))).toEqual(new Set(kept))
  await expect(sweepOwnPlaces(join(folder, 'none'), 'lectern-print')).resolves.toBeUndefined()
})

test.skipIf(process.platform === 'win32')('what others could have put there is left alone', async () => {
  const pid = deadPid()
  await left('elsewhere')
  await symlink(join(folder, 'elsewhere'), join(folder, `lectern-print-${pid}-link00`))
  await left(`lectern-print-${pid}-open00`, 0o777)
  await writeFile(join(folder, `lectern-print-${pid}-file00`), '')
  await sweepOwnPlaces(folder, 'lectern-print')
  expect(await readdir(folder)).toHaveLength(4)
  expect(await readdir(join(folder, 'elsewhere', 'profile'))).toEqual(['file'])
})

test('exports that nobody fetched are removed at the end, and at the next start after a kill', async () => {
  await left(`lectern-export-${deadPid()}-abc123`)
  const downloads = createDownloads(folder)
  await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]))
  const files = [await downloads.place('a.pdf'), await downloads.place('a.pdf')]
  for (const file of files) await writeFile(file, 'pdf')
  expect(await readdir(folder)).toHaveLength(1)
  // As a system does that tidies up.
  await rm(join(folder, (await readdir(folder))[0] ?? ''), { recursive: true })
  const file = await downloads.place('b.pdf')
  await writeFile(file, 'pdf')
  const href = downloads.offer(file)
  await downloads.close()
  expect(await readdir(folder)).toEqual([])
  expect(await downloads.take(href)).toBeNull()
})

import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOrTemporary } from '../../../src/services/disk/folder-or-temporary.ts'
import { makeFolder } from '../../../src/services/disk/make-folder.ts'
import { tryFolder } from '../../../src/services/disk/try-folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const isFolder = async (path: string): Promise<boolean> => (await stat(path)).isDirectory()

describe('a folder', () => {
  it('is made with all that it is in, also by several at once, and may be there', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b', 'c')
    await Promise.all(Array.from({ length: 10 }, () => makeFolder(folder)))
    await makeFolder(folder)
    expect(await isFolder(folder)).toBe(true)
    await symlink(folder, join(folder, 'link'))
    await makeFolder(join(folder, 'link', 'd'))
    expect(await isFolder(join(folder, 'd'))).toBe(true)
  })

  it('is not made where something else is in the way', async () => {
    const parent = await temporaryFolder()
    await writeFile(join(parent, 'file'), '')
    await symlink(join(parent, 'nowhere', 'at', 'all'), join(parent, 'link'))
    for (const name of ['file', 'file/a', 'link', 'link/a'])
      await expect(makeFolder(join(parent, name)), name).rejects.toMatchObject({ code: expect.any(String) as unknown })
    expect((await readdir(parent)).sort()).toEqual(['file', 'link'])
  })

  it.skipIf(process.platform !== 'linux')('is given up where the system says that its parent is missing', async () => {
    // Node itself would go round and round there.
    await expect(makeFolder('/proc/nowhere/at/all')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is a temporary one where it cannot be', async () => {
    const parent = await temporaryFolder()
    expect(await folderOrTemporary(join(parent, 'new'))).toEqual({ folder: join(parent, 'new'), isTemporary: false })
    await writeFile(join(parent, 'file'), '')
    const { folder, isTemporary } = await folderOrTemporary(join(parent, 'file', 'profile'))
    expect([isTemporary, await readdir(folder)]).toEqual([true, []])
    await rm(folder, { recursive: true })
  })

  it('is tried without anything left in it, and what a crash left of a try is swept away', async () => {
    const folder = join(await temporaryFolder(), 'home')
    await tryFolder(folder)
    expect(await readdir(folder)).toEqual([])
    await writeFile(join(folder, 'try.123.tmp'), '')
    await tryFolder(folder)
    expect(await readdir(folder)).toEqual([])
    await rm(folder, { recursive: true })
    await writeFile(folder, '')
    await expect(tryFolder(folder)).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    const noSpace = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    await rm(folder)
    await mkdir(folder)
    await expect(tryFolder(folder, () => Promise.reject(noSpace))).rejects.toMatchObject({
      failure: { code: 'disk-full' },
    })
  })
})

import { execFileSync } from 'node:child_process'
import { lstat, mkdir, open, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { needFilePlace, sweep, writeAtomic, writeExport, type Open } from '../../../src/services/disk/write-atomic.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const onPosix = it.skipIf(process.platform === 'win32')
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof LecternError ? error.failure.code : error),
  )

describe('a file that is replaced', () => {
  it('has the new content, its folder is made, and nothing is left beside it', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b')
    const file = join(folder, 'file')
    for (const content of ['one', 'two']) {
      await writeAtomic(file, content)
      expect(await readFile(file, 'utf8')).toBe(content)
    }
    expect(await readdir(folder)).toEqual(['file'])
  })

  onPosix('is synced before it is in its place, and its folder afterwards, which makes the place last', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'file')
    const did: string[] = []
    const watching: Open = async (path, flags) => {
      const handle = await open(path, flags)
      const sync = handle.sync.bind(handle)
      const close = handle.close.bind(handle)
      const is = path === folder ? 'folder' : 'file'
      handle.sync = async () => {
        did.push(`sync ${is}, ${await readFile(file, 'utf8').catch(() => 'not there')}`)
        await sync()
      }
      handle.close = async () => {
        did.push(`close ${is}`)
        await close()
      }
      return handle
    }
    await writeAtomic(file, 'new', watching)
    expect(did).toEqual(['sync file, not there', 'close file', 'sync folder, new', 'close folder'])
  })

  onPosix('stays the file that a link leads to', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'real'), 'one')
    await symlink(join(folder, 'real'), join(folder, 'link'))
    await writeAtomic(join(folder, 'link'), 'two')
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe('two')
    expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true)
  })

  it('is written beside itself to a name that nobody had, each time another', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'file')
    const opened: string[] = []
    const watching: Open = async (path, flags) => {
      opened.push(path)
      // Somebody was faster: what lies there is theirs.
      await writeFile(path, 'theirs', { flag: 'wx' })
      return open(path, flags)
    }
    for (let nth = 0; nth < 2; nth++) expect(await codeOf(writeAtomic(file, 'ours', watching))).toBe('cannot-write')
    expect(new Set(opened).size).toBe(2)
    for (const path of opened) expect(path).toMatch(/file\.\d+\.tmp$/)
  })

  it('that a crash cut short is swept away, and no other', async () => {
    const folder = await temporaryFolder()
    const crashing: Open = async (path, flags) => {
      await (await open(path, flags)).close()
      await writeFile(join(folder, 'name'), path)
      throw new Error('the power fails')
    }
    await codeOf(writeAtomic(join(folder, 'file'), 'x', crashing))
    const left = await readFile(join(folder, 'name'), 'utf8')
    await writeFile(left, '')
    await writeFile(join(folder, 'file.tmp'), '')
    await sweep(folder, 'file')
    expect(await readdir(folder)).toEqual(['file.tmp', 'name'])
  })

  onPosix('is a file: a folder, a pipe and what a link leads to there are left alone', async () => {
    const folder = await temporaryFolder()
    const at = (name: string): string => join(folder, name)
    await mkdir(at('folder'))
    execFileSync('mkfifo', [at('pipe')])
    await symlink(at('pipe'), at('to-pipe'))
    await symlink('/dev/full', at('to-device'))
    for (const name of ['folder', 'pipe', 'to-pipe', 'to-device']) {
      const kind = (await lstat(at(name))).mode
      expect(await codeOf(needFilePlace(at(name), true))).toBe('cannot-write')
      expect(await codeOf(writeAtomic(at(name), 'x'))).toBe('cannot-write')
      expect((await lstat(at(name))).mode).toBe(kind)
    }
    expect((await readdir(folder)).toSorted()).toEqual(['folder', 'pipe', 'to-device', 'to-pipe'])
    await expect(needFilePlace(at('folder'), true)).rejects.toThrow('is a folder')
    await expect(needFilePlace(at('pipe'), true)).rejects.toThrow('is a device or a pipe')
    expect(await codeOf(needFilePlace(at('new'), true))).toBe('done')
  })

  it('is said to be named otherwise only where a person has named it, else that what is in its way is to be moved', async () => {
    const folder = await temporaryFolder()
    const said = (writing: Promise<void>): Promise<unknown> =>
      writing.catch((error: unknown) => (error instanceof LecternError ? error.failure.message : error))
    expect(await said(writeExport(folder, 'x'))).toEqual({
      ko: `${folder}에는 파일을 쓸 수 없어요. 폴더예요. 다른 파일 이름을 적어 주세요.`,
      en: `${folder} is a folder, so no file can be written there. Choose another name.`,
    })
    expect(await said(writeAtomic(folder, 'x'))).toEqual({
      ko: `${folder}에는 파일을 쓸 수 없어요. 폴더예요. 그 자리에서 다른 곳으로 옮겨 주세요.`,
      en: `${folder} is a folder, so no file can be written there. Move it to another place.`,
    })
  })
})

import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mostBytes, readText } from '../../../src/services/disk/read-text.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const onPosix = it.skipIf(process.platform === 'win32')

/** What a file reads like: its text, or the code and the English sentence of its problem. */
async function reading(file: string, within?: string): Promise<string> {
  const read = await readText(file, within)
  return 'text' in read ? read.text : `${read.problem.code}: ${read.problem.message.en}`
}

describe('a text', () => {
  it('is read with every byte of it', async () => {
    const file = join(await temporaryFolder(), 'a.md')
    await writeFile(file, '\uFEFF가나\r\n다')
    expect(await reading(file)).toBe('\uFEFF가나\r\n다')
  })

  it('that is not there is a problem of its own', async () => {
    expect(await reading(join(await temporaryFolder(), 'a.md'))).toMatch(/^not-found/)
  })

  it('is read up to a size, and not one byte above', async () => {
    const file = join(await temporaryFolder(), 'a.md')
    await writeFile(file, 'a'.repeat(mostBytes))
    expect(await reading(file)).toHaveLength(mostBytes)
    await appendFile(file, 'b')
    expect(await reading(file)).toMatch(/^unreadable: .*too large \(8\.00 MB\); up to 8\.00 MB are read/)
    await truncate(file, 500 * mostBytes)
    expect(await reading(file)).toMatch(/too large \(4\.00 GB\)/)
  })

  onPosix('is a regular file: nothing is read of pipes, devices, sockets and folders', async () => {
    const folder = await temporaryFolder()
    const at = (name: string): string => join(folder, name)
    execFileSync('mkfifo', [at('pipe')])
    await symlink('/dev/zero', at('zero'))
    await symlink(at('pipe'), at('to-pipe'))
    await mkdir(at('folder'))
    const server = createServer().listen(at('socket'))
    for (const name of ['pipe', 'zero', 'to-pipe', 'socket'])
      expect(await reading(at(name))).toMatch(/^unreadable: .*a device or a pipe/)
    expect(await reading(at('folder'))).toMatch(/^unreadable: .*a folder/)
    server.close()
  })

  onPosix('that says it is empty is read as far as it goes', async () => {
    expect(await reading('/proc/self/status')).toContain('Name:')
  })

  onPosix('lies in its folder, wherever its own name leads', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()]
    await writeFile(join(elsewhere, 'a.md'), 'secret')
    await writeFile(join(folder, 'b.md'), 'b')
    await symlink(join(elsewhere, 'a.md'), join(folder, 'a.md'))
    await symlink(join(folder, 'b.md'), join(folder, 'c.md'))
    await symlink(folder, join(elsewhere, 'course'))
    expect(await reading(join(folder, 'a.md'), folder)).toMatch(/^unreadable: .*leads out of the course/)
    expect(await reading(join(folder, 'c.md'), folder)).toBe('b')
    expect(await reading(join(elsewhere, 'course', 'b.md'), join(elsewhere, 'course'))).toBe('b')
    // A folder whose name merely begins alike is another one.
    await mkdir(`${folder}-2`)
    await writeFile(join(`${folder}-2`, 'd.md'), 'd')
    await symlink(join(`${folder}-2`, 'd.md'), join(folder, 'd.md'))
    expect(await reading(join(folder, 'd.md'), folder)).toMatch(/^unreadable/)
  })

  onPosix('behind links that go in circles, or that may not be read, says so', async () => {
    const folder = await temporaryFolder()
    await symlink(join(folder, 'a'), join(folder, 'b'))
    await symlink(join(folder, 'b'), join(folder, 'a'))
    expect(await reading(join(folder, 'a'))).toMatch(/circles/)
  })
})

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

  onPosix('that the disk does not give for a reason of its own is told as that', async () => {
    const file = join(await temporaryFolder(), 'a'.repeat(300))
    expect(await reading(file)).toMatch(/^unreadable: .*the disk does not give it/)
  })
})

describe('a text that is no UTF-8', () => {
  /** Where the problem of a file with these bytes is, and what it says. */
  async function problemOf(...bytes: readonly (string | number)[]) {
    const file = join(await temporaryFolder(), 'a.md')
    await writeFile(
      file,
      Buffer.concat(bytes.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.of(one)))),
    )
    const read = await readText(file)
    if ('text' in read) return read.text
    const { code, line, column, message } = read.problem
    return [code, line, column, message.en]
  }
  const isUtf16 = ['not-utf8', 1, 1, expect.stringContaining('This file is UTF-16.') as string]
  const from = (line: number, column: number) => [
    'not-utf8',
    line,
    column,
    expect.stringContaining('Not UTF-8 from here on.') as string,
  ]

  it.each([
    [[0xff, 0xfe], isUtf16],
    [[0xfe, 0xff], isUtf16],
    [[0xff, 0xff], from(1, 1)],
    [[0xfe, 0xfe], from(1, 1)],
    [['a', 0xfe], from(1, 2)],
    [['a', 0xff], from(1, 2)],
    [[0xff, 'a'], from(1, 1)],
    [[0xfe, 'a'], from(1, 1)],
    [['가나', 0xff, '다'], from(1, 3)],
    [['가나\n', 0xff], from(2, 1)],
    [['하나\r\n둘\r셋\n넷', 0x80, '\n다섯'], from(4, 2)],
    [[`${'가나다\n'.repeat(5000)}라`, 0xc0, 'x'.repeat(3000)], from(5001, 2)],
    // A character that was cut: its end is what is not there.
    [['가', 0xea, 0xb0], from(1, 2)],
    [['가', 0xea, 0xb0, 'a'], from(1, 2)],
    [['\uFEFF가', 0xff], from(1, 3)],
  ])('says where it ends to be: %j', async (bytes, expected) => {
    expect(await problemOf(...bytes)).toEqual(expected)
  })
})

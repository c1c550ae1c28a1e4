import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { homeAt, type Home } from '../../../src/services/disk/home.ts'
import { beginJournalFile, journalFile } from '../../../src/services/disk/journal-file.ts'
import { openStore } from '../../../src/services/disk/json-store.ts'
import { tightenHome } from '../../../src/services/disk/tighten-home.ts'
import { writeExport } from '../../../src/services/disk/write-atomic.ts'
import { firstInstance } from '../../../src/services/instance/first-instance.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let folder: string
let home: Home
let umask: number
beforeEach(async () => {
  umask = process.umask(0o022)
  folder = await temporaryFolder()
  home = homeAt(join(folder, 'home'))
})
afterEach(() => void process.umask(umask))

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o7777).toString(8)
async function old(path: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'old')
  await chmod(path, mode)
}

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  test('is for nobody else from the start, and so is what is written there', async () => {
    const instance = await firstInstance(home.lock)
    if (!instance.isFirst) throw new Error('somebody is there')
    await tightenHome(home)
    const store = await openStore({
      ...{ file: home.settings, schemas: { a: v.number() }, initial: { a: 1 } },
      now: () => 0,
    })
    await store.change({ a: 2 })
    await (await beginJournalFile(join(home.talks, 'begun.jsonl'), 'x\n')).append('y\n')
    await journalFile(join(home.progress, 'log.jsonl'), 0).append('x\n')
    expect(await Promise.all([home.folder, home.talks, home.progress].map(modeOf))).toEqual(['700', '700', '700'])
    const files = [home.lock, home.settings, join(home.talks, 'begun.jsonl'), join(home.progress, 'log.jsonl')]
    expect(await Promise.all(files.map(modeOf))).toEqual(['600', '600', '600', '600'])
    await instance.release()
  })

  test('of a Lectern from before is made so at the start', async () => {
    const files = [
      ...[home.settings, `${home.settings}.damaged-2026-11-24T09-30-00-123Z`, join(home.talks, 'talk-000001.jsonl')],
      ...[join(home.progress, 'backups', 'backup.zip'), join(home.dropped, 'a', 'b', 'c.ko.md'), home.weakPaths],
    ]
    for (const file of files) await old(file)
    await old(join(home.browserProfile, 'Default', 'Preferences'))
    await chmod(home.folder, 0o755)
    await tightenHome(home)
    expect(await Promise.all(files.map(modeOf))).toEqual(files.map(() => '600'))
    const folders = [home.folder, home.talks, join(home.progress, 'backups'), join(home.dropped, 'a', 'b')]
    expect(await Promise.all([...folders, home.browserProfile].map(modeOf))).toEqual(Array(5).fill('700'))
    expect(await readFile(home.settings, 'utf8')).toBe('old')
  })

  test('keeps what others put there, and what links lead to, as it is', async () => {
    const others = [
      join(home.folder, 'notes.md'),
      join(home.folder, 'talks-of-mine', 'a.md'),
      join(folder, 'elsewhere'),
    ]
    for (const file of others) await old(file, 0o664)
    await symlink(join(folder, 'elsewhere'), home.settings)
    await old(join(folder, 'profile', 'file'))
    await symlink(join(folder, 'profile'), home.browserProfile)
    await tightenHome(home)
    expect(await Promise.all(others.map(modeOf))).toEqual(['664', '664', '664'])
    expect(await modeOf(join(folder, 'profile'))).toBe('755')
  })

  test('is not closed where it is everybody’s, nor is anything in it', async () => {
    await old(home.settings)
    await chmod(home.folder, 0o1777)
    await tightenHome(home)
    expect([await modeOf(home.folder), await modeOf(home.settings)]).toEqual(['1777', '644'])
  })

  test('that cannot be made is told by who writes there', async () => {
    await writeFile(join(folder, 'home'), 'a file')
    await expect(tightenHome(home)).resolves.toBeUndefined()
  })
})

describe.skipIf(process.platform === 'win32')('what is exported', () => {
  test.each([
    [0o022, '644', '755'],
    [0o002, '664', '775'],
    [0o077, '600', '700'],
  ])('is for whom the umask %o says', async (mask, file, parent) => {
    process.umask(mask)
    await writeExport(join(folder, 'out', 'deck.pdf'), 'pdf')
    expect(await modeOf(join(folder, 'out', 'deck.pdf'))).toBe(file)
    expect(await modeOf(join(folder, 'out'))).toBe(parent)
  })

  test('stays for whom it was where it is written over', async () => {
    const file = join(folder, 'deck.pdf')
    await old(file, 0o640)
    await writeExport(file, 'new')
    expect([await modeOf(file), await readFile(file, 'utf8')]).toEqual(['640', 'new'])
  })
})

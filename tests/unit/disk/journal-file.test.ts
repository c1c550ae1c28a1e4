import { appendFile, copyFile, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beginJournalFile, cutJournalFile, journalFile } from '../../../src/services/disk/journal-file.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const newFile = async (): Promise<string> => join(await temporaryFolder(), 'folder', 'journal.jsonl')
const textIn = (file: string): Promise<string> => readFile(file, 'utf8')

/** A disk whose writes fail while `harm` says so, after part of them was taken. */
function failing(harm: () => 'write' | 'sync' | null): Open {
  return async (path, flags) => {
    const handle = await open(path, flags)
    const [write, sync] = [handle.appendFile.bind(handle), handle.datasync.bind(handle)]
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    handle.appendFile = async (data, options) => {
      if (harm() !== 'write') return write(data, options)
      await write((data as string).slice(0, 2))
      throw full
    }
    handle.datasync = () => (harm() === 'sync' ? Promise.reject(full) : sync())
    return handle
  }
}

describe('a journal file', () => {
  it('makes its folder, appends, and counts bytes and not letters', async () => {
    const file = await newFile()
    const journal = journalFile(file, 0)
    await journal.append('도커\n')
    await journal.append('vm\n')
    expect(journal.length).toBe(10)
    expect(await textIn(file)).toBe('도커\nvm\n')
    await journal.close()
    await journal.append('again\n')
    await journal.close()
    expect(await textIn(file)).toBe('도커\nvm\nagain\n')
  })

  it('has what it says on the disk when an append resolves', async () => {
    const synced: string[] = []
    const file = await newFile()
    const journal = journalFile(file, 0, async (path, flags) => {
      const handle = await open(path, flags)
      const sync = handle.datasync.bind(handle)
      handle.datasync = async () => {
        await sync()
        synced.push(await textIn(file))
      }
      return handle
    })
    await journal.append('one\n')
    expect(synced).toEqual(['one\n'])
    await journal.close()
  })

  it('is written to where it is as it was left, and else nothing counts', async () => {
    const file = await newFile()
    const journal = await beginJournalFile(file, 'one\n')
    // Not open yet, so nothing can come into what is no file of ours.
    await writeFile(file, 'someone else\n')
    expect(await journal.writeIfOurs('two\n')).toBe(false)
    expect(await textIn(file)).toBe('someone else\n')
    await writeFile(file, 'one\n')
    expect(await journal.writeIfOurs('two\n')).toBe(true)
    expect([await textIn(file), journal.length]).toEqual(['one\ntwo\n', 8])
    await rename(file, `${file}.away`)
    expect(await journal.writeIfOurs('three\n')).toBe(false)
    await copyFile(`${file}.away`, file)
    expect(await journal.writeIfOurs('four\n')).toBe(false)
    await journal.close()
  })

  it('begins with its first lines or not at all', async () => {
    const file = await newFile()
    const journal = await beginJournalFile(file, 'one\n')
    await journal.append('two\n')
    expect(await textIn(file)).toBe('one\ntwo\n')
    await journal.close()
    const other = await newFile()
    await expect(
      beginJournalFile(other, 'one\n', () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }))),
    ).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    await expect(stat(other)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is cut to what is good, and goes on from there', async () => {
    const file = await newFile()
    await (await beginJournalFile(file, 'one\ntw')).close()
    const journal = await cutJournalFile(file, 4)
    expect(journal.length).toBe(4)
    await journal.append('two\n')
    await journal.close()
    expect(await textIn(file)).toBe('one\ntwo\n')
    await expect(cutJournalFile(join(file, 'none'), 4)).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
  })
})

describe('a write that fails', () => {
  it.each(['write', 'sync'] as const)('at its %s leaves nothing in the file, and the next goes well', async (step) => {
    const file = await newFile()
    let harm: typeof step | null = null
    const journal = journalFile(
      file,
      0,
      failing(() => harm),
    )
    await journal.append('one\n')
    harm = step
    await expect(journal.append('two\n')).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    expect(await textIn(file)).toBe('one\n')
    expect(journal.length).toBe(4)
    expect(await journal.isOurs()).toBe(true)
    harm = null
    await journal.append('three\n')
    await journal.close()
    expect(await textIn(file)).toBe('one\nthree\n')
  })

  it('and cannot be taken back either is taken back before anything else is written', async () => {
    const file = await newFile()
    let harm: 'write' | null = null
    const opening = failing(() => harm)
    const journal = journalFile(file, 0, async (path, flags) => {
      const handle = await opening(path, flags)
      const write = handle.appendFile.bind(handle)
      handle.appendFile = async (data, options) => {
        try {
          await write(data, options)
        } catch (error) {
          // Meanwhile the disk is away: the file cannot be reached by its name.
          await rename(file, `${file}.away`)
          throw error
        }
      }
      return handle
    })
    await journal.append('one\n')
    harm = 'write'
    await expect(journal.append('two\n')).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    expect(await journal.isOurs()).toBe(false)
    harm = null
    await expect(journal.append('three\n')).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    await rename(`${file}.away`, file)
    expect(await textIn(file)).toBe('one\ntw')
    await journal.append('four\n')
    await journal.close()
    expect(await textIn(file)).toBe('one\nfour\n')
    expect(await journal.isOurs()).toBe(true)
  })

  it('because the file could not be made is no harm once it can', async () => {
    const file = await newFile()
    const folder = join(file, '..')
    await writeFile(folder, '')
    const journal = journalFile(file, 0)
    await expect(journal.append('one\n')).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    await rm(folder)
    await journal.append('two\n')
    await journal.close()
    expect(await textIn(file)).toBe('two\n')
  })
})

it('is ours until someone else changes it, replaces it or takes it away', async () => {
  for (const harm of [
    (file: string) => appendFile(file, 'x'),
    (file: string) => rm(file),
    async (file: string) => {
      await copyFile(file, `${file}.tmp`)
      await rename(`${file}.tmp`, file)
    },
  ]) {
    const file = await newFile()
    const journal = journalFile(file, 0)
    await journal.append('one\n')
    expect(await journal.isOurs()).toBe(true)
    await harm(file)
    expect(await journal.isOurs()).toBe(false)
    await journal.close()
  }
})

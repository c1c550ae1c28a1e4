import { mkdir, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../src/services/disk/json-store.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const schemas = { name: v.string(), size: v.pipe(v.number(), v.maxValue(3)) }
const initial = { name: 'nobody', size: 1 }
type Values = typeof initial
const noon = Date.UTC(2026, 10, 24, 12, 30, 15, 123)

const storeAt = (file: string, openFile?: Open): Promise<Store<Values>> =>
  openStore({ file, schemas, initial, now: () => noon, open: openFile })
const jsonIn = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

/** A disk that has no room left for as long as `isFull` says: every byte is refused by a device that is full. */
const fullDisk =
  (isFull: () => boolean): Open =>
  (path, flags) =>
    isFull() ? open('/dev/full', flags.replace('x', '')) : open(path, flags)

describe('a store', () => {
  it('begins with what is initial and makes its folder with the first change', async () => {
    const file = join(await temporaryFolder(), 'new', 'folder', 'store.json')
    const store = await storeAt(file)
    expect(store.read()).toEqual(initial)
    await store.change({ size: 2 })
    expect(await jsonIn(file)).toEqual({ name: 'nobody', size: 2 })
    expect((await storeAt(file)).read()).toEqual({ name: 'nobody', size: 2 })
  })

  it('writes what was right of a damaged file anew, and else nothing before the first change', async () => {
    const file = join(await temporaryFolder(), 'store.json')
    const afterOpening = async (text: string): Promise<string> => {
      await writeFile(file, text)
      await storeAt(file)
      return readFile(file, 'utf8').catch(() => 'gone')
    }
    expect(await afterOpening('{ "size": 2 }')).toBe('{ "size": 2 }')
    expect(await afterOpening('{ "size": 4, "name": "kim" }')).toBe('{\n  "size": 1,\n  "name": "kim"\n}\n')
    expect(await afterOpening('{}')).toBe('{}')
    expect(await afterOpening('[')).toBe('gone')
  })

  it('keeps keys of a newer Lectern', async () => {
    const file = join(await temporaryFolder(), 'store.json')
    await writeFile(file, '{ "future": { "deep": [1] }, "size": 3, "__proto__": 7 }')
    const store = await storeAt(file)
    await store.change({ name: 'kim' })
    expect(store.keptAside).toBeNull()
    expect(await readFile(file, 'utf8')).toContain('"deep"')
    expect(await jsonIn(file)).toMatchObject({ future: { deep: [1] }, size: 3, name: 'kim' })
  })

  it('has the last of many changes on disk once they all resolved', async () => {
    const file = join(await temporaryFolder(), 'store.json')
    const store = await storeAt(file)
    await Promise.all(Array.from({ length: 100 }, (_, index) => store.change({ name: `name ${index}` })))
    expect(await jsonIn(file)).toEqual({ name: 'name 99', size: 1 })
    expect(await readdir(join(file, '..'))).toEqual(['store.json'])
  })

  it('is saved where its file went since, or could not be written, and else left alone', async () => {
    const file = join(await temporaryFolder(), 'folder', 'store.json')
    const store = await storeAt(file)
    // Nothing was set yet, so nothing is missing.
    await store.save()
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' })
    await store.change({ size: 2 })
    await writeFile(file, 'changed by hand')
    await store.save()
    expect(await readFile(file, 'utf8')).toBe('changed by hand')
    await rm(dirname(file), { recursive: true })
    await store.save()
    expect(await jsonIn(file)).toMatchObject({ size: 2 })
    const again = await storeAt(file)
    await rm(file)
    await again.save()
    expect(await jsonIn(file)).toMatchObject({ size: 2 })
    await rm(dirname(file), { recursive: true })
    await writeFile(dirname(file), '')
    await expect(store.change({ size: 3 })).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    await expect(store.save()).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    await rm(dirname(file))
    await store.save()
    expect(await jsonIn(file)).toMatchObject({ size: 3 })
  })

  it('writes through a link instead of replacing it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'real.json'), '{}')
    await symlink(join(folder, 'real.json'), join(folder, 'store.json'))
    await (await storeAt(join(folder, 'store.json'))).change({ name: 'linked' })
    expect(await jsonIn(join(folder, 'real.json'))).toMatchObject({ name: 'linked' })
  })

  it('sweeps away what a crash left of an unfinished write', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'store.json'), '{ "size": 2 }')
    await writeFile(join(folder, 'store.json.4711.tmp'), '{ "si')
    await writeFile(join(folder, 'other.json.4711.tmp'), 'not ours')
    expect((await storeAt(join(folder, 'store.json'))).read().size).toBe(2)
    expect((await readdir(folder)).sort()).toEqual(['other.json.4711.tmp', 'store.json'])
  })
})

describe('a damaged file', () => {
  it.each([
    ['cut short', '{ "name": "ki'],
    ['empty', ''],
    ['no object', '[1, 2]'],
    ['zeros, as after a power cut', '\0\0\0\0'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])('is kept aside byte for byte: %s', async (_what, content) => {
    const file = join(await temporaryFolder(), 'settings.json')
    await writeFile(file, content)
    const store = await storeAt(file)
    expect(store.read()).toEqual(initial)
    expect(store.keptAside?.file).toBe('settings.json')
    const aside = store.keptAside?.aside ?? ''
    expect(basename(aside)).toBe('settings.json.damaged-2026-11-24T12-30-15-123Z')
    expect(await readFile(aside)).toEqual(Buffer.from(content))
    await store.change({ name: 'new' })
    expect((await storeAt(file)).keptAside).toBeNull()
  })

  it('still gives the keys that are right, also to the next run', async () => {
    const file = join(await temporaryFolder(), 'settings.json')
    await writeFile(file, '{ "name": "kim", "size": 99, "future": true }')
    const store = await storeAt(file)
    expect(store.read()).toEqual({ name: 'kim', size: 1, future: true })
    expect(store.keptAside).not.toBeNull()
    expect(await jsonIn(file)).toEqual({ name: 'kim', size: 1, future: true })
  })

  it('never stops the store from opening, whatever it holds', async () => {
    const folder = await temporaryFolder()
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.uint8Array()), async (content) => {
        const file = join(folder, `${(count += 1)}.json`)
        await writeFile(file, content)
        const values = (await storeAt(file)).read()
        expect(v.is(v.object(schemas), values)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('that is a folder is moved aside like any other', async () => {
    const file = join(await temporaryFolder(), 'settings.json')
    await mkdir(file)
    const store = await storeAt(file)
    expect(store.keptAside?.file).toBe('settings.json')
    await store.change({ size: 3 })
    expect(await jsonIn(file)).toEqual({ name: 'nobody', size: 3 })
  })
})

describe('a disk that refuses', () => {
  it.skipIf(process.platform !== 'linux')(
    'keeps the old file and the new value in memory while it is full',
    async () => {
      const folder = await temporaryFolder()
      const file = join(folder, 'store.json')
      let isFull = false
      const store = await storeAt(
        file,
        fullDisk(() => isFull),
      )
      await store.change({ name: 'old' })
      isFull = true
      await expect(store.change({ name: 'new' })).rejects.toMatchObject({ failure: { code: 'disk-full' } })
      expect(await jsonIn(file)).toMatchObject({ name: 'old' })
      expect(store.read().name).toBe('new')
      isFull = false
      await store.change({ size: 2 })
      expect(await jsonIn(file)).toEqual({ name: 'new', size: 2 })
      expect(await readdir(folder)).toEqual(['store.json'])
    },
  )

  it('says that it cannot write where a folder is in fact a file', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    const store = await storeAt(join(folder, 'file', 'store.json'))
    await expect(store.change({ size: 2 })).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
    expect(store.read().size).toBe(2)
  })
})

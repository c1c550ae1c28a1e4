import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openZip, packZip, sizesInZip } from '../../../src/services/progress/zip.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const every = (): boolean => true
/** Opens a zip that is in a file. */
async function open(bytes: Uint8Array, wants: (path: string) => boolean = every) {
  const file = join(await temporaryFolder(), 'a.zip')
  await writeFile(file, bytes)
  return openZip(file, 'a.zip', wants)
}
const sizes = [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 512 * 1024, 700_000]
const filled = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251)

test('what was packed is unpacked again, however long it is', async () => {
  const files = new Map(sizes.map((size) => [`of ${size}`, filled(size)]))
  const packed = await packZip(files, Date.UTC(2026, 0))
  const opened = await open(packed)
  expect([...opened.keys()]).toEqual([...files.keys()])
  for (const [name, bytes] of files) expect(Buffer.compare(opened.get(name) ?? Buffer.alloc(9), bytes), name).toBe(0)
  expect((await open(await packZip(new Map(), 0))).size).toBe(0)
})

test('what repeats takes less room', async () => {
  expect((await packZip(new Map([['a', new Uint8Array(1_000_000)]]), Date.UTC(2026, 0))).length).toBeLessThan(10_000)
})

/** The year of the first file in a zip, as its header has it. */
const yearIn = (zip: Uint8Array): number => 1980 + (Buffer.from(zip).readUInt16LE(12) >> 9)

test.each([
  [Date.UTC(2026, 5), Date.UTC(2026, 5)],
  [0, Date.UTC(1981, 0)],
  [-1, Date.UTC(1981, 0)],
  [Date.UTC(2500, 0), Date.UTC(2099, 0)],
])('a clock that says %i makes a file of the moment %i', async (at, moment) => {
  const zip = await packZip(new Map([['a', strToU8('x')]]), at)
  // The format knows the time of the place.
  expect(yearIn(zip)).toBe(new Date(moment).getFullYear())
  expect((await open(zip)).size).toBe(1)
})

test('only files that are wanted are unpacked', async () => {
  const zip = zipSync({ a: strToU8('1'), b: strToU8('2') })
  expect([...(await open(zip, (path) => path === 'b')).keys()]).toEqual(['b'])
})

test.each(['/a', 'C:\\a', 'c:a', 'a\\b', 'a\0b', '..', '../a', 'a/../b', 'a/..'])(
  'a zip that names the place %j outside is refused, even where that is not wanted',
  async (name) => {
    const zip = zipSync({ [name]: strToU8('x') })
    expect(Object.keys(unzipSync(zip))).toEqual([name])
    await expect(open(zip, () => false)).rejects.toThrow('a.zip: it names a place outside of itself')
  },
)

test.each(['a..b', 'a/..b', '...', 'ab:c', 'a/b'])('a zip with a file %j is taken', async (name) => {
  expect([...(await open(zipSync({ [name]: strToU8('x') }))).keys()]).toEqual([name])
})

const withFiles = (count: number): Uint8Array =>
  zipSync(Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, new Uint8Array()])), {
    level: 0,
  })

test('a zip may hold ten thousand files, wanted or not', async () => {
  expect((await open(withFiles(10_000))).size).toBe(10_000)
  await expect(open(withFiles(10_001), () => false)).rejects.toThrow('it holds too many files')
})

interface Claim {
  readonly unpacked: number
  readonly packed?: number
}
const content = strToU8('short'.repeat(20))
const packedBytes = zipSync({ x: content }).length - zipSync({ x: new Uint8Array() }, { level: 0 }).length

/** A zip whose files claim, in its list, to be of these sizes. */
function claiming(...claims: readonly Claim[]): Uint8Array {
  const zip = Buffer.from(zipSync(Object.fromEntries(claims.map((_, index) => [`x${index}`, content]))))
  let at = 0
  for (const { unpacked, packed } of claims) {
    at = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'), at) + 24
    zip.writeUInt32LE(unpacked, at)
    if (packed !== undefined) zip.writeUInt32LE(packed, at - 4)
  }
  return zip
}

test('a zip whose files claim to be longer or shorter than they are is damaged', async () => {
  expect((await open(claiming({ unpacked: 100 }))).get('x0')).toEqual(Buffer.from(content))
  for (const unpacked of [99, 101, 0]) await expect(open(claiming({ unpacked }))).rejects.toThrow('it is damaged')
  expect((await open(claiming({ unpacked: 100 }, { unpacked: 99 }), (path) => path === 'x0')).size).toBe(1)
})

test('a zip whose files claim too much is not opened, one by one or together', async () => {
  const [most, packed] = [256 * 1024 * 1024, 10_000_000]
  const fits = 1024 * 1024 + 100 * packedBytes
  for (const [claims, said] of [
    [[{ unpacked: fits }], 'it is damaged'],
    [[{ unpacked: fits + 1 }], 'it would unpack to too much'],
    [[{ unpacked: most, packed }], 'it is damaged'],
    [[{ unpacked: most + 1, packed }], 'it would unpack to too much'],
    [[{ unpacked: 100 }, { unpacked: most - 100, packed }], 'it is damaged'],
    [[{ unpacked: 100 }, { unpacked: most - 99, packed }], 'it would unpack to too much'],
  ] as const)
    await expect(open(claiming(...claims)), JSON.stringify(claims)).rejects.toThrow(said)
})

test('a zip may hold a million lines', async () => {
  const lines = (count: number): Uint8Array => zipSync({ a: Buffer.alloc(2 * count, 'x\n') }, { level: 0 })
  expect((await open(lines(1_000_000))).size).toBe(1)
  await expect(open(lines(1_000_001))).rejects.toThrow('it would unpack to too much')
})

test('the sizes of what is in a zip are those of its files', async () => {
  const file = join(await temporaryFolder(), 'a.zip')
  await writeFile(file, zipSync({ a: strToU8('1'), 'b/c': strToU8('22') }))
  expect(await sizesInZip(file, 'a.zip')).toEqual([
    ['a', 1],
    ['b/c', 2],
  ])
})

test('what is no zip is told with its name, in both languages', async () => {
  await expect(open(strToU8('hello'))).rejects.toMatchObject({
    failure: {
      code: 'bad-request',
      message: {
        ko: 'a.zip: ZIP 파일이 아니거나 손상됐어요.',
        en: 'a.zip: this is no ZIP file, or it is damaged.',
      },
    },
  })
})

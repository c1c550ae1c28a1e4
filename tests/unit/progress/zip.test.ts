import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openZip, packZip } from '../../../src/services/progress/zip.ts'

const every = (): boolean => true
const sizes = [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 512 * 1024, 700_000]
const filled = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251)

test('what was packed is unpacked again, however long it is', async () => {
  const files = new Map(sizes.map((size) => [`of ${size}`, filled(size)]))
  const packed = await packZip(files, Date.UTC(2026, 0))
  const opened = openZip(packed, 'a.zip', every)
  expect([...opened.keys()]).toEqual([...files.keys()])
  for (const [name, bytes] of files) expect(Buffer.compare(opened.get(name) ?? Buffer.alloc(9), bytes), name).toBe(0)
  expect(openZip(await packZip(new Map(), 0), 'a.zip', every).size).toBe(0)
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
  expect(openZip(zip, 'a.zip', every).size).toBe(1)
})

test('only files that are wanted are unpacked', () => {
  const zip = zipSync({ a: strToU8('1'), b: strToU8('2') })
  expect([...openZip(zip, 'a.zip', (path) => path === 'b')].map(([name]) => name)).toEqual(['b'])
})

test.each(['/a', 'C:\\a', 'c:a', 'a\\b', 'a\0b', '..', '../a', 'a/../b', 'a/..'])(
  'a zip that names the place %j outside is refused, even where that is not wanted',
  (name) => {
    const zip = zipSync({ [name]: strToU8('x') })
    expect(Object.keys(unzipSync(zip))).toEqual([name])
    expect(() => openZip(zip, 'a.zip', () => false)).toThrow('a.zip: it names a place outside of itself')
  },
)

test.each(['a..b', 'a/..b', '...', 'ab:c', 'a/b'])('a zip with a file %j is taken', (name) => {
  expect([...openZip(zipSync({ [name]: strToU8('x') }), 'a.zip', every).keys()]).toEqual([name])
})

const withFiles = (count: number): Uint8Array =>
  zipSync(Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, new Uint8Array()])), {
    level: 0,
  })

test('a zip may hold ten thousand files, wanted or not', () => {
  expect(openZip(withFiles(10_000), 'a.zip', every).size).toBe(10_000)
  expect(() => openZip(withFiles(10_001), 'a.zip', () => false)).toThrow('it holds too many files')
})

/** A zip whose files claim to be of these sizes. */
function claiming(...claims: readonly number[]): Uint8Array {
  const files = Object.fromEntries(claims.map((_, index) => [`x${index}`, strToU8('short')]))
  const zip = Buffer.from(zipSync(files, { level: 0 }))
  let at = 0
  for (const claim of claims) {
    // The sizes of the central directory are those that count.
    at = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'), at) + 24
    zip.writeUInt32LE(claim, at)
  }
  return zip
}
const most = 512 * 1024 * 1024

test('a zip whose files claim to be longer than they are is damaged, and one that claims too much is not opened', () => {
  expect(() => openZip(claiming(6), 'a.zip', every)).toThrow('this ZIP file is damaged: x0')
  expect(() => openZip(claiming(most), 'a.zip', every)).toThrow('this ZIP file is damaged: x0')
  expect(() => openZip(claiming(most + 1), 'a.zip', every)).toThrow('it would unpack to too much')
  expect(() => openZip(claiming(5, most - 5), 'a.zip', every)).toThrow('this ZIP file is damaged: x1')
  expect(() => openZip(claiming(5, most - 4), 'a.zip', every)).toThrow('it would unpack to too much')
  expect(openZip(claiming(5, most), 'a.zip', (path) => path === 'x0').size).toBe(1)
})

test('what is no zip is told with its name, in both languages', () => {
  const failure = (() => {
    try {
      openZip(strToU8('hello'), 'a.zip', every)
      return null
    } catch (error) {
      return error
    }
  })()
  expect(failure).toMatchObject({
    failure: {
      code: 'bad-request',
      message: {
        ko: 'a.zip: ZIP 파일이 아니거나 손상됐어요.',
        en: 'a.zip: this is no ZIP file, or it is damaged.',
      },
    },
  })
})

import { expect, test } from 'vitest'
import { listTar } from '../../../src/services/recording/tar.ts'

/** One entry of an archive: its head, and its content in blocks of 512. */
function entry(name: string, type: string, size = 0, link = ''): Buffer {
  const head = Buffer.alloc(512 + Math.ceil(size / 512) * 512)
  head.write(name)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write(type, 156)
  head.write(link, 157)
  head.write('ustar\0', 257)
  head.fill('x', 512, 512 + size)
  return head
}
const end = Buffer.alloc(1024)
const archive = (...entries: readonly Buffer[]): Buffer => Buffer.concat([...entries, end])

test('entries are told with their kind, size and where links point', () => {
  const list = listTar(
    archive(
      entry('www/', '5'),
      entry('www/index.html', '0', 13),
      entry('old', '\0', 512),
      entry('bin/gzip', '2', 0, 'busybox'),
      entry('bin/sh', '1', 0, 'bin/busybox'),
      entry('dev/null', '3'),
    ),
  )
  expect(list).toEqual([
    { name: 'www/', type: 'dir', size: 0 },
    { name: 'www/index.html', type: 'file', size: 13 },
    { name: 'old', type: 'file', size: 512 },
    { name: 'bin/gzip', type: 'symlink', size: 0, link: 'busybox' },
    { name: 'bin/sh', type: 'hardlink', size: 0, link: 'bin/busybox' },
    // A kind without a word of ours stays what it is.
    { name: 'dev/null', type: '3', size: 0 },
  ])
})

test('content is passed over, whatever its length', () => {
  const sizes = [0, 1, 511, 512, 513, 2000]
  const list = listTar(archive(...sizes.map((size) => entry(`f${size}`, '0', size))))
  expect(list).toEqual(sizes.map((size) => ({ name: `f${size}`, type: 'file', size })))
})

test('entries that only describe the next one are none', () => {
  const describing = ['x', 'g', 'L', 'K'].map((type) => entry('about', type, 30))
  expect(listTar(archive(...describing, entry('a', '0')))).toEqual([{ name: 'a', type: 'file', size: 0 }])
})

test('of many the first twelve are told, and how many more there are', () => {
  const files = (count: number): Buffer =>
    archive(...Array.from({ length: count }, (_, index) => entry(`f${index}`, '0')))
  expect(listTar(files(12))).toHaveLength(12)
  expect(listTar(files(12)).at(-1)).toEqual({ name: 'f11', type: 'file', size: 0 })
  expect(listTar(files(15))).toHaveLength(13)
  expect(listTar(files(15)).at(-1)).toEqual({ more: 3 })
  expect(listTar(files(3), 2)).toEqual([
    { name: 'f0', type: 'file', size: 0 },
    { name: 'f1', type: 'file', size: 0 },
    { more: 1 },
  ])
})

test('an archive that is cut short is told as far as it goes', () => {
  const whole = archive(entry('a', '0', 5), entry('b', '0', 5))
  expect(listTar(whole.subarray(0, 1024 + 100))).toEqual([{ name: 'a', type: 'file', size: 5 }])
  // Cut right behind a head, it is told with what that says.
  expect(listTar(whole.subarray(0, 1024 + 512))).toHaveLength(2)
  expect(listTar(whole.subarray(0, 1024 + 511))).toHaveLength(1)
  expect(listTar(Buffer.alloc(0))).toEqual([])
  // Names and links as long as their field end with it.
  const [name, link] = ['n'.repeat(100), 'l'.repeat(100)]
  expect(listTar(archive(entry(name, '2', 0, link)))).toMatchObject([
    { name, link: expect.stringMatching(/^l{100}/) as string },
  ])
})

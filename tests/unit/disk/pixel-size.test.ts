import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pixelSize } from '../../../src/services/disk/pixel-size.ts'
import { smallestPng } from '../smallest-png.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const text = (written: string): Buffer => Buffer.from(written, 'latin1')
const padded = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.alloc(100)])

const png = Buffer.from(smallestPng)
png.writeUInt32BE(9000, 16)
/** What a camera writes before the size of a picture: a preview of it, which is longer than the beginning that is read. */
const preview = Buffer.concat([text('\xff\xe1\xff\xfe'), Buffer.alloc(0xfffc, 0xff)])
const frame = text('\xff\xff\xc2\0\x11\x08\x17\x70\x20\x08')
const vp8x = Buffer.concat([text('RIFF    WEBPVP8X        '), Buffer.from([0x0f, 0x27, 0, 0x57, 0x1b, 0])])

it.each([
  ['a.png', png, 9000, 1],
  ['a.jpg', padded(text('\xff\xd8'), preview, preview, frame), 8200, 6000],
  ['a.gif', padded(text('GIF89a\x20\x03\x58\x02')), 800, 600],
  ['x.webp', padded(vp8x), 10000, 7000],
  ['lossy.webp', padded(text('RIFF    WEBPVP8     \0\0\0\x9d\x01\x2a\x80\x02\xe0\x41')), 640, 480],
  ['lossless.webp', padded(text('RIFF    WEBPVP8L    \x2f'), Buffer.from([0x7f, 0xc2, 0x77, 0])), 640, 480],
  [
    'a.avif',
    padded(text('\0\0\0\x1cftypavif'), Buffer.alloc(200), text('ispe\0\0\0\0\0\0\x22\xb8\0\0\x11\x5c')),
    8888,
    4444,
  ],
])('reads of %s how large it is', async (name, bytes, width, height) => {
  const file = join(await temporaryFolder(), name)
  await writeFile(file, bytes)
  expect(await pixelSize(file)).toEqual({ width, height, bytes: bytes.length })
})

it.each([
  ['an empty file', Buffer.alloc(0)],
  ['a JPEG without a frame', padded(text('\xff\xd8'), preview)],
  ['a JPEG whose segments lead nowhere', padded(text('\xff\xd8\xff\xe1\0\0'), Buffer.alloc(50, 0xff))],
  ['a WebP of another kind', padded(text('RIFF    WEBPXXXX'))],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"/>')],
])('knows nothing of %s', async (_, bytes) => {
  const file = join(await temporaryFolder(), 'a')
  await writeFile(file, bytes)
  expect(await pixelSize(file)).toBeNull()
})

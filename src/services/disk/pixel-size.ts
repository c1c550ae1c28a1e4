import { open, type FileHandle } from 'node:fs/promises'

/** How many pixels a picture has, and how many bytes its file. */
export interface PixelSize {
  readonly width: number
  readonly height: number
  readonly bytes: number
}

type Sides = Pick<PixelSize, 'width' | 'height'>

const sides = (width: number, height: number): Sides => ({ width, height })
const holds = (head: Buffer, from: number, text: string): boolean =>
  head.toString('latin1', from, from + text.length) === text

/** Segments of a JPEG looked through before its size: programs write some dozens, of up to 64 kB each. */
const mostSegments = 1000

/** The frame header of a JPEG, ITU-T T.81 B.2.2: the segments before it say how long they are. */
async function jpegSides(file: FileHandle): Promise<Sides | null> {
  const segment = Buffer.alloc(9)
  for (let at = 2, n = 0; n < mostSegments; n += 1) {
    const { bytesRead } = await file.read(segment, 0, segment.length, at)
    if (bytesRead < segment.length || segment[0] !== 0xff) return null
    const marker = segment[1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sides(segment.readUInt16BE(7), segment.readUInt16BE(5))
    // Bytes that only fill come before a marker.
    at += marker === 0xff ? 1 : 2 + segment.readUInt16BE(2)
  }
  return null
}

function webpSides(head: Buffer): Sides | null {
  if (holds(head, 12, 'VP8X')) return sides(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1)
  if (holds(head, 12, 'VP8 ')) return sides(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff)
  if (!holds(head, 12, 'VP8L')) return null
  const bits = head.readUInt32LE(21)
  return sides((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
}

/** The first size that an AVIF states, of all its parts the one that comes first in what programs write. */
function avifSides(head: Buffer): Sides | null {
  const at = head.indexOf('ispe', 0, 'latin1')
  return at < 0 || at + 16 > head.length ? null : sides(head.readUInt32BE(at + 8), head.readUInt32BE(at + 12))
}

async function sidesOf(file: FileHandle, head: Buffer): Promise<Sides | null> {
  if (head.length < 30) return null
  if (holds(head, 1, 'PNG')) return sides(head.readUInt32BE(16), head.readUInt32BE(20))
  if (holds(head, 0, 'GIF8')) return sides(head.readUInt16LE(6), head.readUInt16LE(8))
  if (holds(head, 8, 'WEBP')) return webpSides(head)
  if (holds(head, 4, 'ftyp')) return avifSides(head)
  return head[0] === 0xff && head[1] === 0xd8 ? jpegSides(file) : null
}

/** The size of a picture made of pixels, as its file states it; null of all others. Rejects as opening it does. */
export async function pixelSize(path: string): Promise<PixelSize | null> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(1024)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    const found = await sidesOf(file, head.subarray(0, bytesRead))
    return found && { ...found, bytes: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

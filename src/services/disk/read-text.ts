import { constants, type Stats } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import type { Problem, Text } from '../../contract/deck.ts'
import { problem } from '../../core/deck/problem-report.ts'
import { sizeText } from '../../core/words/bytes-text.ts'
import { realPathWithin } from './real-path-within.ts'

/** A file's text with every byte of it (a byte order mark too), or why there is none. */
export type TextRead = { readonly text: string } | { readonly problem: Problem }

const reasons: Readonly<Record<string, Text>> = {
  EACCES: { ko: '읽기 권한이 없어요.', en: 'you may not read it.' },
  EPERM: { ko: '읽기 권한이 없어요.', en: 'you may not read it.' },
  EMFILE: { ko: '열린 파일이 너무 많아요.', en: 'too many files are open.' },
  ELOOP: { ko: '심볼릭 링크가 제자리를 맴돌아요.', en: 'its symbolic links go in circles.' },
}
const general: Text = { ko: '디스크가 답하지 않아요.', en: 'the disk does not give it.' }

const folder: Text = { ko: '폴더예요.', en: 'it is a folder.' }
const special: Text = {
  ko: '보통 파일이 아니라 장치나 파이프예요.',
  en: 'it is a device or a pipe and no regular file.',
}
const outside: Text = { ko: '강의 폴더 밖으로 가는 링크예요.', en: 'it is a link that leads out of the course.' }

/** How much of a file is read: a hundred times what the longest file of our own course has. */
export const mostBytes = 8_000_000
const tooLarge = (bytes: number): Text => {
  const [size, most] = [sizeText(bytes), sizeText(mostBytes)]
  return {
    ko: `파일이 너무 커요(${size}). ${most}까지 읽어요.`,
    en: `it is too large (${size}); up to ${most} are read.`,
  }
}

/** Why something is no file that can be read as text, or null. */
function unfit(stats: Stats): Text | null {
  if (stats.isDirectory()) return folder
  if (!stats.isFile()) return special
  return stats.size > mostBytes ? tooLarge(stats.size) : null
}

const partBytes = 64 * 1024

/** @param size what the file says it holds; it may hold more, as those of the kernel do, or grow meanwhile */
async function bytesOf(handle: FileHandle, size: number): Promise<Buffer> {
  const parts: Buffer[] = []
  // One more than it says, so that mostly one part shows that this was all.
  let part = Buffer.allocUnsafe(size + 1)
  let filled = 0
  for (let length = 0; length <= mostBytes;) {
    const { bytesRead } = await handle.read(part, filled)
    if (bytesRead === 0) break
    length += bytesRead
    filled += bytesRead
    if (filled < part.length) continue
    parts.push(part)
    part = Buffer.allocUnsafe(partBytes)
    filled = 0
  }
  return Buffer.concat([...parts, part.subarray(0, filled)])
}

/** The bytes of a regular file, or why they are not read. Rejects as the file system does. */
async function readRegular(file: string, within: string | undefined): Promise<Buffer | Text> {
  if (within !== undefined && (await realPathWithin(within, file)) === null) return outside
  const before = unfit(await stat(file))
  if (before !== null) return before
  // Should it have become a pipe since then, opening does not wait for somebody to write into it.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = await handle.stat()
    const now = unfit(stats)
    if (now !== null) return now
    const bytes = await bytesOf(handle, stats.size)
    return bytes.length > mostBytes ? tooLarge(bytes.length) : bytes
  } finally {
    await handle.close()
  }
}

/**
 * Reads a UTF-8 file. Never rejects: what goes wrong is a problem of that file, so is one that is no regular file or has
 * more than `mostBytes`.
 * @param within the folder that it must be in, links followed
 */
export async function readText(file: string, within?: string): Promise<TextRead> {
  const start = { line: 1, column: 1 }
  let bytes: Buffer | Text
  try {
    bytes = await readRegular(file, within)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: problem(file, start, 'not-found') }
    return { problem: problem(file, start, 'unreadable', reasons[code] ?? general) }
  }
  if (!Buffer.isBuffer(bytes)) return { problem: problem(file, start, 'unreadable', bytes) }
  try {
    return { text: decode(bytes) }
  } catch {
    return { problem: notUtf8(file, bytes) }
  }
}

const decode = (bytes: Uint8Array, options?: TextDecodeOptions): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, options)

function notUtf8(file: string, bytes: Uint8Array): Problem {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16)
    return problem(file, { line: 1, column: 1 }, 'not-utf8', { ko: 'UTF-16 파일이에요.', en: 'This file is UTF-16.' })
  const before = decodedBefore(bytes)
  const lines = before.split(/\r\n|\n|\r/)
  return problem(file, { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }, 'not-utf8', {
    ko: 'UTF-8이 아닌 글자가 있어요.',
    en: 'Not UTF-8 from here on.',
  })
}

/** The text up to the first byte that is not UTF-8. */
function decodedBefore(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length]
  // A cut through a character counts as good: only what is wrong in itself is not UTF-8.
  const isGood = (length: number) => {
    try {
      decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isGood(middle)) good = middle
    else bad = middle
  }
  return decode(bytes.subarray(0, good), { stream: true })
}

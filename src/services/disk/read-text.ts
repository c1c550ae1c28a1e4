import { readFile } from 'node:fs/promises'
import type { Problem, Text } from '../../contract/deck.ts'
import { problem } from '../../core/deck/index.ts'

/** A file's text with every byte of it (a byte order mark too), or why there is none. */
export type TextRead = { readonly text: string } | { readonly problem: Problem }

const reasons: Readonly<Record<string, Text>> = {
  EACCES: { ko: '읽기 권한이 없어요.', en: 'you may not read it.' },
  EPERM: { ko: '읽기 권한이 없어요.', en: 'you may not read it.' },
  EISDIR: { ko: '폴더예요.', en: 'it is a folder.' },
  EMFILE: { ko: '열린 파일이 너무 많아요.', en: 'too many files are open.' },
  ELOOP: { ko: '심볼릭 링크가 제자리를 맴돌아요.', en: 'its symbolic links go in circles.' },
  ERR_FS_FILE_TOO_LARGE: { ko: '파일이 너무 커요.', en: 'it is too large.' },
}
const general: Text = { ko: '디스크가 답하지 않아요.', en: 'the disk does not give it.' }

/** Reads a UTF-8 file. Never rejects: what goes wrong is a problem of that file. */
export async function readText(file: string): Promise<TextRead> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const start = { line: 1, column: 1 }
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: problem(file, start, 'not-found') }
    return { problem: problem(file, start, 'unreadable', reasons[code] ?? general) }
  }
  try {
    return { text: decode(bytes) }
  } catch {
    return { problem: notUtf8(file, bytes) }
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

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
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true })
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
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true })
}

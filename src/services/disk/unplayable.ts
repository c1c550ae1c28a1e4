import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Text } from '../../contract/deck.ts'

const ascii = (bytes: Buffer, from: number, length: number): string =>
  bytes.subarray(from, from + length).toString('latin1')

/** How files begin that browsers play, by their endings: what is called otherwise than it is often does not. */
const begins: Readonly<Record<string, (head: Buffer) => boolean>> = {
  '.mp4': (head) => ascii(head, 4, 4) === 'ftyp',
  '.m4a': (head) => ascii(head, 4, 4) === 'ftyp',
  '.webm': (head) => ascii(head, 0, 4) === '\x1a\x45\xdf\xa3',
  '.ogg': (head) => ascii(head, 0, 4) === 'OggS',
  '.wav': (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WAVE',
  // Tags come first, or a frame with its eleven set bits.
  '.mp3': (head) => ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
}

const reasons = {
  empty: { ko: '빈 파일이에요.', en: 'the file is empty.' },
  other: { ko: '이름의 끝과 실제 형식이 달라요.', en: 'the ending of its name does not say what it is.' },
} as const satisfies Record<string, Text>

/** Why browsers would not play a file, or null where they do, as far as its name and its beginning tell. Rejects as opening it does. */
export async function unplayable(file: string): Promise<Text | null> {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(16)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    if (bytesRead === 0) return reasons.empty
    return begins[extname(file).toLowerCase()]?.(head) === true ? null : reasons.other
  } finally {
    await handle.close()
  }
}

import { open, readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Text } from '../../contract/deck.ts'
import { imageEndings } from './static-files.ts'

/** How much of a file is read at each of its ends. */
const edge = 1024

interface Ends {
  readonly head: Buffer
  readonly tail: Buffer
  readonly size: number
}

async function endsOf(file: string): Promise<Ends> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const read = async (from: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(edge), 0, edge, from)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await read(0), tail: await read(Math.max(0, size - edge)), size }
  } finally {
    await handle.close()
  }
}

const ascii = (bytes: Buffer, from: number, length: number): string =>
  bytes.subarray(from, from + length).toString('latin1')

const pngStart = '\x89PNG\r\n\x1a\n'

/** How the pictures begin that browsers draw whatever their file is called. */
const kinds: readonly ((head: Buffer) => boolean)[] = [
  (head) => ascii(head, 0, 8) === pngStart,
  (head) => ascii(head, 0, 3) === '\xff\xd8\xff',
  (head) => /^GIF8[79]a/.test(ascii(head, 0, 6)),
  (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP',
  (head) => ascii(head, 4, 4) === 'ftyp' && /avi[fs]/.test(ascii(head, 8, 64)),
]

/** Whether a picture lacks its end, where that tells: what is missing of a JPEG or a GIF is drawn as nothing. */
async function isCut(file: string, { head, tail, size }: Ends): Promise<boolean> {
  if (ascii(head, 0, 4) === 'RIFF') return size < head.readUInt32LE(4) + 8
  if (ascii(head, 0, 8) !== pngStart) return false
  // A PNG ends with a chunk of its own, after which some programs write more: https://www.w3.org/TR/png-3/#11IEND
  return !tail.includes('IEND') && !(await readFile(file)).includes('IEND')
}

const reasons = {
  empty: { ko: '빈 파일이에요.', en: 'the file is empty.' },
  cut: { ko: '파일이 중간에서 끊겼어요.', en: 'the file breaks off in the middle.' },
  none: { ko: '그림 파일이 아니에요.', en: 'it is no picture.' },
  ending: {
    ko: `파일 이름이 다음 가운데 하나로 끝나야 해요: ${imageEndings.join(', ')}.`,
    en: `its name must end in one of ${imageEndings.join(', ')}.`,
  },
  renamed: {
    ko: '이름의 끝과 실제 형식이 달라요.',
    en: 'the ending of its name does not say what it is.',
  },
} as const satisfies Record<string, Text>

/** What declarations, comments and doctypes before the first element begin and end with. */
const before = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const

/** Whether a text begins as an SVG does, or at least as one whose first element comes later. */
function beginsAsSvg(head: Buffer): boolean {
  let left = head.toString('utf8').replace('\uFEFF', '').trimStart()
  for (;;) {
    const [, close] = before.find(([open]) => left.startsWith(open)) ?? []
    if (close === undefined) return /^<(?:\w+:)?svg[\s/>]/i.test(left)
    const end = left.indexOf(close)
    if (end < 0) return true
    // What a doctype declares of its own stands in brackets.
    left = left
      .slice(end + close.length)
      .replace(/^\s*\]>/, '')
      .trimStart()
  }
}

function svgTrouble({ head, tail }: Ends): Text | null {
  if (!beginsAsSvg(head)) return kinds.some((begins) => begins(head)) ? reasons.renamed : reasons.none
  const end = tail.toString('utf8')
  return /<\/(?:\w+:)?svg\s*>/i.test(end) || end.trimEnd().endsWith('/>') ? null : reasons.cut
}

/**
 * Why browsers would not draw a file as a picture, or null where they do, as far as its name and its two ends tell.
 * Rejects as opening it does.
 */
export async function undrawable(file: string): Promise<Text | null> {
  const ending = extname(file).toLowerCase()
  if (!imageEndings.includes(ending)) return reasons.ending
  const { size: known } = await stat(file)
  if (known === 0) return reasons.empty
  const ends = await endsOf(file)
  if (ending === '.svg') return svgTrouble(ends)
  if (!kinds.some((begins) => begins(ends.head))) return beginsAsSvg(ends.head) ? reasons.renamed : reasons.none
  return (await isCut(file, ends)) ? reasons.cut : null
}

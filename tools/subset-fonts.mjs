/**
 * Cuts the fonts down to what nearly every text needs, into `.cache/fonts`. A browser checks each glyph of a font before
 * it shows the first: with all 11,172 syllables of Hangul that takes longer than anything else in opening a window. The
 * whole fonts are shipped as well and are loaded by the first character that these lack.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { root } from './node.mjs'

const pretendard = 'pretendard/dist/web/static/woff2'
const fonts = [
  `${pretendard}/Pretendard-Regular`,
  `${pretendard}/Pretendard-SemiBold`,
  `${pretendard}/Pretendard-Bold`,
  '@kfonts/d2coding/D2Coding',
  '@kfonts/d2coding/D2CodingBold',
]

/** The Open Font License keeps a font's name for the font as its makers made it; both names of a pair are as long. */
const renamed = [
  ['Pretendard', 'LecternTxt'],
  ['D2Coding', 'LectMono'],
]

/** Latin, Greek, punctuation and signs, letters of Hangul, full-width forms. */
const ranges = [
  [0x20, 0x24f],
  [0x370, 0x3ff],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0x3131, 0x318e],
  [0xff00, 0xffef],
]

/** The 2,350 syllables of KS X 1001: rows 0xb0 to 0xc8 of EUC-KR. */
function everydaySyllables() {
  const bytes = []
  for (let row = 0xb0; row <= 0xc8; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  return new TextDecoder('euc-kr').decode(Uint8Array.from(bytes))
}

/** All characters that the small fonts have, where the whole ones have them. */
export function everydayText() {
  const characters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  return String.fromCodePoint(...characters) + everydaySyllables()
}

/**
 * Writes new names over the old ones in a TrueType font's table of names: its strings are in UTF-16, the sum of the
 * table is kept in the font's directory (OpenType specification, "Table Directory"), and nothing else moves.
 */
function rename(font) {
  const utf16 = (text) => Buffer.from(text, 'utf16le').swap16()
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === 'name')
  const [start, length] = [font.readUInt32BE(record + 8), font.readUInt32BE(record + 12)]
  const table = font.subarray(start, start + length)
  for (const [from, to] of renamed) {
    for (let at = table.indexOf(utf16(from)); at >= 0; at = table.indexOf(utf16(from), at)) utf16(to).copy(table, at)
  }
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0
  font.writeUInt32BE(sum, record + 4)
}

/** Writes the small fonts, unpacked: they are read from this disk, where opening a window is what takes time. */
export async function subsetFonts() {
  const folder = join(root, '.cache', 'fonts')
  mkdirSync(folder, { recursive: true })
  for (const font of fonts) {
    const whole = readFileSync(join(root, 'node_modules', `${font}.woff2`))
    const small = await subsetFont(whole, everydayText(), { targetFormat: 'truetype' })
    rename(small)
    const name = renamed.reduce((file, [from, to]) => file.replace(from, to), font.slice(font.lastIndexOf('/') + 1))
    writeFileSync(join(folder, `${name}.ttf`), small)
  }
}

if (import.meta.main) await subsetFonts()

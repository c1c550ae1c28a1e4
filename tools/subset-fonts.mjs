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

/** A table of a TrueType font (OpenType specification, "Table Directory"). */
function tableOf(font, tag) {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === tag)
  const [start, length] = [font.readUInt32BE(record + 8), font.readUInt32BE(record + 12)]
  return { record, start, length, bytes: font.subarray(start, start + length) }
}

/** Writes the sum of a table that was changed in place into the directory. */
function sumUp(font, { record, start, length }) {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0
  font.writeUInt32BE(sum, record + 4)
}

/** Writes new names over the old ones in the table of names: its strings are in UTF-16, and nothing else moves. */
function rename(font) {
  const utf16 = (text) => Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(font, 'name')
  for (const [from, to] of renamed) {
    for (let at = table.bytes.indexOf(utf16(from)); at >= 0; at = table.bytes.indexOf(utf16(from), at)) {
      utf16(to).copy(table.bytes, at)
    }
  }
  sumUp(font, table)
}

/** The number of a character's glyph (OpenType specification, "cmap", format 4). */
function glyphOf(font, character) {
  const { bytes } = tableOf(font, 'cmap')
  const offsets = Array.from({ length: bytes.readUInt16BE(2) }, (_, i) => bytes.readUInt32BE(8 + 8 * i))
  const map = bytes.subarray(offsets.find((at) => bytes.readUInt16BE(at) === 4))
  const segments = map.readUInt16BE(6) / 2
  const [ends, starts, deltas, places] = [14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments]
  const code = character.codePointAt(0)
  const at = Array.from({ length: segments }, (_, i) => 2 * i).find((i) => map.readUInt16BE(ends + i) >= code)
  const [start, delta, place] = [starts, deltas, places].map((part) => map.readUInt16BE(part + at))
  return place === 0 ? (code + delta) % 0x10000 : map.readUInt16BE(places + at + place + 2 * (code - start))
}

/**
 * D2Coding breaks the upright bar in two, as if it were the other character that is meant to be broken. Writes one bar of
 * the same width and height over both (OpenType specification, "glyf": a contour of four points, no instructions).
 */
function closeBar(font) {
  const table = tableOf(font, 'glyf')
  const places = tableOf(font, 'loca').bytes
  const isLong = tableOf(font, 'head').bytes.readInt16BE(50) === 1
  const glyph = glyphOf(font, '|')
  const [from, to] = [glyph, glyph + 1].map((i) =>
    isLong ? places.readUInt32BE(4 * i) : 2 * places.readUInt16BE(2 * i),
  )
  const bar = table.bytes.subarray(from, to)
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => bar.readInt16BE(at))
  const [width, height] = [right - left, top - bottom]
  const words = [1, left, bottom, right, top, 3, 0]
  const isOnTheLine = [1, 1, 1, 1]
  const steps = [left, 0, width, 0, bottom, height, 0, -height]
  bar.fill(0)
  words.forEach((word, i) => bar.writeInt16BE(word, 2 * i))
  Buffer.from(isOnTheLine).copy(bar, 2 * words.length)
  steps.forEach((step, i) => bar.writeInt16BE(step, 2 * words.length + isOnTheLine.length + 2 * i))
  sumUp(font, table)
}

/** Writes the small fonts, unpacked: they are read from this disk, where opening a window is what takes time. */
export async function subsetFonts() {
  const folder = join(root, '.cache', 'fonts')
  mkdirSync(folder, { recursive: true })
  for (const font of fonts) {
    const whole = readFileSync(join(root, 'node_modules', `${font}.woff2`))
    const small = await subsetFont(whole, everydayText(), { targetFormat: 'truetype' })
    rename(small)
    if (font.includes('D2Coding')) closeBar(small)
    const name = renamed.reduce((file, [from, to]) => file.replace(from, to), font.slice(font.lastIndexOf('/') + 1))
    writeFileSync(join(folder, `${name}.ttf`), small)
  }
}

if (import.meta.main) await subsetFonts()

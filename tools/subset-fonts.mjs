/**
 * Makes fonts of the ones that packages bring, into `.cache/fonts`.
 *
 * - *Everyday*: cut down to what nearly every text needs. A browser checks each glyph of a font before it shows the first:
 *   with all 11,172 syllables of Hangul that takes longer than anything else in opening a window. The whole fonts are
 *   shipped as well and are loaded by the first character that these lack.
 * - *Seldom*: what the everyday family has not at all (Hanja, letters of old Hangul, signs in circles), with outlines that
 *   print as a font.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { create } from 'fontkit'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { frameOf, glyphOf, glyphsOf, putGlyphs } from './fonts/glyphs.mjs'
import { readTables, writeTrueType } from './fonts/sfnt.mjs'
import { toTrueType } from './fonts/to-truetype.mjs'
import { root } from './node.mjs'

const modules = join(root, 'node_modules')
const folder = join(root, '.cache', 'fonts')

const pretendard = 'pretendard/dist/web/static/woff2'
const everyday = [
  `${pretendard}/Pretendard-Regular.woff2`,
  `${pretendard}/Pretendard-SemiBold.woff2`,
  `${pretendard}/Pretendard-Bold.woff2`,
  '@kfonts/d2coding/D2Coding.woff2',
  '@kfonts/d2coding/D2CodingBold.woff2',
]
const seldom = ['@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf', '@embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf']

/** The Open Font License keeps a font's name for the font as its makers made it; both names of a pair are as long. */
const renamed = [
  ['Pretendard', 'LecternTxt'],
  ['D2Coding', 'LectMono'],
  ['NotoSans', 'LectRare'],
  ['Noto Sans', 'Lect Rare'],
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

/** Writes new names over the old ones in the table of names: its strings are in UTF-16 or Latin, and nothing else moves. */
function rename(tables) {
  const names = tables.get('name')
  for (const [from, to] of renamed) {
    for (const encode of [(text) => Buffer.from(text, 'utf16le').swap16(), (text) => Buffer.from(text, 'latin1')]) {
      const [old, own] = [encode(from), encode(to)]
      for (let at = names.indexOf(old); at >= 0; at = names.indexOf(old, at)) own.copy(names, at)
    }
  }
}

/**
 * D2Coding breaks the upright bar in two, as if it were the other character that is meant to be broken: puts one bar of
 * the same width and height there.
 */
function closedBar(bar) {
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => bar.readInt16BE(at))
  const corners = [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]
  return glyphOf([corners.map(([x, y]) => ({ x, y, isOnCurve: true }))])
}

/** Draws what a browser shows for a character that no font has: cutting a font down leaves it blank. */
function missingOf(tables) {
  const height = Math.round(0.7 * tables.get('head').readUInt16BE(18))
  return frameOf({ advance: tables.get('hmtx').readUInt16BE(0), height })
}

/** Writes one of the everyday fonts, unpacked: they are read from this disk, where opening a window is what takes time. */
async function writeEveryday(font) {
  const small = await subsetFont(readFileSync(join(modules, font)), everydayText(), { targetFormat: 'truetype' })
  const tables = readTables(small)
  const glyphs = glyphsOf(tables)
  glyphs[0] = missingOf(tables)
  if (font.includes('D2Coding')) {
    const bar = create(small).glyphForCodePoint('|'.codePointAt(0)).id
    glyphs[bar] = closedBar(glyphs[bar])
  }
  putGlyphs(tables, glyphs)
  rename(tables)
  writeFileSync(join(folder, `${ownName(font)}.ttf`), writeTrueType(tables))
}

const ownName = (font) =>
  renamed.reduce((name, [from, to]) => name.replace(from, to), basename(font).replace(/\.\w+$/, ''))

/** All characters that the seldom fonts have: what the source has and the everyday family lacks. */
export function seldomText() {
  const [has, isElsewhere] = [seldom[0], everyday[0]].map(
    (font) => create(readFileSync(join(modules, font))).characterSet,
  )
  const known = new Set(isElsewhere)
  return String.fromCodePoint(...has.filter((code) => code >= 0x20 && !known.has(code)))
}

/** Writes one of the seldom fonts, packed. It takes seconds, so one that is newer than what makes it stays. */
async function writeSeldom(font) {
  const target = join(folder, `${ownName(font)}.woff`)
  const madeOf = [font, everyday[0]].map((name) => join(modules, name)).concat(makers)
  const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (timeOf(target) > Math.max(...madeOf.map(timeOf))) return
  const small = await subsetFont(readFileSync(join(modules, font)), seldomText(), { targetFormat: 'sfnt' })
  const tables = toTrueType(small)
  rename(tables)
  writeFileSync(target, await convert(writeTrueType(tables), 'woff'))
}

const makers = ['subset-fonts.mjs', 'fonts/glyphs.mjs', 'fonts/sfnt.mjs', 'fonts/to-truetype.mjs'].map((name) =>
  join(root, 'tools', name),
)

/** Writes all fonts that are not shipped as their packages bring them. */
export async function subsetFonts() {
  mkdirSync(folder, { recursive: true })
  for (const font of everyday) await writeEveryday(font)
  for (const font of seldom) await writeSeldom(font)
}

if (import.meta.main) await subsetFonts()

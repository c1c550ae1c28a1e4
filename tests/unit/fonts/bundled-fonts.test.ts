import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { FONT, MONO } from '../../../src/core/diagram/text.ts'
import { familiesOf, readFaces, there, type Face } from './faces.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const isAssigned = (code: number) => /\p{Assigned}/u.test(String.fromCodePoint(code))

/** Rows of KS X 1001, as EUC-KR writes them. */
function rowsOf(from: number, to: number): number[] {
  const bytes = range(from, to).flatMap((row) => range(0xa1, 0xfe).map((cell) => [row, cell]))
  return bytes
    .map((pair) => new TextDecoder('euc-kr').decode(Uint8Array.from(pair)))
    .filter((text) => !text.includes('\ufffd'))
    .map((text) => there(text.codePointAt(0)))
}

/** Drawn by nothing: it joins or chooses what others draw. */
const isInvisible = (code: number) =>
  /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u.test(String.fromCodePoint(code))

const emoji = range(0x20, 0x1faff).filter((code) => /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code)))

describe('the fonts that the windows bring along', () => {
  let faces: Face[]
  beforeAll(() => {
    faces = readFaces()
  }, 60_000)

  const lacking = (stack: 'sans' | 'mono', codes: number[]) => {
    const ours = faces.filter(({ family }) => familiesOf(stack).includes(family))
    const isDrawn = (code: number) => ours.some((face) => face.draws(code))
    return codes.filter((code) => !isInvisible(code) && !isDrawn(code)).map((code) => code.toString(16))
  }

  describe.each(['sans', 'mono'] as const)('in %s', (stack) => {
    it.each([
      ['㉠ to ㉻', range(0x3260, 0x327b), 28],
      ['① to ⑳', range(0x2460, 0x2473), 20],
      ['signs of KS X 1001', rowsOf(0xa1, 0xac), 986],
      ['Hanja of KS X 1001', rowsOf(0xca, 0xfd), 4888],
      ['syllables of KS X 1001', rowsOf(0xb0, 0xc8), 2350],
      ['all syllables of today', range(0xac00, 0xd7a3), 11_172],
      [
        'letters of old Hangul',
        [...range(0x1100, 0x11ff), ...range(0xa960, 0xa97c), ...range(0xd7b0, 0xd7fb)].filter(isAssigned),
        357,
      ],
      ['arrows', range(0x2190, 0x21ff), 112],
      ['operators', range(0x2200, 0x22ff), 256],
      ['lines, blocks and shapes', range(0x2500, 0x25ff), 256],
      ['signs of all kinds', range(0x2600, 0x27bf), 448],
      ['letters of mathematics', range(0x1d400, 0x1d7ff).filter(isAssigned), 996],
      ['emoji', emoji, 1200],
    ])('%s are drawn', (_, codes, count) => {
      expect(codes.length).toBeGreaterThanOrEqual(count)
      expect(lacking(stack, codes)).toEqual([])
    })

    it('a character of no family is told from one of ours', () => {
      expect(lacking(stack, [0xa98f, 0x1200])).toEqual(['a98f', '1200'])
    })
  })

  it('emoji come from the face of emoji alone, in one piece, keys and joined ones too', () => {
    const face = there(faces.find(({ path }) => path.includes('emoji')))
    const drawn = (text: string) =>
      face.font.layout(text).glyphs.filter(({ id, advanceWidth }) => id !== 0 && advanceWidth > 0)
    for (const text of ['🚀', '1️⃣', '👩‍💻', '👍🏽', '🇰🇷', '❤️']) {
      expect(Array.from(text).every((character) => face.draws(there(character.codePointAt(0))))).toBe(true)
      expect(drawn(text), text).toHaveLength(1)
    }
    const later = faces.indexOf(face)
    expect(faces.filter(({ family }) => family === face.family).at(-1)).toBe(faces[later])
  })

  it('all of them print as a font: outlines of TrueType, one weight a file, no colour', () => {
    for (const { font, path } of faces) {
      const { tables } = (font as unknown as { directory: { tables: Record<string, unknown> } }).directory
      const tags = Object.keys(tables)
      expect(tags, path).toContain('glyf')
      const type3 = ['CFF ', 'CFF2', 'COLR', 'CBDT', 'sbix', 'SVG ', 'fvar']
      expect(
        tags.filter((tag) => type3.includes(tag)),
        path,
      ).toEqual([])
    }
  })

  it('no weight is asked of a face that a browser would have to draw by itself', () => {
    for (const family of new Set(faces.map((face) => face.family))) {
      const weights = faces.filter((face) => face.family === family).map(({ weight }) => weight)
      expect(weights.includes('700') || weights.every((weight) => weight === '100 900'), family).toBe(true)
    }
  })

  it('a character that no font has is a frame, and no blank', () => {
    for (const name of ['LecternTxt', 'LectMono']) {
      for (const { font } of faces.filter(({ path }) => path.includes(name))) {
        const { bbox, advanceWidth } = font.getGlyph(0)
        expect(bbox.width).toBeGreaterThan(advanceWidth * 0.6)
        expect(bbox.height).toBeGreaterThan(font.unitsPerEm * 0.5)
        expect(bbox.width).toBeLessThan(advanceWidth)
      }
    }
  })

  it('pictures ask for the same families as words', () => {
    const families = (stack: string) => stack.split(',').map((family) => family.trim().replaceAll("'", ''))
    expect(families(FONT)).toEqual(familiesOf('sans'))
    expect(families(MONO)).toEqual(familiesOf('mono'))
  })

  it('the fonts made of others have names of their own', () => {
    for (const { font, path } of faces.filter(({ path }) => path.includes('.cache'))) {
      expect(`${font.postscriptName} ${font.fullName} ${font.familyName}`, path).not.toMatch(/Noto|Pretendard|D2Coding/)
    }
  })

  it('outlines of the seldom fonts lie where those lie that they are made of', () => {
    for (const weight of ['Regular', 'Bold']) {
      const made = there(faces.find(({ path }) => path.includes(`LectRareKR-${weight}`))).font
      const source = create(
        readFileSync(
          join(import.meta.dirname, `../../../node_modules/@embedpdf/fonts-kr/fonts/NotoSansKR-${weight}.otf`),
        ),
      ) as Font
      for (const character of '漢字國鑑㉠⒜ᄒᆞᆫ囍鬱') {
        const code = there(character.codePointAt(0))
        const [ours, theirs] = [made.glyphForCodePoint(code), source.glyphForCodePoint(code)]
        expect(ours.advanceWidth).toBe(theirs.advanceWidth)
        for (const side of ['minX', 'minY', 'maxX', 'maxY'] as const) {
          expect(Math.abs(ours.bbox[side] - theirs.bbox[side]), `${character} ${side}`).toBeLessThanOrEqual(2)
        }
      }
    }
  })

  it('letters of old Hangul join to one syllable', () => {
    const made = there(faces.find(({ path }) => path.includes('LectRareKR-Regular'))).font
    const glyphs = made.layout('ᄒᆞᆫ').glyphs
    const alone = Array.from('ᄒᆞᆫ').map((letter) => made.glyphForCodePoint(there(letter.codePointAt(0))).id)
    expect(glyphs.map(({ id }) => id)).not.toEqual(alone)
  })
})

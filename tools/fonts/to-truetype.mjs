/**
 * Gives a font with outlines of PostScript those of TrueType: browsers print the former as a Type 3 font, in which a
 * reader of the PDF can neither search nor select well. What shapes words (`GSUB`, `GPOS`) is kept, so that letters of
 * old Hangul still join.
 */
import cubic2quad from 'cubic2quad'
import { create } from 'fontkit'
import { glyphOf, putGlyphs } from './glyphs.mjs'
import { readTables } from './sfnt.mjs'

/** How far a curve may lie from what it stands for, in units of a font that has a thousand of them to the em. */
const tolerance = 0.7

/** What belongs to outlines of PostScript alone. */
const ofPostScript = ['CFF ', 'VORG']

const pointOf = (x, y, isOnCurve) => ({ x: Math.round(x), y: Math.round(y), isOnCurve })
const isSame = (a, b) => a.x === b.x && a.y === b.y

/** The points of a path's contours, turned the way that TrueType fills. */
function contoursOf(path) {
  const contours = []
  let contour = []
  let [fromX, fromY] = [0, 0]
  const close = () => {
    if (contour.length > 1 && isSame(contour[0], contour.at(-1))) contour.pop()
    if (contour.length > 2) contours.push(contour.reverse())
    contour = []
  }
  for (const { command, args } of path.commands) {
    if (command === 'closePath') continue
    if (command === 'moveTo') close()
    if (command === 'bezierCurveTo') {
      const curve = cubic2quad(fromX, fromY, ...args, tolerance)
      for (let i = 2; i < curve.length; i += 4) {
        contour.push(pointOf(curve[i], curve[i + 1], false), pointOf(curve[i + 2], curve[i + 3], true))
      }
    } else contour.push(pointOf(args[0], args[1], true))
    ;[fromX, fromY] = args.slice(-2)
  }
  close()
  return contours
}

/** The table that says how much a font's outlines ask for (OpenType specification, "maxp", version 1.0). */
function maximaOf(glyphs) {
  const table = Buffer.alloc(32)
  table.writeUInt32BE(0x00010000, 0)
  table.writeUInt16BE(glyphs.length, 4)
  table.writeUInt16BE(Math.max(...glyphs.map((contours) => contours.flat().length)), 6)
  table.writeUInt16BE(Math.max(...glyphs.map((contours) => contours.length)), 8)
  const zonesWithoutTwilight = 1
  table.writeUInt16BE(zonesWithoutTwilight, 14)
  return table
}

/** @param font a font with a table `CFF ` @returns its tables with `glyf`, `loca` and `maxp` in place of it */
export function toTrueType(font) {
  const shapes = create(font)
  const glyphs = Array.from({ length: shapes.numGlyphs }, (_, i) => contoursOf(shapes.getGlyph(i).path))
  const tables = readTables(Buffer.from(font))
  for (const tag of ofPostScript) tables.delete(tag)
  tables.set('maxp', maximaOf(glyphs))
  putGlyphs(tables, glyphs.map(glyphOf))
  return tables
}

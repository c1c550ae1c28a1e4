/** Writes glyphs of TrueType (OpenType specification, "glyf" and "loca"). */

const flags = { isOnCurve: 1, hasShortX: 2, hasShortY: 4, repeats: 8, isSameOrPositiveX: 16, isSameOrPositiveY: 32 }

/** One coordinate's step as bytes, with the bits of the flag that say how it is written. */
function step(delta, short, sameOrPositive) {
  if (delta === 0) return [sameOrPositive, []]
  if (Math.abs(delta) < 256) return [short | (delta > 0 ? sameOrPositive : 0), [Math.abs(delta)]]
  return [0, [(delta >> 8) & 0xff, delta & 0xff]]
}

/**
 * A glyph of contours without instructions.
 * @param contours lists of points `{ x, y, isOnCurve }` in font units, whole numbers; a contour closes by itself
 * @returns its bytes, filled up to a multiple of two; none for a glyph without contours
 */
export function glyphOf(contours) {
  if (contours.length === 0) return Buffer.alloc(0)
  const points = contours.flat()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const head = [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  let last = -1
  const ends = contours.map((contour) => (last += contour.length))
  const words = Buffer.alloc(2 * (head.length + ends.length + 1))
  head.forEach((word, i) => words.writeInt16BE(word, 2 * i))
  ends.forEach((word, i) => words.writeUInt16BE(word, 2 * (head.length + i)))
  const [marks, across, up] = [[], [], []]
  let from = { x: 0, y: 0 }
  for (const point of points) {
    const [markX, x] = step(point.x - from.x, flags.hasShortX, flags.isSameOrPositiveX)
    const [markY, y] = step(point.y - from.y, flags.hasShortY, flags.isSameOrPositiveY)
    marks.push((point.isOnCurve ? flags.isOnCurve : 0) | markX | markY)
    across.push(...x)
    up.push(...y)
    from = point
  }
  const bytes = [...packed(marks), ...across, ...up]
  return Buffer.concat([words, Buffer.from(bytes), Buffer.alloc(bytes.length % 2)])
}

/** Flags with those that repeat written once, with how often they come again. */
function packed(marks) {
  const bytes = []
  for (let i = 0; i < marks.length;) {
    let count = 1
    while (i + count < marks.length && marks[i + count] === marks[i] && count < 256) count += 1
    if (count > 2) bytes.push(marks[i] | flags.repeats, count - 1)
    else for (let k = 0; k < count; k += 1) bytes.push(marks[i])
    i += count
  }
  return bytes
}

/** Puts glyphs into a font's tables, in place of all that it has; `head` must be one that may be written into. */
export function putGlyphs(tables, glyphs) {
  const places = Buffer.alloc(4 * (glyphs.length + 1))
  let at = 0
  glyphs.forEach((glyph, i) => {
    places.writeUInt32BE(at, 4 * i)
    at += glyph.length
  })
  places.writeUInt32BE(at, 4 * glyphs.length)
  tables.get('head').writeInt16BE(1, 50)
  tables.set('loca', places)
  tables.set('glyf', Buffer.concat(glyphs))
}

/** The glyphs of a font's tables, each as its bytes. */
export function glyphsOf(tables) {
  const [places, glyphs] = [tables.get('loca'), tables.get('glyf')]
  const isLong = tables.get('head').readInt16BE(50) === 1
  const count = tables.get('maxp').readUInt16BE(4)
  const place = (i) => (isLong ? places.readUInt32BE(4 * i) : 2 * places.readUInt16BE(2 * i))
  return Array.from({ length: count }, (_, i) => glyphs.subarray(place(i), place(i + 1)))
}

const rectangle = (left, bottom, right, top) =>
  [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ].map(([x, y]) => ({ x, y, isOnCurve: true }))

/** A frame as wide as a glyph may be, for a character that no font draws: seen, and not taken for a letter. */
export function frameOf({ advance, height }) {
  const gap = Math.round(advance / 10)
  const line = Math.round(height / 16)
  const outer = rectangle(gap, 0, advance - gap, height)
  const inner = rectangle(gap + line, line, advance - gap - line, height - line).reverse()
  return glyphOf([outer, inner])
}

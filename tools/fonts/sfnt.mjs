/** Reads and writes fonts as tables (OpenType specification, "Table Directory"). */

/** The tables of a font by their tags, as views of its bytes. */
export function readTables(font) {
  const tables = new Map()
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const [start, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)]
    tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + length))
  }
  return tables
}

/** The sum that directories of fonts hold: of words of 32 bits, the last filled up with noughts. */
function sumOf(bytes) {
  const whole = bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0
  return sum
}

/** Where `head` holds what makes the sum of the whole font the number below. */
const adjustmentAt = 8
const sumOfAFont = 0xb1b0afba

/** A font with TrueType outlines that is made of these tables. */
export function writeTrueType(tables) {
  const tags = [...tables.keys()].sort()
  const power = Math.floor(Math.log2(tags.length))
  const directory = Buffer.alloc(12 + 16 * tags.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tags.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tags.length - 2 ** power), 10)
  tables.get('head').writeUInt32BE(0, adjustmentAt)
  const parts = [directory]
  let start = directory.length
  let startOfHead = 0
  tags.forEach((tag, i) => {
    const table = tables.get(tag)
    const at = 12 + 16 * i
    if (tag === 'head') startOfHead = start
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(sumOf(table), at + 4)
    directory.writeUInt32BE(start, at + 8)
    directory.writeUInt32BE(table.length, at + 12)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    start += table.length + padding.length
  })
  const font = Buffer.concat(parts)
  font.writeUInt32BE((sumOfAFont - sumOf(font)) >>> 0, startOfHead + adjustmentAt)
  return font
}

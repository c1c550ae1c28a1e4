/** Lines and positions of a text. Line endings are LF, CRLF and lone CR, as in CommonMark. */

/** A place in a text; both count from 1, columns in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** One line without its ending, and where it starts. */
export interface Line {
  readonly text: string
  readonly start: number
}

/** The lines of a text; the byte order mark is no part of the first. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = text.startsWith('\uFEFF') ? 1 : 0
  if (start === text.length) return lines
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, index), start })
    start = index + ending.length
  }
  if (start < text.length) lines.push({ text: text.slice(start), start })
  return lines
}

/** The points of offsets within a text that itself begins at line `firstLine`, column 1. */
export function pointsOf(text: string, firstLine: number): (offset: number) => Point {
  // Looked for once, and only where somebody asks: a text has as many problems as somebody made.
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: ending }) => index + ending.length)]
    const nth = bisectRight(starts, offset)
    // The first start is 0, so that there is one before every offset.
    return { line: firstLine + nth - 1, column: offset - (starts[nth - 1] as number) + 1 }
  }
}

/** How many numbers of a rising list are not above `value`. */
function bisectRight(rising: readonly number[], value: number): number {
  let [from, to] = [0, rising.length]
  while (from < to) {
    const middle = (from + to) >> 1
    // Between the two there is always a number.
    if ((rising[middle] as number) <= value) from = middle + 1
    else to = middle
  }
  return from
}

/** The code fence that a line opens, or null. An info string after backticks has no backtick in it (CommonMark 4.5). */
export function fenceAt(line: string): { mark: '`' | '~'; length: number } | null {
  const [, backticks, tildes] = /^ {0,3}(?:(`{3,})[^`]*|(~{3,})[^]*)$/.exec(line) ?? []
  if (backticks !== undefined) return { mark: '`', length: backticks.length }
  return tildes === undefined ? null : { mark: '~', length: tildes.length }
}

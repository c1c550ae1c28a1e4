import { linesOf } from '../lines.ts'
import { outside } from '../source.ts'

/** A line of a file, and which one it is (from 1). A line that was added has the number of the one it was made for. */
export interface Row {
  readonly text: string
  readonly line: number
}

/** The lines of a text as rows. */
export const rowsOf = (text: string): Row[] => linesOf(text).map((line, at) => ({ text: line.text, line: at + 1 }))

/** The text of rows. */
export const rowsText = (rows: readonly Row[]): string => rows.map(({ text }) => text).join('\n')

/** The indices of the rows outside of fences and comments. */
export const freeRows = (rows: readonly Row[]): readonly number[] =>
  outside(rows.map(({ text }) => ({ text, start: 0 }))).lines

/** Rows without the empty ones at both ends. */
export function trimmed(rows: readonly Row[]): readonly Row[] {
  const isFull = ({ text }: Row): boolean => text.trim() !== ''
  const first = rows.findIndex(isFull)
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(isFull) + 1)
}

/** A stretch of a text that something else stands in place of. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Makes edits in the text of rows; each line that comes out knows which line of the file it was made of. Of edits that
 * overlap the first one counts.
 */
export function edited(rows: readonly Row[], edits: readonly Edit[]): Row[] {
  if (edits.length === 0) return [...rows]
  const text = rowsText(rows)
  const lineAt = lineFinder(rows)
  const made: { text: string; line: number }[] = []
  let current = { text: '', line: rows[0]?.line ?? 1 }
  const put = (piece: string, lineOf: (offset: number) => number): void => {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      current.text += piece.slice(from, end)
      made.push(current)
      from = end + 1
      current = { text: '', line: lineOf(from) }
    }
    current.text += piece.slice(from)
  }
  let at = 0
  for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue
    const before = at
    put(text.slice(at, start), (offset) => lineAt(before + offset))
    put(instead, () => lineAt(start))
    at = end
  }
  put(text.slice(at), (offset) => lineAt(at + offset))
  made.push(current)
  return made
}

/** Finds the line of the file that an offset in the text of rows is in. */
export function lineFinder(rows: readonly Row[]): (offset: number) => number {
  const starts: number[] = []
  let start = 0
  for (const { text } of rows) {
    starts.push(start)
    start += text.length + 1
  }
  return (offset) => {
    let [from, to] = [0, starts.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((starts[middle] ?? 0) <= offset) from = middle + 1
      else to = middle
    }
    return rows[from - 1]?.line ?? 1
  }
}

/** Where the slides of a file begin, in each of the formats. */
import { isDashes } from '../source.ts'
import { isKeyLine, readKeys, type Keys } from './front-matter.ts'
import { headingsIn } from './heading-rows.ts'
import { freeRows, rowsText, type Row } from './rows.ts'

/** One slide as its file has it. */
export interface Piece {
  /** What its own front matter says. */
  readonly keys: Keys
  readonly keyRows: readonly Row[]
  readonly rows: readonly Row[]
  /** Another file brings it in. */
  readonly isIncluded?: boolean
  /** The line that it begins on. */
  readonly line: number
}

const piece = (rows: readonly Row[], line: number): Piece => ({
  keys: {},
  keyRows: [],
  rows,
  line: rows[0]?.line ?? line,
})

const isFull = ({ rows, keyRows }: Piece): boolean => keyRows.length > 0 || rows.some(({ text }) => text.trim() !== '')

/** Cuts rows at those that begin a slide (`before`) or stand between two (`between`). Empty slides are none. */
function cutAt(rows: readonly Row[], cuts: ReadonlyMap<number, 'before' | 'between'>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const [at, how] of [...cuts].toSorted(([a], [b]) => a - b)) {
    pieces.push(piece(rows.slice(from, at), rows[at]?.line ?? 1))
    from = how === 'before' ? at : at + 1
  }
  pieces.push(piece(rows.slice(from), rows.at(-1)?.line ?? 1))
  return pieces.filter(isFull)
}

/** Whether a line that stands below text makes a heading of it. */
const isUnderline = (rows: readonly Row[], at: number): boolean => {
  const above = rows[at - 1]?.text ?? ''
  return (
    /^ {0,3}[^\s>#|]/.test(above) &&
    !/^ {0,3}(?:[-*+]|\d+[.)])[ \t]/.test(above) &&
    !/^\s*(?:<|`{3}|~{3})/.test(above) &&
    !/-->\s*$/.test(above) &&
    !isDashes(above)
  )
}

/** At each rule of Markdown, as Marp does, and before the headings that `headingDivider` names. */
export function cutMarp(rows: readonly Row[], isDivider: (depth: number) => boolean): Piece[] {
  const cuts = new Map<number, 'before' | 'between'>()
  for (const at of freeRows(rows)) {
    const text = rows[at]?.text ?? ''
    if (!/^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)) continue
    if (/^ {0,3}-+[ \t]*$/.test(text) && isUnderline(rows, at)) continue
    cuts.set(at, 'between')
  }
  for (const { depth, at } of headingsIn(rows)) if (isDivider(depth)) cuts.set(at, 'before')
  return cutAt(rows, cuts)
}

/** At each `---`; where YAML follows at once, it is the slide's own. */
export function cutSlidev(rows: readonly Row[]): Piece[] {
  const free = freeRows(rows)
  const isFree = new Set(free)
  const pieces: Piece[] = []
  let [from, start] = [0, 0]
  let keys: Keys = {}
  let keyRows: readonly Row[] = []
  const end = (to: number): void => {
    pieces.push({ keys, keyRows, rows: rows.slice(from, to), line: rows[start]?.line ?? 1 })
  }
  for (const at of free) {
    if (at < from || !isDashes(rows[at]?.text ?? '')) continue
    end(at)
    ;[from, start, keys, keyRows] = [at + 1, at, {}, []]
    const close = isKeyLine(rows[at + 1]?.text ?? '') ? closing(rows, at + 1, isFree) : -1
    if (close < 0) continue
    keyRows = rows.slice(at + 1, close)
    keys = readKeys(rowsText(keyRows)) ?? {}
    from = close + 1
  }
  end(rows.length)
  return pieces.filter((one, at) => (at > 0 ? true : isFull(one))).filter(isFull)
}

const closing = (rows: readonly Row[], from: number, isFree: ReadonlySet<number>): number => {
  for (let at = from; at < rows.length; at += 1) if (isDashes(rows[at]?.text ?? '') && isFree.has(at)) return at
  return -1
}

/** At the lines that stand between slides, beside each other or below. */
export function cutReveal(rows: readonly Row[], separators: readonly RegExp[]): Piece[] {
  const cuts = new Map<number, 'before' | 'between'>()
  const free = new Set(freeRows(rows))
  for (const [at, { text }] of rows.entries()) {
    // A separator may be a comment.
    if (!free.has(at) && !text.startsWith('<!--')) continue
    if (separators.some((separator) => separator.test(text.trimEnd()))) cuts.set(at, 'between')
  }
  return cutAt(rows, cuts)
}

/** At each `---`; in a file without one, before its headings. */
export function cutPlain(rows: readonly Row[]): Piece[] {
  const cuts = new Map<number, 'before' | 'between'>()
  for (const at of freeRows(rows)) if (isDashes(rows[at]?.text ?? '') && !isUnderline(rows, at)) cuts.set(at, 'between')
  if (cuts.size === 0) {
    const headings = headingsIn(rows)
    // Three levels are slides; of a file that begins deeper, its first level.
    const deepest = Math.max(3, Math.min(...headings.map(({ depth }) => depth)))
    for (const { depth, at } of headings) if (depth <= deepest) cuts.set(at, 'before')
  }
  return cutAt(rows, cuts)
}

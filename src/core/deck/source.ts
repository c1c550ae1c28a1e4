/**
 * A deck file as its author wrote it, cut into (YAML block, body) sections without losing a byte.
 * Knows just enough Markdown to tell a `---` that opens a YAML block from one inside a code fence or an HTML comment.
 */
import { fenceAt, linesOf, type Line } from './lines.ts'

/** One YAML block and the body below it. The four strings, joined, are the author's own bytes. */
export interface SourceSection {
  /** The opening `---` with its line ending. */
  readonly open: string
  readonly yaml: string
  /** The closing `---` with its line ending; empty where the author forgot it. */
  readonly close: string
  readonly body: string
  /** The line of the opening `---`, from 1. */
  readonly line: number
  /** The `---` opens no YAML block: text follows it at once. */
  readonly isBare?: true
}

/** A fence or comment that the author opened and never closed. */
export interface Unclosed {
  readonly kind: 'fence' | 'comment'
  /** The line that would close it. */
  readonly closing: string
  readonly line: number
  readonly column: number
}

/** A whole file: what stands before the first YAML block (a byte order mark, blank lines), then the sections. */
export interface DeckSource {
  readonly lead: string
  readonly sections: readonly SourceSection[]
  readonly unclosed: readonly Unclosed[]
}

/** Gives back the file of a source, byte for byte. */
export function sourceText(source: DeckSource): string {
  return source.lead + source.sections.map(({ open, yaml, close, body }) => open + yaml + close + body).join('')
}

interface Block {
  /** Index of the opening line. */
  readonly open: number
  /** Index of the closing line, or null where there is none. */
  readonly close: number | null
  /** Index of the first line of the body. */
  readonly body: number
  readonly isBare?: true
}

/**
 * Cuts a file into its sections; `sourceText` of the result is the file again.
 * @param withBare whether below the first block a `---` begins a section too where text follows it instead of YAML
 */
export function splitSource(text: string, withBare = false): DeckSource {
  const lines = linesOf(text)
  const { blocks, unclosed } = scan(lines, withBare)
  const starts = new Map<number | undefined, number>(lines.map(({ start }, at) => [at, start]))
  const startOf = (at: number | undefined): number => starts.get(at) ?? text.length
  const join = (from: number, to: number | undefined): string => text.slice(startOf(from), startOf(to))
  return {
    // Not from the first line, which leaves out a byte order mark.
    lead: text.slice(0, startOf(blocks[0]?.open)),
    sections: blocks.map(({ open, close, body, isBare }, index) => ({
      open: join(open, open + 1),
      yaml: join(open + 1, close ?? body),
      close: close === null ? '' : join(close, close + 1),
      body: join(body, blocks[index + 1]?.open),
      line: open + 1,
      ...(isBare ? { isBare } : {}),
    })),
    unclosed,
  }
}

/** The text of a line; none behind the last. */
const textAt = (lines: readonly Line[], at: number): string => lines[at]?.text ?? ''

/** Walks over the lines once and notes the YAML blocks. */
function scan(lines: readonly Line[], withBare: boolean): { blocks: Block[]; unclosed: readonly Unclosed[] } {
  const blocks: Block[] = []
  const dashes = nextDashes(lines)
  const { unclosed } = outside(lines, (at) => {
    if (!isDashes(textAt(lines, at))) return at + 1
    const close = dashes.get(at) ?? null
    const isBegun = withBare && blocks.length > 0
    const block = blockAt(lines, at, close) ?? (isBegun && isBareAt(lines, at, close) ? bareAt(at) : null)
    if (block !== null) blocks.push(block)
    return block?.body ?? at + 1
  })
  return { blocks, unclosed }
}

/**
 * The lines outside of fences and comments.
 * @param next may skip lines: gives the index from which to go on
 */
export function outside(
  lines: readonly Line[],
  next = (at: number): number => at + 1,
): { lines: readonly number[]; unclosed: readonly Unclosed[] } {
  const free: number[] = []
  const unclosed: Unclosed[] = []
  const closers = closersOf(lines)
  let at = 0
  while (at < lines.length) {
    const line = textAt(lines, at)
    const fence = fenceAt(line)
    const isComment = fence === null && /^ {0,3}<!--/.test(line)
    if (fence === null && !isComment) {
      free.push(at)
      at = next(at)
      continue
    }
    const end = fence === null ? closers.comment(at) : closers.fence(at, fence.mark, fence.length)
    if (end === null) {
      const column = line.search(/\S/) + 1
      if (fence === null) unclosed.push({ kind: 'comment', closing: '-->', line: at + 1, column })
      else unclosed.push({ kind: 'fence', closing: fence.mark.repeat(fence.length), line: at + 1, column })
    }
    at = (end ?? at) + 1
  }
  return { lines: free, unclosed }
}

/** Finds where fences and comments end; what has been found not to end is not searched for again. */
function closersOf(lines: readonly Line[]) {
  const endless = { '`': Infinity, '~': Infinity, comment: false }
  return {
    fence(from: number, mark: '`' | '~', length: number): number | null {
      if (length >= endless[mark]) return null
      const closing = new RegExp(`^ {0,3}\\${mark}{${length},}[ \\t]*$`)
      for (let at = from + 1; at < lines.length; at += 1) if (closing.test(textAt(lines, at))) return at
      endless[mark] = length
      return null
    },
    comment(from: number): number | null {
      if (endless.comment) return null
      const first = textAt(lines, from)
      // `<!-->` and `<!--->` are whole comments.
      if (first.indexOf('-->', first.indexOf('<!--') + 2) >= 0) return from
      for (let at = from + 1; at < lines.length; at += 1) if (textAt(lines, at).includes('-->')) return at
      endless.comment = true
      return null
    },
  }
}

/** Whether a line is a `---` that may open or close a YAML block. */
export const isDashes = (line: string) => /^---[ \t]*$/.test(line)

const bareAt = (open: number): Block => ({ open, close: null, body: open + 1, isBare: true })

/** Whether a `---` without YAML stands between two texts: one right below a line of text is its underline. */
function isBareAt(lines: readonly Line[], open: number, next: number | null): boolean {
  const above = textAt(lines, open - 1)
  if (above.trim() !== '' && !/^#{1,6}[ \t]|-->[ \t]*$|^ {0,3}(?:`{3,}|~{3,})[ \t]*$|^---[ \t]*$/.test(above))
    return false
  return lines.slice(open + 1, next ?? lines.length).some(({ text }) => text.trim() !== '')
}

/** By the index of each `---` line that of the next one. */
function nextDashes(lines: readonly Line[]): ReadonlyMap<number, number> {
  const next = new Map<number, number>()
  let last: number | undefined
  for (const [at, { text }] of lines.entries()) {
    if (!isDashes(text)) continue
    if (last !== undefined) next.set(last, at)
    last = at
  }
  return next
}

const key = /^(?:[A-Za-z_][\w-]*|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]|$)/
const ownKey = /^(?:id|title|layout|lang|minutes)[ \t]*:(?:[ \t]|$)/
const markdownOnly = /^(?:#{2,6}[ \t]|<!--| {0,3}(?:`{3}|~{3}))/

/**
 * The YAML block that a `---` line opens, or null where the line is no more than a rule.
 * A block is recognised by its first lines being keys, so that broken YAML still is a block; where the closing line is
 * missing the block ends at its first empty line, so that the slides after it are kept.
 */
function blockAt(lines: readonly Line[], open: number, close: number | null): Block | null {
  const text = (at: number) => textAt(lines, at)
  const last = close ?? lines.length
  let headStart = open + 1
  while (headStart < last && text(headStart).trim() === '') headStart += 1
  if (headStart > open + 1 && !ownKey.test(text(headStart))) return null
  let headEnd = headStart
  while (headEnd < last && text(headEnd).trim() !== '' && !markdownOnly.test(text(headEnd))) headEnd += 1
  const head = lines.slice(headStart, headEnd)
  if (!head.some((line) => key.test(line.text))) return null
  if (close !== null && !runsOver(lines, headEnd, close)) return { open, close, body: close + 1 }
  return head.some((line) => ownKey.test(line.text)) ? { open, close: null, body: headEnd } : null
}

/**
 * Whether the lines before `close` have left YAML, so that `close` belongs to another block: Markdown stands there, or
 * an empty line does and a block plainly begins below `close`.
 */
function runsOver(lines: readonly Line[], from: number, close: number): boolean {
  if (from < close && ownKey.test(textAt(lines, close + 1))) return true
  return lines.slice(from, close).some(({ text }) => markdownOnly.test(text))
}

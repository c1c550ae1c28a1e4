import type { Problem } from '../../contract/deck.ts'
import type { Excerpt, ProblemCause, ProblemRow } from '../../contract/problems.ts'
import { linesOf } from '../../core/deck/lines.ts'
import { problemCauses } from '../../core/deck/problem-causes.ts'
import { isError } from '../../core/deck/problem-report.ts'
import type { ProblemCode } from '../../core/deck/problem-texts.ts'
import { readText } from '../disk/read-text.ts'
import { sortedProblems } from './problem-summary.ts'

/** What a problem may be about: a span of code, a quoted text, a tag, a link or image, else a word. */
const meant = /(?:`[^`]*`|"[^"]*"|'[^']*'|<[^>]*>?|!?\[[^\]]*\]\([^)]*\)?|[^\s,;[\]{}]+)/y
const most = { before: 24, marked: 80, after: 80 }

/**
 * The part of a line around a column, with what stands there marked.
 * @param column from 1, in UTF-16 units as problems count them
 * @returns null where nothing stands there but what opens a block
 */
export function excerptAt(line: string, column: number): Excerpt | null {
  meant.lastIndex = column - 1
  const marked = (meant.exec(line)?.[0] ?? '').slice(0, most.marked)
  if (marked === '' || /^-{3,}$/.test(marked)) return null
  const before = line.slice(0, column - 1).trimStart()
  const after = line.slice(column - 1 + marked.length).trimEnd()
  return {
    before: before.length > most.before ? `…${before.slice(-most.before).toWellFormed()}` : before,
    marked: marked.toWellFormed(),
    after: after.length > most.after ? `${after.slice(0, most.after).toWellFormed()}…` : after,
  }
}

/** The lines of files, each file read once; none of one that cannot be read. */
function fileLines(folder: string): (file: string) => Promise<readonly string[]> {
  const read = new Map<string, Promise<readonly string[]>>()
  const lines = async (file: string): Promise<readonly string[]> => {
    const found = await readText(file, folder)
    return 'text' in found ? linesOf(found.text).map(({ text }) => text) : []
  }
  return (file) => {
    const known = read.get(file) ?? lines(file)
    read.set(file, known)
    return known
  }
}

/**
 * Problems by what is wrong, errors first and of each the most frequent; within each in the order of files and lines.
 * @param folder of the course; nothing outside of it is read
 */
export async function causesOf(problems: readonly Problem[], folder: string): Promise<readonly ProblemCause[]> {
  const linesOfFile = fileLines(folder)
  const rowOf = async ({ file, line, column, message, fix }: Problem): Promise<ProblemRow> => {
    const excerpt = excerptAt((await linesOfFile(file))[line - 1] ?? '', column)
    return { file, line, column, message, ...(fix ? { fix } : {}), ...(excerpt ? { excerpt } : {}) }
  }
  const groups = [...Map.groupBy(sortedProblems(problems), ({ code }) => code).values()]
  const causes = await Promise.all(
    groups.map(async (rows): Promise<ProblemCause> => {
      // Groups are never empty.
      const [{ code, severity }] = rows as [Problem, ...Problem[]]
      return { code, severity, ...problemCauses[code as ProblemCode], rows: await Promise.all(rows.map(rowOf)) }
    }),
  )
  const rank = (cause: ProblemCause): number => (isError(cause) ? 0 : 1)
  return causes.toSorted((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length)
}

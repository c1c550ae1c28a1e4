import { freeRows, type Row } from './rows.ts'

export interface Heading {
  readonly depth: number
  /** Without marks of Markdown. */
  readonly text: string
  /** Its place among the rows. */
  readonly at: number
}

/** The rows outside of fences and comments. */
export const frees = (rows: readonly Row[]): Row[] => freeRows(rows).map((at) => rows[at] as Row)

const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/

/** The words of a line of Markdown. */
export function plainText(line: string): string {
  return line
    .replaceAll(/<!--.*?-->/g, ' ')
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replaceAll(/[*_`~]+/g, '')
    .replace(/\{[.#:]?[\w-]+(?:=[^{}]*)?\}[ \t]*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The headings among rows, in their order. */
export function headingsIn(rows: readonly Row[]): Heading[] {
  return freeRows(rows).flatMap((at): Heading[] => {
    const text = rows[at]?.text ?? ''
    const [, marks, words = ''] = atx.exec(text) ?? []
    if (marks !== undefined) return [{ depth: marks.length, text: plainText(words), at }]
    const under = rows[at + 1]?.text ?? ''
    const isUnderlined = /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(under) && /^ {0,3}[^\s>#*+-]/.test(text)
    const isAlone = (rows[at - 1]?.text ?? '').trim() === ''
    return isUnderlined && isAlone
      ? [{ depth: under.trimStart().startsWith('=') ? 1 : 2, text: plainText(text), at }]
      : []
  })
}

/** The first heading among rows. */
export const headingOf = (rows: readonly Row[]): Heading | null => headingsIn(rows)[0] ?? null

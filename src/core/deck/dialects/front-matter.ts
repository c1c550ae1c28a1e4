import { parse } from 'yaml'
import { isDashes } from '../source.ts'
import { rowsText, type Row } from './rows.ts'

export type Keys = Readonly<Record<string, unknown>>

/** The YAML that a file or a slide begins with, and what comes after it. */
export interface FrontMatter {
  readonly keys: Keys
  /** The rows of the YAML, without the lines around it. */
  readonly rows: readonly Row[]
  readonly rest: readonly Row[]
  /** The YAML is there and cannot be read. */
  readonly isBroken: boolean
}

/** Whether a line says something in YAML. */
export const isKeyLine = (text: string): boolean =>
  /^(?:[A-Za-z_$][\w.-]*|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]|$)/.test(text)

/** A mapping in YAML; null where it is none. */
export function readKeys(yaml: string): Keys | null {
  // What nobody writes by hand is not read: aliases that multiply.
  if (yaml.length > 20_000) return null
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 20, logLevel: 'silent', uniqueKeys: false })
    if (value === null || value === undefined) return {}
    return typeof value === 'object' && !Array.isArray(value) ? (value as Keys) : null
  } catch {
    return null
  }
}

/** The front matter of a file: YAML between two `---` from its first line that is not empty. */
export function frontMatterOf(rows: readonly Row[]): FrontMatter {
  const none: FrontMatter = { keys: {}, rows: [], rest: rows, isBroken: false }
  const open = rows.findIndex(({ text }) => text.trim() !== '')
  if (open < 0 || !isDashes(rows[open]?.text ?? '')) return none
  const length = rows.slice(open + 1).findIndex(({ text }) => isDashes(text))
  if (length < 0) return none
  const inside = rows.slice(open + 1, open + 1 + length)
  const said = inside.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'))
  const isEmpty = said.length === 0 && inside.length > 0 && inside.every(({ text }) => text.trim() === '')
  if (!isEmpty && !isKeyLine(said[0]?.text ?? '')) return none
  const keys = readKeys(rowsText(inside))
  return { keys: keys ?? {}, rows: inside, rest: rows.slice(open + length + 2), isBroken: keys === null }
}

/** The line on which a key stands. */
export const keyRow = (rows: readonly Row[], key: string): Row | undefined =>
  rows.find(({ text }) => text.trimStart().startsWith(`${key}:`) || text.trimStart().startsWith(`"${key}":`))

/** A value as text: words and numbers. */
export function wordOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return typeof value === 'number' ? String(value) : null
}

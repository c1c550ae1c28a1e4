import { cardIdOf } from './card-id.ts'

const separators: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** The rows of a text file: fields may stand in quotes, with line breaks, separators and doubled quotes in them. */
function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (isQuoted) {
      if (letter !== '"') field += letter
      else if (text.charAt(at + 1) === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && field === '') isQuoted = true
    else if (letter === separator) {
      row.push(field)
      field = ''
    } else if (letter === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
    } else if (letter !== '\r') field += letter
  }
  return field === '' && row.length === 0 ? rows : [...rows, [...row, field]]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A `%` that somebody typed into Anki.
    return text
  }
}

/** The card that a row speaks of: by our GUID, else by our tag. */
function cardIn(row: readonly string[]): string | null {
  for (const field of row) {
    const guid = /^lectern:(?:ko|en):([^/]+)\/([^/]+)$/u.exec(field)
    if (guid?.[1] !== undefined && guid[2] !== undefined) return cardIdOf(guid[1], guid[2])
  }
  for (const field of row) {
    for (const tag of field.split(/\s+/u)) {
      const [prefix, lang, course, question, ...more] = tag.split('::')
      if (prefix?.toLowerCase() !== 'lectern' || lang === undefined || more.length > 0) continue
      if (course !== undefined && question !== undefined) return cardIdOf(decoded(course), decoded(question))
    }
  }
  return null
}

/**
 * The ids of the cards in a file that `ankiFile` wrote, or that Anki exported as "Notes in Plain Text", with or without
 * GUIDs; in order and each once. Notes that are not ours are passed over.
 */
export function idsOfAnki(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/u, '').split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#'))
  if (end === -1) return []
  const header = lines.slice(0, end)
  const named = header.map((line) => /^#separator:(.+?)\r?$/iu.exec(line)?.[1]).find((name) => name !== undefined)
  const separator = named === undefined ? '\t' : (separators[named.toLowerCase()] ?? named)
  const rows = rowsOf(lines.slice(end).join('\n'), separator)
  return [...new Set(rows.flatMap((row) => cardIn(row) ?? []))]
}

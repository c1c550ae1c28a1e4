import type { Lang } from '../../contract/deck.ts'
import { keyTable } from './table.ts'

const both: Readonly<Record<Lang, string>> = { ko: '두 창', en: 'both' }
const presenter: Readonly<Record<Lang, string>> = { ko: '발표자', en: 'presenter' }

/** The key table as rows of a Markdown table, for docs/keys.md: keys, what they do, where. */
export function keyRows(lang: Lang): string[] {
  return keyTable.map(({ keys, label, windows }) => {
    const where = windows.includes('deck') ? both[lang] : presenter[lang]
    return `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${label[lang]} | ${where} |`
  })
}

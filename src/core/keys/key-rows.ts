import type { WindowKind } from '../../contract/channels.ts'
import type { Lang } from '../../contract/deck.ts'
import { keyName } from './key-name.ts'
import { keyTable } from './table.ts'

const both: Readonly<Record<Lang, string>> = { ko: '두 창', en: 'both' }
const presenter: Readonly<Record<Lang, string>> = { ko: '발표자', en: 'presenter' }
const library: Readonly<Record<Lang, string>> = { ko: '라이브러리', en: 'library' }
const gallery: Readonly<Record<Lang, string>> = { ko: '갤러리', en: 'gallery' }
const review: Readonly<Record<Lang, string>> = { ko: '복습', en: 'review' }
const stepping: Readonly<Record<Lang, string>> = { ko: '두 창, 갤러리', en: 'both, gallery' }
const all: Readonly<Record<Lang, string>> = { ko: '모든 창', en: 'all' }

function whereOf(windows: readonly WindowKind[]): Readonly<Record<Lang, string>> {
  if (windows.includes('review') && windows.length === 1) return review
  if (windows.includes('library')) return windows.length === 1 ? library : all
  if (windows.includes('gallery')) return windows.length === 1 ? gallery : stepping
  return windows.includes('deck') ? both : presenter
}

/** The key table as rows of a Markdown table, for docs/keys.md: keys on any system, what they do, where. */
export function keyRows(lang: Lang): string[] {
  return keyTable.map(({ keys, label, windows }) => {
    const names = keys.flatMap((key) => [...new Set([key, keyName(key, 'darwin')])])
    return `| ${names.map((key) => `\`${key}\``).join(' ')} | ${label[lang]} | ${whereOf(windows)[lang]} |`
  })
}

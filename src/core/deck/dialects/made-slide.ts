import type { Lang, Layout } from '../../../contract/deck.ts'
import type { Missing } from './left-out.ts'
import { headingsIn } from './heading-rows.ts'
import { trimmed, type Row } from './rows.ts'

/** A slide in our format. */
export interface MadeSlide {
  readonly line: number
  /** The id that its file gives it. */
  readonly written: string | null
  /** Another file brings it in. */
  readonly isIncluded?: boolean
  readonly layout?: Layout | undefined
  readonly rows: readonly Row[]
  readonly notes: readonly (readonly Row[])[]
}

/** A whole deck, as one of the formats says it. */
export interface MadeDeck {
  readonly title: string | null
  readonly minutes?: number | undefined
  /** A line at the foot of every slide. */
  readonly footer?: string | undefined
  readonly numbers?: boolean
  readonly slides: readonly MadeSlide[]
}

/** What a deck is made with. */
export interface MakeSetting {
  readonly missing: Missing
  readonly lang: Lang
  /** The texts of files that slides may include, by their path in the folder; null where there is none. */
  readonly include: (path: string) => string | null
}

/** Whether rows are a heading with a few words, as covers and sections have. */
export function isShort(rows: readonly Row[], most = 3): boolean {
  const full = trimmed(rows).filter(({ text }) => text.trim() !== '')
  const plain = full.every(({ text }) => !/^\s*(?:[-*+]\s|\d+[.)]\s|\||`{3}|~{3}|>|<(?!br|!--))|!\[/.test(text))
  return full.length > 0 && full.length <= most + 1 && plain && headingsIn(rows).length > 0
}

/** A section says what its part is called in few letters. */
export const isSection = (rows: readonly Row[]): boolean => {
  const below = trimmed(rows)
    .filter(({ text }) => text.trim() !== '')
    .slice(1)
  return headingsIn(rows).length === 1 && below.length === 0
}

/** The path of a picture as it lies in the folder. */
export const isRemote = (path: string): boolean => /^(?:[a-z][\w+.-]*:|\/\/)/i.test(path.trim())

/** An image with its path as Markdown takes it. */
export const image = (path: string, alt = ''): string =>
  `![${alt}](${/[\s()<>]/.test(path) ? `<${path.replaceAll(/[<>\n]/g, '')}>` : path})`

const row = (text: string, line: number): Row => ({ text, line })

/** A body with a picture beside it. */
export function beside(body: readonly Row[], picture: string, side: 'left' | 'right', line: number): Row[] {
  const rule = [row('', line), row('***', line), row('', line)]
  const own = body.map((one) =>
    /^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/.test(one.text) ? { ...one, text: '' } : one,
  )
  const drawn = [row(picture, line)]
  return side === 'left' ? [...drawn, ...rule, ...own] : [...own, ...rule, ...drawn]
}

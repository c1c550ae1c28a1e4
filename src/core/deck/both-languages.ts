import type { Lang, Text } from '../../contract/deck.ts'

/** A text of a course as it is written. */
export type Written = string | { readonly ko?: string | undefined; readonly en?: string | undefined } | undefined

/** What is written in one language only stands for the other too; null where nothing is written. */
export function inBothLanguages(written: Written): Text | null {
  if (written === undefined) return null
  if (typeof written === 'string') return { ko: written, en: written }
  const any = written.ko ?? written.en
  return any === undefined ? null : { ko: written.ko ?? any, en: written.en ?? any }
}

/** The language that alone has a text; null where both have it, or where it is the same in both. */
export function onlyLanguage(written: Written): Lang | null {
  if (written === undefined || typeof written === 'string') return null
  if (written.ko === undefined) return written.en === undefined ? null : 'en'
  return written.en === undefined ? 'ko' : null
}

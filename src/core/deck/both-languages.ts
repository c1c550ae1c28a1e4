import type { Text } from '../../contract/deck.ts'

/** What is written in one language only stands for the other too; null where nothing is written. */
export function inBothLanguages(
  written: string | { readonly ko?: string | undefined; readonly en?: string | undefined } | undefined,
): Text | null {
  if (written === undefined) return null
  if (typeof written === 'string') return { ko: written, en: written }
  const any = written.ko ?? written.en
  return any === undefined ? null : { ko: written.ko ?? any, en: written.en ?? any }
}

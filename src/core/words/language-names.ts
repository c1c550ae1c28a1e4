import type { Lang, Text } from '../../contract/deck.ts'

/** What the languages are called, in both of them. */
export const languageNames: Readonly<Record<Lang, Text>> = {
  ko: { ko: '한국어', en: 'Korean' },
  en: { ko: '영어', en: 'English' },
}

import type { Text } from '../../contract/deck.ts'

/** The same words in both languages. */
export const t = (ko: string, en: string): Text => ({ ko, en })

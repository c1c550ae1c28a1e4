import type { Lang } from '../../../contract/deck.ts'

/** The language that a file says by `lang: ko-KR`; else Korean where there is Hangul in it. */
export function langIn(said: unknown, text: string): Lang {
  const word = typeof said === 'string' ? said.trim().toLowerCase().split(/[-_]/)[0] : ''
  if (word === 'ko' || word === 'en') return word
  return /[\uAC00-\uD7A3\u1100-\u11FF\u3131-\u318E]/.test(text) ? 'ko' : 'en'
}

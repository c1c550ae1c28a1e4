import type { Lang } from '../contract/deck.ts'

/** The language in which the person reads: Korean where the system is Korean, else English. */
export function systemLang(env: NodeJS.ProcessEnv = process.env): Lang {
  const set = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG']
  // Windows sets none of them.
  const locale = set ?? Intl.DateTimeFormat().resolvedOptions().locale
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en'
}

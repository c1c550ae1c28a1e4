import type { Lang } from '../../contract/deck.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The language part of a locale's name: `ko` of `ko_KR.UTF-8`, `ko-KR` and `KO`. */
const languageOf = (locale: string): string => locale.toLowerCase().split(/[^a-z]/, 1)[0] ?? ''

/** `korean` is an alias of X11 and Windows. */
const koreanNames = ['ko', 'kor', 'korean']

/** The language of Lectern for a locale's name, of POSIX or of BCP 47: Korean for Korean ones, else English. */
export function langOfLocale(locale: string): Lang {
  return koreanNames.includes(languageOf(locale)) ? 'ko' : 'en'
}

/** The languages that a person reads, as `LANGUAGE` of GNU gettext names them, best first; those that Lectern has. */
function langInList(languages: string): Lang {
  const known = languages.split(':').find((name) => [...koreanNames, 'en'].includes(languageOf(name)))
  return known === undefined ? 'en' : langOfLocale(known)
}

/**
 * The language of the system. By the rules of POSIX, `LC_ALL` counts before `LC_MESSAGES` and that before `LANG`, and an
 * empty one is as one that is not set; `LANGUAGE` names languages by preference, but not where the locale is `C` (as in
 * GNU gettext). Where none is set, as on Windows and in windows of macOS, the system is asked.
 * @param askSystem what the system says, as BCP 47 names it; asked only where it counts, for that takes a while
 */
export function systemLang(
  env: Environment = process.env,
  askSystem: () => string = () => Intl.DateTimeFormat().resolvedOptions().locale,
): Lang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  if (locale === undefined) return langOfLocale(askSystem())
  const isPlain = ['c', 'posix'].includes(languageOf(locale))
  const languages = env['LANGUAGE'] ?? ''
  return isPlain || languages === '' ? langOfLocale(locale) : langInList(languages)
}

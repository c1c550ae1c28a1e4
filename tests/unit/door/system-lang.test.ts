import { describe, expect, it } from 'vitest'
import { langOfLocale, systemLang } from '../../../src/services/door/system-lang.ts'

type Setting = readonly [env: Readonly<Record<string, string>>, lang: 'ko' | 'en', systemLocale?: string]

/** Settings of an environment; the system itself says German unless told otherwise. */
const settings: readonly Setting[] = [
  [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
  [{ LANG: 'ko' }, 'ko'],
  [{ LANG: 'ko_KP' }, 'ko'],
  [{ LANG: 'KO_kr.eucKR' }, 'ko'],
  [{ LANG: 'korean' }, 'ko'],
  [{ LANG: 'ko.UTF-8@hangul' }, 'ko'],
  [{ LANG: 'kok_IN' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'ko_KR.UTF-8' }, 'ko'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'ko_KR.UTF-8' }, 'ko'],
  [{ LC_ALL: 'en_US', LANG: 'ko_KR' }, 'en'],
  [{ LC_ALL: 'ko_KR', LC_MESSAGES: 'en_US', LANG: 'en_US.UTF-8' }, 'ko'],
  [{ LC_MESSAGES: 'C', LANG: 'ko_KR.UTF-8' }, 'en'],
  [{ LC_MESSAGES: 'ko_KR', LANG: 'en_US.UTF-8' }, 'ko'],
  [{ LC_CTYPE: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANGUAGE: 'ko:en', LANG: 'en_US.UTF-8' }, 'ko'],
  [{ LANGUAGE: 'en:ko', LANG: 'ko_KR.UTF-8' }, 'en'],
  [{ LANGUAGE: 'fr:ko_KR:en', LANG: 'fr_FR.UTF-8' }, 'ko'],
  [{ LANGUAGE: 'fr', LANG: 'ko_KR.UTF-8' }, 'en'],
  [{ LANGUAGE: '', LANG: 'ko_KR.UTF-8' }, 'ko'],
  [{ LANGUAGE: 'ko', LANG: 'C' }, 'en'],
  [{ LANGUAGE: 'ko', LC_ALL: 'C.UTF-8' }, 'en'],
  [{ LANGUAGE: 'ko', LC_ALL: 'POSIX' }, 'en'],
  [{}, 'en'],
  [{}, 'ko', 'ko-KR'],
  [{ LC_ALL: '', LANG: '' }, 'ko', 'ko'],
  [{ LANG: 'en_US.UTF-8' }, 'en', 'ko-KR'],
  [{ LANG: 'C' }, 'en', 'ko-KR'],
  [{}, 'en', 'kok-IN'],
]

describe.each([...settings.entries()])('setting %i', (_, [env, lang, systemLocale = 'de-DE']) => {
  it(`${JSON.stringify(env)} on a system that says ${systemLocale} is ${lang}`, () =>
    expect(systemLang(env, () => systemLocale)).toBe(lang))
})

it('asks this very system where nothing is set', () => {
  expect(systemLang({})).toBe(langOfLocale(Intl.DateTimeFormat().resolvedOptions().locale))
})

it('does not ask the system where something is set', () => {
  const ask = (): string => {
    throw new Error('asked')
  }
  expect(systemLang({ LANG: 'ko_KR.UTF-8' }, ask)).toBe('ko')
})

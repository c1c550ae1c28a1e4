import type { Lang } from '../contract/deck.ts'
import type { Settings, ThemeName } from '../contract/library.ts'
import { langOfLocale } from '../services/door/system-lang.ts'

/** The paper of each theme in tokens.css: what a window shows until its page has drawn itself. */
const paper: Readonly<Record<ThemeName, string>> = { light: '#fbfaf6', dark: '#14161b', contrast: '#ffffff' }

/** The colour of a window that has not drawn anything yet. */
export function backgroundOf(theme: Settings['theme'], systemIsDark: boolean): string {
  return paper[theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme]
}

/** What the system's own menus and dialogs should look like beside that theme. */
export function nativeThemeOf(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'contrast' ? 'light' : theme
}

/** The language of the system, from its list of preferred ones such as `ko-KR`. */
export function preferredLang(preferred: readonly string[]): Lang {
  return langOfLocale(preferred[0] ?? '')
}

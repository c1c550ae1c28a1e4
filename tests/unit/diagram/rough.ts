import { readFileSync } from 'node:fs'
import type { Lang } from '../../../src/contract/deck.ts'
import { themes, type ThemeName } from '../../../src/contract/library.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import { parseTokens } from '../../../src/core/diagram/theme.ts'
import type { Measure } from '../../../src/core/diagram/text.ts'
import advances from './advances.json' with { type: 'json' }

const faces = Object.fromEntries(
  Object.entries(advances.faces).map(([name, { hangul, chars, widths }]) => {
    const table = new Map(Array.from(chars, (char, i) => [char, (widths[i] ?? hangul) / 1000]))
    return [name, (char: string) => table.get(char) ?? hangul / 1000]
  }),
)

/** Measures with the recorded widths of the real faces, without kerning: for tests that have no browser. */
export const roughMeasure: Measure = (text, weight, mono) => {
  const width = faces[mono ? (weight === 400 ? 'mono' : 'mono700') : String(weight)]
  return Array.from(text).reduce((sum, char) => sum + (width?.(char) ?? 1), 0)
}

const css = readFileSync(new URL('../../../src/renderer/look/tokens.css', import.meta.url), 'utf8')
export const pictureThemes = parseTokens(css)
export const themeNames: readonly ThemeName[] = themes

export const view = (lang: Lang = 'ko', width = 1168, theme: ThemeName = 'light'): View => ({
  width,
  height: 440,
  lang,
  theme: pictureThemes[theme],
  measure: roughMeasure,
})

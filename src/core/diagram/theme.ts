import { themes, type ThemeName } from '../../contract/library.ts'

const tokens = [
  'paper',
  'card',
  'sunk',
  'ink',
  'soft',
  'rule',
  'edge',
  'ghost',
  'accent',
  'accent-soft',
  'on-accent',
  'good',
  'danger',
  'danger-ink',
  'danger-soft',
  'kernel',
  'kernel-edge',
  'kernel-ink',
  'on-kernel',
  'app',
  'app-edge',
  'app-ink',
  'on-app',
  'lib',
  'lib-edge',
  'guest',
  'guest-edge',
  'guest-ink',
  'daemon',
  'daemon-edge',
  'daemon-ink',
  'hyper',
  'hyper-edge',
  'hyper-ink',
  'hard',
  'hard-edge',
] as const
export type Token = (typeof tokens)[number]

/** The colours of one theme, each as `#rrggbb`. */
export type Theme = Readonly<Record<Token, string>>

/**
 * Reads the themes out of tokens.css, so that pictures and windows share one list of colours.
 * Throws where a theme lacks a colour that pictures use.
 */
export function parseTokens(css: string): Readonly<Record<ThemeName, Theme>> {
  return {
    light: themeOf(css, 'light'),
    dark: themeOf(css, 'dark'),
    contrast: themeOf(css, 'contrast'),
  } satisfies Record<(typeof themes)[number], Theme>
}

function themeOf(css: string, name: ThemeName): Theme {
  const block = new RegExp(`\\[data-theme='${name}'\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  const found = new Map([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, key, value]) => [key, value]))
  const entries = tokens.map((token) => {
    const value = found.get(token)
    if (value === undefined) throw new Error(`tokens.css: theme ${name} has no colour --${token}`)
    return [token, value] as const
  })
  return Object.fromEntries(entries) as Record<Token, string>
}

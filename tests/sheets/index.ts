/**
 * `npm run sheets`: everything that Lectern shows, on a few large pictures for the eye. A sheet a deck and language with
 * every step of it, and a sheet a language and width with every window. Exits with 1 where axe finds something.
 */
import { mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { langs, type Lang } from '../../src/contract/deck.ts'
import type { ThemeName } from '../../src/contract/library.ts'
import { withBrowser } from '../bench/browser.ts'
import { places } from '../bench/places.ts'
import { deckSheets } from './decks.ts'
import { widths, windowSheets } from './windows.ts'

/** What a sheet is drawn with, and where to. */
export interface Wish {
  readonly langs: readonly Lang[]
  readonly theme: ThemeName | undefined
  /** Of windows; all where none is asked for. */
  readonly width: number | undefined
  readonly folder: string
  readonly tell: (what: string) => void
}

const parts = { decks: deckSheets, windows: windowSheets } as const
const themes: readonly ThemeName[] = ['light', 'dark', 'contrast']
const usage = `usage: npm run sheets [-- ${Object.keys(parts).join('|')} …] [--lang ${langs.join('|')}] [--theme ${themes.join('|')}] [--width ${widths.join('|')}] [--out FOLDER]`

function asked(args: string[]): { readonly names: readonly (keyof typeof parts)[]; readonly wish: Wish } | null {
  try {
    const options = {
      lang: { type: 'string' },
      theme: { type: 'string' },
      width: { type: 'string' },
      out: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const names = Object.keys(parts) as (keyof typeof parts)[]
    const lang = langs.find((each) => each === values.lang)
    const theme = themes.find((each) => each === values.theme)
    const width = widths.find((each) => String(each) === values.width)
    if (positionals.some((name) => !names.some((each) => each === name))) return null
    if ((values.lang !== undefined && !lang) || (values.theme !== undefined && !theme)) return null
    if (values.width !== undefined && !width) return null
    const folder = values.out === undefined ? join(places.root, '.cache', 'sheets') : resolve(values.out)
    return {
      names: names.filter((name) => positionals.length === 0 || positionals.includes(name)),
      wish: { langs: lang ? [lang] : langs, theme, width, folder, tell: (what) => console.log(what) },
    }
  } catch {
    return null
  }
}

const request = asked(process.argv.slice(2))
if (!request) {
  console.error(usage)
  process.exitCode = 2
} else {
  const { names, wish } = request
  await mkdir(wish.folder, { recursive: true })
  const findings = await withBrowser(async (browser) => {
    const found: string[] = []
    for (const name of names) found.push(...(await parts[name](browser, wish)))
    return found
  })
  console.log(`\nDrawn to ${relative(process.cwd(), wish.folder)}.`)
  for (const finding of findings) console.error(finding)
  if (findings.length > 0) process.exitCode = 1
}

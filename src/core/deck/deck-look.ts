import { langs, type DeckLook, type Lang, type LightAndDark } from '../../contract/deck.ts'
import { leastContrast, plainHex, readability, readable } from './accent.ts'
import { inBothLanguages } from './both-languages.ts'
import type { Point } from './lines.ts'
import type { Report } from './problem-report.ts'
import type { DeckBlock } from './schema.ts'
import type { YamlBlock } from './yaml-block.ts'

export interface ReadLook {
  /** Empty where nothing is said of it. */
  readonly looks: Readonly<Record<Lang, DeckLook>>
  /** The files that it names and where. */
  readonly images: readonly { readonly to: string; readonly at: Point }[]
}

/** Reads what a block says of the look of slides: `footer`, `numbers`, `logo` and `accent`. */
export function readLook(
  { footer, numbers, logo, accent }: Pick<Partial<DeckBlock>, 'footer' | 'numbers' | 'logo' | 'accent'>,
  block: YamlBlock,
  report: Report,
): ReadLook {
  const at = (part: keyof LightAndDark): Point => block.valueAt('logo', typeof logo === 'string' ? [] : [part])
  const pictures = logo === undefined || logo === false ? null : inFolder(bothOf(logo), at, report)
  const colours = accent === undefined || accent === false ? null : readAccent(accent, block, report)
  const said = footer === undefined || footer === false ? null : inBothLanguages(footer)
  const lookIn = (lang: Lang): DeckLook => ({
    ...(footer === false ? { footer } : said === null ? {} : { footer: said[lang] }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(logo === false ? { logo } : pictures === null ? {} : { logo: pictures }),
    ...(accent === false ? { accent } : colours === null ? {} : { accent: colours }),
  })
  return {
    looks: Object.fromEntries(langs.map((lang) => [lang, lookIn(lang)])) as Record<Lang, DeckLook>,
    images:
      pictures === null
        ? []
        : [
            { to: pictures.light, at: at('light') },
            ...(pictures.dark === pictures.light ? [] : [{ to: pictures.dark, at: at('dark') }]),
          ],
  }
}

type Written = string | { readonly light: string; readonly dark?: string | undefined }

const bothOf = (written: Written): LightAndDark =>
  typeof written === 'string'
    ? { light: written, dark: written }
    : { light: written.light, dark: written.dark ?? written.light }

/** Pictures that are files; what lies elsewhere is told, as of other images. */
function inFolder(
  pictures: LightAndDark,
  at: (part: keyof LightAndDark) => Point,
  report: Report,
): LightAndDark | null {
  const remote = (['light', 'dark'] as const).find((part) => isElsewhere.test(pictures[part]))
  if (remote === undefined) return pictures
  report.add(at(remote), 'remote-image', pictures[remote])
  return null
}
const isElsewhere = /^(?:[a-z][\w+.-]*:|[\\/])/i

/**
 * Both shades as they are drawn. No colour can be read on white and on black: of one that stands alone the dark shade is
 * made, and nothing is told of it; whoever writes both is told of both.
 */
function readAccent(written: Written, block: YamlBlock, report: Report): LightAndDark {
  const both = bothOf(written)
  const told = typeof written === 'string' || written.dark === undefined ? ['light'] : ['light', 'dark']
  const shade = (theme: keyof LightAndDark): string => {
    const colour = plainHex(both[theme])
    const used = readable(colour, theme)
    if (used === colour || !told.includes(theme)) return used
    const at = block.valueAt('accent', typeof written === 'string' ? [] : [theme])
    report.add(
      at,
      'weak-accent',
      both[theme],
      theme,
      Math.floor(readability(colour, theme) * 10) / 10,
      leastContrast,
      used,
    )
    return used
  }
  return { light: shade('light'), dark: shade('dark') }
}

/** A look without the logo that cannot be shown. */
export function withoutLogo(look: DeckLook, missing: ReadonlySet<string>): DeckLook {
  const { logo } = look
  if (!logo || (!missing.has(logo.light) && !missing.has(logo.dark))) return look
  const known = [logo.light, logo.dark].find((path) => !missing.has(path))
  return { ...look, logo: known === undefined ? false : { light: known, dark: known } }
}

import type { Deck, Dialect, LeftOutKind, Problem } from '../../contract/deck.ts'
import { dialectOf } from './dialects/recognise.ts'
import { intoOurs, leftOutOf, type IntoOurs } from './dialects/into-ours.ts'
import { told, type Missed } from './dialects/left-out.ts'
import { rowsOf } from './dialects/rows.ts'
import { parseDeck, type DeckSetting, type ParsedDeck } from './parse-deck.ts'
import { skimDeck } from './skim-deck.ts'

export interface ReadSetting extends DeckSetting {
  /** The format, where a person has said it; by default what the file looks like. */
  readonly dialect?: Dialect | undefined
  /** See `IntoSetting`. */
  readonly twin?: readonly string[] | undefined
  readonly includes?: ReadonlyMap<string, string> | undefined
}

/** A deck of another format in ours; null where it is ours already, or where finding out takes too long. */
export function oursOf(
  text: string,
  setting: Pick<ReadSetting, 'dialect' | 'twin' | 'includes' | 'ref' | 'within'>,
): (IntoOurs & { readonly dialect: Exclude<Dialect, 'lectern'> }) | null {
  const { ref, twin, includes, within } = setting
  const convert = () => {
    const dialect = setting.dialect ?? dialectOf(text)
    if (dialect === 'lectern') return null
    return {
      dialect,
      ...intoOurs(text, { dialect, name: ref.name, lang: ref.lang, ...(twin ? { twin } : {}), includes }),
    }
  }
  return within === undefined ? convert() : (within(convert)?.done ?? null)
}

/**
 * Reads a deck in whatever format it is written. One of another format is read as ours, and says what was left out; its
 * problems stand where the file has what they are about.
 */
export function readDeck(text: string, setting: ReadSetting): ParsedDeck {
  const ours = oursOf(text, setting)
  if (ours === null) return parseDeck(text, setting)
  const { deck, source, images } = parseDeck(ours.text, setting)
  const lineOf = (line: number): number => ours.lines[line - 1] ?? ours.lines.at(-1) ?? 1
  const moved = (problem: Problem): Problem => ({ ...problem, line: lineOf(problem.line) })
  const slideAt = (line: number): number | null => {
    const at = deck.slides.findLastIndex((slide) => slide.line <= line)
    return at < 0 ? null : at
  }
  const missed: Missed[] = [...ours.missed]
  const written = rowsOf(ours.text)
  for (const problem of deck.problems) {
    const kind = leftOutBy[problem.code]
    if (kind === undefined) continue
    const there = (written[problem.line - 1]?.text ?? '').slice(problem.column - 1)
    const said = kind === 'html' ? (tagAt(there) ?? there) : there
    missed.push({ kind, line: lineOf(problem.line), source: told(said), slide: slideAt(problem.line) })
  }
  const isTold = ({ code }: Problem): boolean => code !== 'html-removed' && code !== 'undrawn-source'
  // Links to headings within slides lead nowhere here, which is no mistake of the file.
  const mild = (problem: Problem): Problem =>
    problem.code === 'bad-link' ? { ...problem, severity: 'warning' } : problem
  return {
    deck: {
      ...deck,
      slides: deck.slides.map((slide) => ({
        ...slide,
        line: lineOf(slide.line),
        question: slide.question === null ? null : { ...slide.question, line: lineOf(slide.question.line) },
        problems: slide.problems.filter((one) => isTold(one) && one.code !== 'bad-link').map(moved),
      })),
      problems: deck.problems.filter(isTold).map(mild).map(moved),
      opened: { dialect: ours.dialect, ...leftOutOf(missed, deck.slides.length) },
    },
    source,
    images: images.map((image) => ({ ...image, at: { ...image.at, line: lineOf(image.at.line) } })),
  }
}

/** What of other formats is left out where a deck has these problems. */
const leftOutBy: Readonly<Partial<Record<string, LeftOutKind>>> = {
  'html-removed': 'html',
  'remote-image': 'remote',
  'remote-media': 'remote',
  'undrawn-source': 'drawing',
}

/** The name of the tag that stands somewhere; what is within a drawing is called after that. */
function tagAt(text: string): string | null {
  const name = /^<([A-Za-z][\w-]*)/.exec(text)?.[1]?.toLowerCase()
  if (name === undefined) return null
  return inDrawings.has(name) ? '<svg>' : `<${name}>`
}
const inDrawings = new Set(
  'circle clippath defs ellipse g line lineargradient marker path pattern polygon polyline rect stop symbol text textpath tspan use'.split(
    ' ',
  ),
)

/** What a deck looks like before it is read, in whatever format. */
export function skimAny(text: string, setting: ReadSetting): Deck {
  const ours = oursOf(text, setting)
  if (ours === null) return skimDeck(text, setting)
  const deck = skimDeck(ours.text, setting)
  const lineOf = (line: number): number => ours.lines[line - 1] ?? 1
  return {
    ...deck,
    slides: deck.slides.map((slide) => ({ ...slide, line: lineOf(slide.line) })),
    opened: { dialect: ours.dialect, ...leftOutOf(ours.missed, deck.slides.length) },
  }
}

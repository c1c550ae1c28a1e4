import type { Deck, Lang } from '../../contract/deck.ts'
import { parseMarkdown } from './markdown.ts'
import type { Point } from './lines.ts'
import { nodeStart } from './node-start.ts'
import { createReport, type Report } from './problem-report.ts'
import { readLook, type ReadLook } from './deck-look.ts'
import { deckSchema, type DeckBlock } from './schema.ts'
import { bodyPlace } from './body-place.ts'
import type { Site } from './site.ts'
import { splitSource, type DeckSource, type SourceSection } from './source.ts'
import { readWithin, unbounded, type WithinBudget } from './within-budget.ts'
import { aboutBlock, checkBlock, readYamlWithin, type YamlBlock } from './yaml-block.ts'

/** The deck's own block, where the file has one, and the sections of its slides or questions. */
export interface Parts {
  readonly header: SourceSection | null
  readonly rest: readonly SourceSection[]
}

function blockOf(section: SourceSection, report: Report, within: WithinBudget): YamlBlock {
  return readYamlWithin(within, section.yaml, section.line + 1, { line: section.line, column: 1 }, report)
}

/** The first block is the deck's, unless it is plainly a slide's. */
export function partsOfFile({ sections }: DeckSource, within: WithinBudget = unbounded): Parts {
  const [first, ...rest] = sections
  if (first === undefined) return { header: null, rest: [] }
  const { keys } = blockOf(first, createReport(''), within)
  const isSlide = !keys.includes('title') && (keys.includes('id') || keys.includes('layout'))
  return isSlide ? { header: null, rest: sections } : { header: first, rest }
}

/** What a deck's own block says. */
export type Header = Partial<DeckBlock> & {
  readonly look?: ReadLook
  /** Where `tile` stands. */
  readonly tileAt?: Point
}

/** Reads the deck's block and looks for text that belongs to no slide. */
export function readHeader(
  { header }: Parts,
  source: DeckSource,
  lang: Lang,
  report: Report,
  within: WithinBudget = unbounded,
): Header {
  checkOutside(source.lead.replace('\uFEFF', ''), (point) => point, report, within)
  if (header === null) return {}
  if (header.close === '') report.add({ line: header.line, column: 1 }, 'unclosed-block')
  // What stands below a block that is not closed may be meant to be in it.
  else checkOutside(header.body, bodyPlace(header), report, within)
  const block = blockOf(header, report, within)
  const said = aboutBlock(block, report)
  const keys = checkBlock(block, deckSchema, said)
  if (keys.lang !== undefined && keys.lang !== lang) {
    report.add(block.valueAt('lang'), 'bad-value', 'lang', {
      ko: `파일 이름의 언어는 \`${lang}\`이에요.`,
      en: `The file's name says \`${lang}\`.`,
    })
  }
  return { ...keys, look: readLook(keys, block, said), tileAt: block.valueAt('tile') }
}

function checkOutside(text: string, place: Site['at'], report: Report, within: WithinBudget): void {
  if (text.trim() === '') return
  const start = place({ line: 1, column: 1 })
  const read = () => parseMarkdown(text, { at: place, report }).children
  for (const node of readWithin(within, { text, read, instead: () => [] }, start, report)) {
    const at = place(nodeStart(node))
    if (node.type === 'html' && node.value.startsWith('<!--')) continue
    report.add(at, node.type === 'thematicBreak' ? 'stray-thematic-break' : 'text-outside-slide')
    // What follows stands there for the same reason.
    return
  }
}

/** The language that a deck's own block names, or null. */
export function langOf(text: string, within: WithinBudget = unbounded): Lang | null {
  const { header } = partsOfFile(splitSource(text), within)
  return header === null
    ? null
    : (checkBlock(blockOf(header, createReport(''), within), deckSchema, createReport('')).lang ?? null)
}

/** What a deck says of its look, where it says anything. */
export function ownLook({ look }: { readonly look?: ReadLook | undefined }, lang: Lang): Pick<Deck, 'look'> {
  const own = look?.looks[lang] ?? {}
  return Object.keys(own).length === 0 ? {} : { look: own }
}

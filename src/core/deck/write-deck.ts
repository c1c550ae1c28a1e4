import { Document, isSeq, visit } from 'yaml'
import { linesOf } from './lines.ts'
import type { DeckBlock, QuestionBlock, SlideBlock } from './schema.ts'
import { isDashes, outside, splitSource, type DeckSource } from './source.ts'

/** A slide or a question to write. */
export interface WrittenSection {
  readonly keys: SlideBlock | QuestionBlock
  /** Markdown with its heading. A `---` in it is written as `***`; a fence or comment that is left open is closed. */
  readonly body: string
  /** Speaker notes as Markdown. */
  readonly notes?: string | undefined
}

/**
 * Writes a deck for whoever makes one from data; `parseDeck` of what is printed has the same keys and bodies.
 * @param header the deck's block, or null for a file of questions without one
 */
export function writeDeck(header: DeckBlock | null, sections: readonly WrittenSection[]): DeckSource {
  const blocks = sections.map(({ keys, body, notes = '' }) => {
    const text = sealed(body).trim()
    const spoken = notes.trim() === '' ? '' : `\n<!--\n${commentable(notes.trim())}\n-->\n`
    return `${yamlBlock(keys)}${text === '' ? '' : `\n${text}\n`}${spoken}`
  })
  return splitSource([...(header === null ? [] : [yamlBlock(header)]), ...blocks].join('\n'))
}

/** Keys in the order given, lists on one line, as people write them. */
function yamlBlock(keys: DeckBlock | SlideBlock | QuestionBlock): string {
  const document = new Document(keys)
  visit(document, {
    Seq: (_key, node) => {
      if (isSeq(node)) node.flow = true
    },
  })
  return `---\n${document.toString({ lineWidth: 0, blockQuote: false, flowCollectionPadding: false })}---\n`
}

/** Notes that cannot end the comment they stand in. */
const commentable = (notes: string): string => notes.replaceAll('-->', '--&gt;')

/** A body that stays one slide. */
function sealed(body: string): string {
  let text = body
  for (;;) {
    const lines = linesOf(text)
    const { unclosed, lines: free } = outside(lines)
    const [open] = unclosed
    if (open === undefined) {
      const isFree = new Set(free)
      return lines.map((line, at) => (isFree.has(at) && isDashes(line.text) ? '***' : line.text)).join('\n')
    }
    text = `${text}\n${open.closing}`
  }
}

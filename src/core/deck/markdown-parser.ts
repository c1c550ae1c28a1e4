import type { Root } from 'mdast'
import { defListFromMarkdown } from 'mdast-util-definition-list'
import { highlightMarkFromMarkdown } from 'mdast-util-highlight-mark'
import { mathFromMarkdown } from 'mdast-util-math'
import { defList } from 'micromark-extension-definition-list'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Data, type Processor } from 'unified'
import { formulaSyntax } from './formula-syntax.ts'
import { markedWords } from './marked-words.ts'
import { wikiFromMarkdown, wikiSyntax } from './wiki-links.ts'

/** What people write beyond GFM: `==marked==` words, formulas, `[[links]]`, and lists of terms with what they mean. */
export function remarkWritten(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), markedWords, defList, formulaSyntax, wikiSyntax]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    highlightMarkFromMarkdown,
    defListFromMarkdown,
    mathFromMarkdown(),
    wikiFromMarkdown,
  ]
}

/** GFM with emphasis that works beside Korean. A lone tilde stays a tilde: it means "from … to". */
const gfm = () =>
  unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly).use(remarkWritten)

/** Leaves out a second search for addresses: they are found while Markdown is read. */
function searchOnce(this: Processor): void {
  const known = this.data().fromMarkdownExtensions?.flat() ?? []
  this.data(
    'fromMarkdownExtensions',
    known.map((extension) => ({ ...extension, transforms: [] })),
  )
}

type Extension = Exclude<NonNullable<Data['micromarkExtensions']>[number], readonly unknown[]>

/** Leaves out the search for addresses, which tries every letter. */
function noSearch(this: Processor): void {
  const known = this.data().micromarkExtensions?.flat() ?? []
  this.data('micromarkExtensions', known.map(withoutAddresses))
}

function withoutAddresses(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).flatMap(([code, constructs]) => {
    const others = [constructs ?? []].flat().filter(({ name }) => name?.endsWith('Autolink') !== true)
    return others.length === 0 ? [] : [[code, others] as const]
  })
  return { ...extension, text: Object.fromEntries(text) }
}

const withAddresses = gfm().use(searchOnce).freeze()
const plain = gfm().use(searchOnce).use(noSearch).freeze()

/**
 * Parses Markdown. Texts without an address in them, nearly all of a deck, take two thirds of the time; what comes out
 * is the same.
 */
export function parseGfm(text: string): Root {
  return (/:\/\/|www\.|@/i.test(text) ? withAddresses : plain).parse(text)
}

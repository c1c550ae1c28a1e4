/** Markdown to a safe HTML tree: GFM with emphasis that works beside Korean, comments kept, everything else sanitised. */
import type { Comment, Element, Root as Html } from 'hast'
import type { Code, Highlight, Html as HtmlNode, Nodes, Root } from 'mdast'
import { defListHastHandlers } from 'mdast-util-definition-list'
import type { State } from 'mdast-util-to-hast'
import rehypeRaw from 'rehype-raw'
import remarkRehype, { type Options } from 'remark-rehype'
import { unified } from 'unified'
import type { Lang } from '../../contract/deck.ts'
import { imagesWithBlanks } from './blanks-in-paths.ts'
import { titleCallouts } from './callouts.ts'
import { eachNode } from './each-node.ts'
import { drawEmoji } from './emoji.ts'
import { drawFormulas } from './formulas.ts'
import { setImages } from './image-settings.ts'
import { linesOf, pointsOf, type Point } from './lines.ts'
import { parseGfm } from './markdown-parser.ts'
import { readMedia } from './media.ts'
import { nodeStart } from './node-start.ts'
import { drawFiles, putDrawings, takeDrawings } from './drawings/drawings.ts'
import { isDrawnElsewhere } from './drawn-elsewhere.ts'
import { directBlocks } from './reading-direction.ts'
import { sanitised } from './sanitise.ts'
import type { Site } from './site.ts'
import { withStrayTags } from './stray-tags.ts'

/**
 * Parses Markdown. Every text is Markdown, but one nested hundreds deep would take minutes and then the stack:
 * it is read up to there. Tags that prose only names are text.
 */
export function parseMarkdown(text: string, { at, report }: Pick<Site, 'at' | 'report'>): Root {
  const deep = tooDeep(text)
  if (deep !== null) report.add(at(pointsOf(text, 1)(deep)), 'too-nested')
  const { root, stray } = withStrayTags(text.slice(0, deep ?? undefined), parseGfm)
  const pointAt = pointsOf(text, 1)
  for (const { offset, written } of stray) report.add(at(pointAt(offset)), 'stray-tag', inOneLine(written))
  return root
}

/** Parses Markdown in which every tag is one, as those of other programs' components are. */
export const parseWithTags = (text: string): Root => parseGfm(text.slice(0, tooDeep(text) ?? undefined))

/** The beginning of what was written, for a sentence. */
const inOneLine = (written: string): string => {
  const line = written.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

/** The offset of the first line that nests quotes and lists too deeply, or null. */
function tooDeep(text: string): number | null {
  if (!mayBeDeep.test(text)) return null
  for (const { text: line, start } of linesOf(text)) {
    const [prefix = ''] = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line) ?? []
    if (/[^ \t]/.test(prefix)) {
      const indent = prefix.search(/[^ \t]/)
      const markers = [...prefix.matchAll(/>|[-*+]|\d+/g)].length
      if (markers + indent / 2 > maxDepth) return start
    }
  }
  return null
}
const maxDepth = 50
const mayBeDeep = /^[ \t>*+\-\d.)]{51}/m

declare module 'mdast' {
  interface RootContentMap {
    deckComment: { type: 'deckComment'; value: string; position?: Root['position'] }
  }
}

interface FootnoteWords {
  readonly label: string
  /** What leads back from the `number`th footnote to where it was named. */
  readonly back: (number: number) => string
}

const htmlOptions = ({ label, back }: FootnoteWords): Options => ({
  allowDangerousHtml: true,
  footnoteLabel: label,
  footnoteBackLabel: (index, again) => back(index + 1) + (again > 1 ? ` (${again})` : ''),
  footnoteLabelTagName: 'p',
  footnoteLabelProperties: {},
  handlers: {
    ...defListHastHandlers,
    highlight: (state: State, node: Highlight): Element => ({
      type: 'element',
      tagName: 'mark',
      properties: {},
      children: state.all(node),
    }),
    deckComment: (_state: unknown, { value, position }: Comment): Comment => ({
      type: 'comment',
      value,
      ...(position ? { position } : {}),
    }),
  },
})
const footnotes: Record<Lang, FootnoteWords> = {
  ko: { label: '각주', back: (number) => `각주 ${number}에서 본문으로 돌아가기` },
  en: { label: 'Footnotes', back: (number) => `Back to the text from footnote ${number}` },
}
const toHtml = {
  ko: unified().use(remarkRehype, htmlOptions(footnotes.ko)).freeze(),
  en: unified().use(remarkRehype, htmlOptions(footnotes.en)).freeze(),
}
const withRaw = unified().use(rehypeRaw).freeze()

/** A code block as Markdown has it: after sanitising only its text and language are left. */
export interface FencedCode {
  readonly lang: string | null
  /** What stands on the opening line after the language. */
  readonly meta: string
  /** Of the opening fence, in the file. */
  readonly at: Point
}

export interface SafeHtml {
  /** Elements and text that are safe to show, and the author's comments. */
  readonly tree: Html
  /** The code blocks of the tree by the place of their `pre`, as `placeKey` gives it. */
  readonly codes: ReadonlyMap<string, FencedCode>
}

export const placeKey = (node: { position?: { start: Point } | undefined }): string =>
  node.position ? `${node.position.start.line}:${node.position.start.column}` : ''

/** Turns parsed Markdown into safe HTML. What had to go is reported. */
export function safeHtml(root: Root, text: string, site: Site): SafeHtml {
  const codes = new Map<string, FencedCode>()
  let hasHtml = false as boolean
  titleCallouts(root, site.lang)
  imagesWithBlanks(root)
  setImages(root, site)
  drawEmoji(root, text)
  eachNode<Nodes>(root, (node, index, parent) => {
    if (node.type === 'code') {
      const code = fencedCode(node, site)
      const isUndrawn = isDrawnElsewhere(node.lang)
      // What stands in braces there is how to draw it, and names no lines.
      codes.set(placeKey(node), isUndrawn ? { ...code, meta: '' } : code)
      if (isUndrawn) site.report.add(code.at, 'undrawn-source', node.lang ?? '')
    }
    if (node.type !== 'html') return true
    const comment = commentOf(node)
    if (comment === null) {
      hasHtml = true
      return false
    }
    const isLost = isStepMarker(comment) && isText(parent.type)
    if (isLost) site.report.add(site.at(nodeStart(node)), 'bad-step-marker')
    const kept: Nodes = isLost ? { type: 'text', value: '' } : { ...node, type: 'deckComment', value: comment }
    parent.children.splice(index, 1, kept)
    return false
  })
  const html = toHtml[site.lang].runSync(root)
  const tree = hasHtml ? withRaw.runSync(html, text) : html
  readMedia(tree)
  const drawings = hasHtml ? takeDrawings(tree, site) : []
  const safe = sanitised(tree, hasHtml, site)
  putDrawings(safe, drawings)
  drawFiles(safe, drawings.length, site)
  directBlocks(safe, text)
  drawFormulas(safe, text, site)
  return { tree: safe, codes }
}

/** Whether a comment says that what follows appears one step later. */
export const isStepMarker = (comment: string): boolean => comment.trim().toLowerCase() === 'step'

/** The text of a node that is one comment and nothing else, or null. */
function commentOf({ value }: HtmlNode): string | null {
  const written = value.trim()
  if (!written.startsWith('<!--')) return null
  // From the second character, as `<!-->` is a whole comment too.
  const end = written.indexOf('-->', 2)
  return end < 0 ? written.slice(4) : end === written.length - 3 ? written.slice(4, -3) : null
}

const isText = (type: string) => !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(type)

function fencedCode(node: Code, { at }: Site): FencedCode {
  const { lang, meta } = node
  const point = at(nodeStart(node))
  // Without a language the first word of the opening line is not one.
  if (lang?.startsWith('{')) return { lang: null, meta: [lang, meta].filter(Boolean).join(' '), at: point }
  return { lang: lang ?? null, meta: meta ?? '', at: point }
}

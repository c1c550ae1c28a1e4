import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import type { Question, Slide } from '../../contract/deck.ts'
import { eachNode } from './each-node.ts'
import { questionWith, slideWith } from './every-html.ts'
import { decoded } from './targets.ts'

const parser = unified().use(rehypeRaw).freeze()
const footnote = 'user-content-fn-'

/**
 * Lets the links of a slide, as the deck's parser wrote them, lead to where its targets are now.
 * @param ids where the slides of its deck are now, by their ids; a link to any other slide becomes plain text
 * @param id what the slide itself is called now: its footnotes are told from those of others by it
 */
export function relink(slide: Slide, ids: ReadonlyMap<string, string>, id: string): Slide {
  return { ...slideWith(slide, (html) => relinkedHtml(html, ids, { before: slide.id, now: id })), id }
}

/** A question whose links to slides are text: it belongs to no deck. */
export const unlinkedQuestion = (question: Question): Question =>
  questionWith(question, (html) => relinkedHtml(html, new Map(), { before: question.id, now: question.id }))

interface OwnId {
  readonly before: string
  readonly now: string
}

/** Reads the HTML of a part of a slide, if anything in it can lead elsewhere, and writes it with its links as they are now. */
function relinkedHtml(html: string, ids: ReadonlyMap<string, string>, own: OwnId): string {
  if (!html.includes('href="#') && (own.before === own.now || !html.includes(footnote))) return html
  const tree = parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] })
  eachNode<Root | Element | Root['children'][number]>(tree, (node, index, parent) => {
    if (node.type !== 'element') return true
    const { properties } = node
    if (typeof properties['id'] === 'string') properties['id'] = footnoteOf(properties['id'], own)
    const href = properties['href']
    if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return true
    const target = href.slice(1)
    const now = target.startsWith('user-content-') ? footnoteOf(target, own) : ids.get(decoded(target))
    if (now === undefined) parent.children.splice(index, 1, ...node.children)
    else properties['href'] = `#${now}`
    return true
  })
  return toHtml(tree)
}

/** The ids of footnotes, and the links to them, bear the id of their slide. */
function footnoteOf(name: string, { before, now }: OwnId): string {
  const own = `${footnote}${before}-`
  return name.startsWith(own) ? `${footnote}${now}-${name.slice(own.length)}` : name
}

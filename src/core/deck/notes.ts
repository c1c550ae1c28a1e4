import type { Comment } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { SpeakerNote } from '../../contract/deck.ts'
import { pointsOf, type Point } from './lines.ts'
import { parseMarkdown } from './markdown.ts'
import { nodeStart } from './node-start.ts'
import type { Site } from './site.ts'
import { paintedHtml } from './painted-html.ts'

/** A stretch of note Markdown that belongs to one step. */
interface Stretch {
  readonly step: number | null
  readonly nodes: RootContent[]
}

/**
 * The speaker notes in a comment, cut where `[2]` says that what follows belongs to step 2.
 * @param steps how many steps the slide has
 */
export function speakerNotes(comment: Comment, steps: number, site: Site): SpeakerNote[] {
  const opening = nodeStart(comment)
  const at = ({ line, column }: Point): Point =>
    site.at({
      line: opening.line + line - 1,
      column: line === 1 ? opening.column + '<!--'.length + column - 1 : column,
    })
  const inner: Site = { ...site, at, scope: `${site.scope}-note-${opening.line}` }
  const text = comment.value
  const stretches: Stretch[] = [{ step: null, nodes: [] }]
  const shared: RootContent[] = []
  const put = (node: RootContent) => stretches.at(-1)?.nodes.push(node)
  const turnTo = ({ step, offset }: Marker, { line, column }: Point) => {
    if (step >= 1 && step <= steps) stretches.push({ step, nodes: [] })
    else site.report.add(at({ line, column: column + offset }), 'note-step-out-of-range', step, steps)
  }
  for (const node of parseMarkdown(text, inner).children) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') shared.push(node)
    else if (node.type === 'paragraph') cutParagraph(node, text, put, turnTo)
    else if (node.type === 'list') cutList(node, text, put, turnTo)
    else put(node)
  }
  return stretches.flatMap(({ step, nodes }) => {
    if (nodes.length === 0) return []
    const root: Root = { type: 'root', children: [...nodes, ...shared] }
    const html = toHtml(paintedHtml(root, text, inner).tree).trim()
    return html === '' ? [] : [{ step, html }]
  })
}

interface Marker {
  readonly step: number
  /** Of its `[` within its text. */
  readonly offset: number
  readonly end: number
}

type Put = (node: RootContent) => unknown
type Turn = (marker: Marker, from: Point) => void

/** A marker at the start of a line or after the end of a sentence; `[2]` within a sentence is the author's own text. */
const marker = /\[(\d{1,4})\](?=\s|$)(?<=(?:^|[\n.!?…。]\s*)\[\d{1,4}\])/g

function markersIn(value: string, written: string, isLineStart: boolean): Marker[] {
  const first = value.search(/\S/)
  const escaped = escapedIn(value, written)
  return [...value.matchAll(marker)].flatMap((found) => {
    const offset = found.index
    if (escaped.has(offset) || (offset === first && !isLineStart)) return []
    return [{ step: Number(found[1]), offset, end: offset + found[0].length }]
  })
}

/** The offsets of the brackets in a text's value that were written `\[`. */
function escapedIn(value: string, written: string): ReadonlySet<number> {
  if (value === written) return new Set()
  const asWritten = Array.from(written.matchAll(/\\?\[/g), ([bracket]) => bracket)
  const offsets = Array.from(value.matchAll(/\[/g), ({ index }) => index)
  return new Set(offsets.filter((_, nth) => asWritten[nth] === '\\['))
}

const writtenAs = ({ position }: PhrasingContent, text: string) =>
  position ? text.slice(position.start.offset, position.end.offset) : ''

function cutParagraph(paragraph: Paragraph, text: string, put: Put, turnTo: Turn): void {
  let children: PhrasingContent[] = []
  const flush = () => {
    if (children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
      put({ type: 'paragraph', children })
    children = []
  }
  for (const [index, child] of paragraph.children.entries()) {
    const isLineStart = index === 0 || paragraph.children[index - 1]?.type === 'break'
    const markers = child.type === 'text' ? markersIn(child.value, writtenAs(child, text), isLineStart) : []
    if (child.type !== 'text' || markers.length === 0) {
      children.push(child)
      continue
    }
    let from = 0
    const pointAt = pointsOf(child.value, 1)
    for (const found of markers) {
      const before = child.value.slice(from, found.offset).trimEnd()
      children.push({ type: 'text', value: from === 0 ? before : before.trimStart() })
      flush()
      turnTo(found, lineStart(pointAt(found.offset), found, nodeStart(child)))
      from = found.end
    }
    children.push({ type: 'text', value: child.value.slice(from).replace(/^\s+/, '') })
  }
  flush()
}

/** The point from which a marker's offset counts on: the start of its line within the text that begins at `start`. */
function lineStart(within: Point, { offset }: Marker, start: Point): Point {
  if (within.line === 1) return start
  return { line: start.line + within.line - 1, column: within.column - offset }
}

/** A list is cut before each item that begins with a marker. */
function cutList(list: List, text: string, put: Put, turnTo: Turn): void {
  let items: ListItem[] = []
  let { start } = list
  const flush = () => {
    if (items.length > 0) put({ ...list, start, children: items })
    if (typeof start === 'number') start += items.length
    items = []
  }
  for (const item of list.children) {
    const paragraph = item.children[0]
    const child = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    const found = child?.type === 'text' ? markersIn(child.value, writtenAs(child, text), true)[0] : undefined
    if (child?.type === 'text' && found?.offset === 0) {
      flush()
      turnTo(found, nodeStart(child))
      child.value = child.value.slice(found.end).replace(/^\s+/, '')
    }
    items.push(item)
  }
  flush()
}

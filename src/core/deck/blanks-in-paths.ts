import type { Image, Nodes, Root, Text } from 'mdast'
import { eachNode } from './each-node.ts'

/**
 * An image whose path has blanks in it, as Obsidian, Typora and screenshots of macOS make them. To Markdown it is text unless the
 * path stands in angle brackets. Everything but the blanks and the ending may be anything that ends no path.
 */
const written =
  /!\[([^[\]\n]{0,1000})\]\(([^\s()<>]{0,500} [^()<>\n]{0,1000}\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mp3|ogg|wav|m4a))(?: "([^"\n]{0,1000})")?\)/giu

/** Makes images of those whose paths have blanks in them. */
export function imagesWithBlanks(root: Root): void {
  eachNode<Nodes>(root, (node, index, parent) => {
    if (node.type !== 'text' || !node.value.includes('](')) return true
    const parts = cut(node)
    if (parts.length > 1 || parts[0] !== node) parent.children.splice(index, 1, ...parts)
    return true
  })
}

function cut(text: Text): (Text | Image)[] {
  const parts: (Text | Image)[] = []
  let end = 0
  const upTo = (to: number): void => {
    if (to > end) parts.push({ type: 'text', value: text.value.slice(end, to), ...placed(text, end, to) })
  }
  for (const found of text.value.matchAll(written)) {
    const [all, alt = '', url = '', title] = found
    upTo(found.index)
    end = found.index + all.length
    parts.push({
      type: 'image',
      url: encodeURI(url),
      alt,
      ...(title ? { title } : {}),
      ...placed(text, found.index, end),
    })
  }
  if (parts.length === 0) return [text]
  upTo(text.value.length)
  return parts
}

/** Where a part of a text stands, as far as nothing in it is written otherwise than it is read. */
function placed({ value, position }: Text, from: number, to: number): Pick<Text, 'position'> {
  if (position === undefined) return {}
  const { start } = position
  const point = (at: number): typeof start => {
    const before = value.slice(0, at)
    const lines = before.split('\n').length - 1
    const column = lines === 0 ? start.column + at : at - before.lastIndexOf('\n')
    return { line: start.line + lines, column, offset: (start.offset ?? 0) + at }
  }
  return { position: { start: point(from), end: point(to) } }
}

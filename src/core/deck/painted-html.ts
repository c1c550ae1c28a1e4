import type { Comment, Nodes, Root as Html } from 'hast'
import type { Root } from 'mdast'
import { codeOf, paintCode } from './code.ts'
import { eachStepOf } from './drawings/drawings.ts'
import { eachNode } from './each-node.ts'
import { isStepMarker, placeKey, safeHtml } from './markdown.ts'
import type { Site } from './site.ts'

/** Safe HTML of parsed Markdown in which nothing has steps: code is coloured, comments are set apart. */
export function paintedHtml(root: Root, text: string, site: Site): { tree: Html; comments: Comment[] } {
  const { tree, codes } = safeHtml(root, text, site)
  const comments: Comment[] = []
  eachNode<Nodes>(tree, (node, index, parent) => {
    if (node.type === 'comment') {
      if (!isStepMarker(node.value)) comments.push(node)
      // A text in its place keeps the count of its siblings while they are looked at.
      parent.children.splice(index, 1, { type: 'text', value: '' })
      return false
    }
    if (node.type === 'element' && node.tagName === 'svg') {
      eachStepOf(node, () => undefined)
      return false
    }
    const code = node.type === 'element' ? codeOf(node) : null
    if (code !== null) paintCode(code, codes.get(placeKey(node))?.lang ?? null)
    return code === null
  })
  return { tree, comments }
}

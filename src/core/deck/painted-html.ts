import type { Comment, Root as Html } from 'hast'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { codeOf, paintCode } from './code.ts'
import { isStepMarker, placeKey, safeHtml } from './markdown.ts'
import type { Site } from './site.ts'

/** Safe HTML of parsed Markdown in which nothing has steps: code is coloured, comments are set apart. */
export function paintedHtml(root: Root, text: string, site: Site): { tree: Html; comments: Comment[] } {
  const { tree, codes } = safeHtml(root, text, site)
  const comments: Comment[] = []
  visit(tree, (node, index, parent) => {
    if (node.type === 'comment' && parent !== undefined && index !== undefined) {
      if (!isStepMarker(node.value)) comments.push(node)
      parent.children.splice(index, 1)
      return index
    }
    const code = node.type === 'root' || node.type === 'element' ? codeOf(node) : null
    if (code !== null) paintCode(code, codes.get(placeKey(node))?.lang ?? null)
    return undefined
  })
  return { tree, comments }
}

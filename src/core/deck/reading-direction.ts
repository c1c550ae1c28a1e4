import type { Nodes, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { eachNode } from './each-node.ts'

/** Letters of Hebrew, Arabic and their neighbours. */
const fromTheRight = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Whether a text is read from right to left, which its first letter says; undefined where no letter of it is. */
export function directionOf(text: string): 'rtl' | 'ltr' | undefined {
  if (!fromTheRight.test(text)) return undefined
  return fromTheRight.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}

const blocks = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'blockquote',
  'dl',
  'dt',
  'dd',
  'summary',
])

/** Gives each block with words that are read from right to left the direction of its first letter. */
export function directBlocks(tree: Root, text: string): void {
  if (!fromTheRight.test(text)) return
  eachNode<Nodes>(tree, (node) => {
    if (node.type !== 'element' || !blocks.has(node.tagName)) return true
    const direction = directionOf(toString(node))
    if (direction !== undefined) node.properties['dir'] ??= direction
    return true
  })
}

import type { Nodes, Root } from 'mdast'
import emoji from 'markdown-it-emoji/lib/data/full.mjs'
import { eachNode } from './each-node.ts'

/** Not within a word or a time: `10:100:20`. */
const name = /(?<![\w:]):([a-z0-9_+-]+):(?!:)/g

/** Puts the characters that GitHub's names stand for in their place: `:rocket:`. Names that mean none stay. */
export function drawEmoji(root: Root, text: string): void {
  eachNode<Nodes>(root, (node) => {
    if (node.type !== 'text' || !node.value.includes(':')) return true
    // Written `\:rocket:`, it is text; what a reference such as `&colon;` gave as well.
    const written = text.slice(node.position?.start.offset, node.position?.end.offset)
    if (node.position !== undefined && written.split(':').length !== node.value.split(':').length) return true
    if (written.includes('\\:')) return true
    node.value = node.value.replace(name, (all, known: string) => emoji[known] ?? all)
    return true
  })
}

import type { ListItem, Node, Parents, Root, RootContent } from 'mdast'
import { parseWithTags } from '../markdown.ts'
import { lineFinder, rowsText, type Edit, type Row } from './rows.ts'

/** A slide's Markdown as it is edited: its tree, and the edits so far. */
export interface PieceTree {
  readonly text: string
  readonly root: Root
  readonly edits: Edit[]
  readonly lineAt: (offset: number) => number
  /** Puts something else in place of a stretch. */
  replace(start: number, end: number, text: string): void
  /** What stands at a node appears one step later. Says whether that can be. */
  stepBefore(node: Node, parent: Parents | undefined): boolean
}

export function pieceTree(rows: readonly Row[]): PieceTree {
  const text = rowsText(rows)
  const root = parseWithTags(text)
  const edits: Edit[] = []
  const stepped = new Set<Node>()
  return {
    text,
    root,
    edits,
    lineAt: lineFinder(rows),
    replace: (start, end, instead) => void edits.push({ start, end, text: instead }),
    stepBefore: (node, parent) => {
      if (stepped.has(node)) return true
      const start = startOf(node)
      const lineStart = text.lastIndexOf('\n', start - 1) + 1
      const prefix = text.slice(lineStart, start)
      // Within the line of a list's mark there is no place for it.
      if (/[^\s>]/.test(prefix)) return false
      const before =
        parent?.type === 'list' ? parent.children[parent.children.indexOf(node as ListItem) - 1] : undefined
      const inner = before === undefined ? '' : ' '.repeat(contentIndent(before))
      edits.push({ start: lineStart, end: lineStart, text: `${prefix}${inner}<!-- step -->\n` })
      stepped.add(node)
      return true
    },
  }
}

export const startOf = (node: Node): number => node.position?.start.offset ?? 0
export const endOf = (node: Node): number => node.position?.end.offset ?? 0

/** How far what is in an item of a list stands in from its mark. */
function contentIndent(item: ListItem): number {
  const [first] = item.children
  const indent = first ? startOf(first) - startOf(item) : 2
  return Math.min(Math.max(indent, 2), 6)
}

/** Looks at each node with what it is in, the nearest last; `false` leaves out what is in it. */
export function walk(
  root: Root,
  visit: (node: RootContent, ancestors: readonly Parents[], index: number) => boolean | undefined,
): void {
  const into = (parent: Parents, ancestors: readonly Parents[]): void => {
    const chain = [...ancestors, parent]
    for (const [index, node] of parent.children.entries()) {
      if (visit(node, chain, index) === false) continue
      if ('children' in node) into(node, chain)
    }
  }
  into(root, [])
}

/** What a piece of text within a line belongs to: the item of a list, else the block; with the one that it is in. */
export function blockOf(ancestors: readonly Parents[]): { node: Node; parent: Parents | undefined } | null {
  const item = ancestors.findLastIndex(({ type }) => type === 'listItem')
  if (item > 0) return { node: ancestors[item] as Parents, parent: ancestors[item - 1] }
  const block = ancestors.findIndex(({ type }) => ['paragraph', 'heading', 'table', 'blockquote'].includes(type))
  return block < 0 ? null : { node: ancestors[block] as Parents, parent: ancestors[block - 1] }
}

/** Whether a node is a block of its own. */
export const isBlock = (ancestors: readonly Parents[]): boolean =>
  ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(ancestors.at(-1)?.type ?? '')

/** Each item of a list appears one step later, in lists within it too where `depth` says so. */
export function stepItems(tree: PieceTree, list: Parents, depth = 1): void {
  if (list.type !== 'list') return
  for (const item of list.children) {
    tree.stepBefore(item, list)
    if (depth > 1) for (const inner of item.children) if (inner.type === 'list') stepItems(tree, inner, depth - 1)
  }
}

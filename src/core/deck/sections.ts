import type { Comment, Element, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Lang } from '../../contract/deck.ts'
import { nearest } from './nearest.ts'
import { nodeStart } from './node-start.ts'
import type { Site } from './site.ts'

/** The names of the parts of a body, as their `###` headings are written in each language. */
export type PartNames<P extends string> = Readonly<Record<P, Readonly<Record<Lang, string>>>>

export interface Part {
  readonly heading: Element
  readonly nodes: RootContent[]
}

export const questionParts = {
  oneLine: { ko: '한 줄', en: 'In one line' },
  answer: { ko: '답변', en: 'Answer' },
  keyPoints: { ko: '핵심', en: 'Key points' },
  mistakes: { ko: '흔한 실수', en: 'Common mistakes' },
  sources: { ko: '출처', en: 'Sources' },
} as const satisfies PartNames<string>

export const mythParts = {
  myth: { ko: '오해', en: 'Myth' },
  truth: { ko: '사실', en: 'Truth' },
  probe: { ko: '면접에서는', en: 'In an interview' },
} as const satisfies PartNames<string>

const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * Cuts a body at its `###` headings. A heading that names no part is reported and kept within the part before it.
 * @returns what stands before the first part, and the parts by name
 */
export function partsOf<P extends string>(
  tree: Root,
  names: PartNames<P>,
  { at, report }: Site,
): { before: RootContent[]; parts: Map<P, Part> } {
  const known = Object.entries<Readonly<Record<Lang, string>>>(names) as [P, Readonly<Record<Lang, string>>][]
  const before: RootContent[] = []
  const parts = new Map<P, Part>()
  let current = before
  for (const node of tree.children) {
    if (node.type !== 'element' || node.tagName !== 'h3') {
      current.push(node)
      continue
    }
    const written = toString(node)
    const name = known.find(([, { ko, en }]) => [ko, en].some((one) => plain(one) === plain(written)))?.[0]
    const earlier = name === undefined ? undefined : parts.get(name)
    if (name === undefined) {
      const guess = nearest(
        written,
        known.flatMap(([, { ko, en }]) => [ko, en]),
      )
      report.add(at(nodeStart(node)), 'unknown-section', written, guess)
      current.push(node)
    } else if (earlier !== undefined) current = earlier.nodes
    else {
      current = []
      parts.set(name, { heading: node, nodes: current })
    }
  }
  return { before, parts }
}

/** Takes the comments out of an element. */
function takeComments(element: Element): Comment[] {
  const comments: Comment[] = []
  element.children = element.children.filter((child) => {
    if (child.type === 'comment') comments.push(child)
    else if (child.type === 'element') comments.push(...takeComments(child))
    return child.type !== 'comment'
  })
  return comments
}

/** Takes the first heading out of a tree, or gives null where there is none. The comments in it stay in its place. */
export function takeHeading(tree: Root): Element | null {
  const search = (parent: Root | Element): Element | null => {
    for (const [index, node] of parent.children.entries()) {
      if (node.type !== 'element') continue
      if (/^h[1-6]$/.test(node.tagName)) {
        parent.children.splice(index, 1, ...takeComments(node))
        return node
      }
      const found = search(node)
      if (found !== null) return found
    }
    return null
  }
  return search(tree)
}

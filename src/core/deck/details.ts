import type { Element, ElementContent, Nodes, Root } from 'hast'
import { eachNode } from './each-node.ts'

const isSummary = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'summary'

const part = (name: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { [name]: '' },
  children,
})

/**
 * Turns `<details>` into what a talk can show and paper can hold: its summary, and one step later what is folded below.
 * One that is `open` has no step.
 */
export function unfoldDetails(tree: Root): void {
  eachNode<Nodes>(tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'details') return true
    const summary = node.children.find(isSummary)
    const folded = node.children.filter((child) => child !== summary)
    const isOpen = node.properties['open'] !== undefined && node.properties['open'] !== false
    node.tagName = 'div'
    node.properties = { dataDetails: '' }
    node.children = [
      ...(summary ? [part('dataSummary', summary.children)] : []),
      ...(isOpen || !summary ? [] : [{ type: 'comment', value: 'step' } as const]),
      part('dataFolded', folded),
    ]
    return true
  })
}

/** What the layouts need of a body beside its steps: columns, the parts of a myth, the key points of a question. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Site } from './site.ts'
import { mythParts, partsOf } from './sections.ts'

const div = (properties: Element['properties'], children: readonly RootContent[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties,
  children: children as ElementContent[],
})

/** Puts what stands between the `***` of a body into columns. */
export function intoColumns(tree: Root): void {
  const columns: RootContent[][] = [[]]
  for (const node of tree.children) {
    if (node.type === 'element' && node.tagName === 'hr') columns.push([])
    else columns.at(-1)?.push(node)
  }
  tree.children = columns.map((nodes) => div({ dataColumn: '' }, nodes))
}

/** Puts the parts of a myth, each with its heading, into elements of their own. */
export function intoMythParts(tree: Root, isMissing: (heading: string) => void, site: Site): void {
  const { before, parts } = partsOf(tree, mythParts, site)
  for (const name of ['myth', 'truth'] as const) if (!parts.has(name)) isMissing(mythParts[name][site.lang])
  tree.children = [
    ...before,
    ...[...parts].map(([name, { heading, nodes }]) => div({ dataPart: name }, [heading, ...nodes])),
  ]
}

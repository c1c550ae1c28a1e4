import type { Element, Nodes } from 'hast'
import { eachNode } from '../each-node.ts'

/** As many elements a drawing may come to once all that it refers to is drawn in its places. */
const most = 200_000

/** The ids that an element refers to by its attributes. */
const referredBy = ({ properties }: Element): string[] =>
  Object.entries(properties).flatMap(([name, value]) => {
    if (typeof value !== 'string') return []
    const [, id] = (name === 'href' ? /^#(.+)$/ : /^url\(#([^)]+)\)/).exec(value) ?? []
    return id === undefined ? [] : [id]
  })

/**
 * Whether drawing a drawing takes no longer than its size promises: with `<use>` of what is made of others, a few lines come
 * to billions, or never end.
 */
export function isLight(root: Element): boolean {
  const named = new Map<string, Element>()
  eachNode<Nodes>(root, (node) => {
    if (node.type === 'element' && typeof node.properties['id'] === 'string') named.set(node.properties['id'], node)
    return true
  })
  const weights = new Map<Element, number>()
  const weigh = (element: Element): number => {
    const known = weights.get(element)
    if (known !== undefined) return known
    // Met again while it is weighed, it holds itself.
    weights.set(element, Infinity)
    let weight = 1
    for (const child of element.children) if (child.type === 'element') weight += weigh(child)
    for (const id of referredBy(element)) {
      const target = named.get(id)
      if (target !== undefined) weight += weigh(target)
    }
    weights.set(element, weight)
    return weight
  }
  return weigh(root) <= most
}

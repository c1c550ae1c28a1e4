import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'

/** What an item of a list says, if it says it as `**verb** `command`: sentence`; commands may be none or several. */
interface Row {
  readonly item: Element
  readonly verb: Element
  readonly commands: readonly ElementContent[]
  readonly said: readonly ElementContent[]
}

const isElement = (node: ElementContent | undefined, tagName: string): node is Element =>
  node?.type === 'element' && node.tagName === tagName

function rowOf(item: Element): Row | null {
  const [verb, ...rest] = item.children
  if (!isElement(verb, 'strong')) return null
  const commands: ElementContent[] = []
  for (const [index, node] of rest.entries()) {
    if (isElement(node, 'code')) commands.push(node)
    else if (node.type !== 'text') return null
    else {
      const end = node.value.search(/[^\s,·]|$/)
      const [between, behind] = [node.value.slice(0, end), node.value.slice(end)]
      const after = behind.replace(/^:\s+/, '')
      if (after === behind) {
        if (after !== '') return null
        if (commands.length > 0) commands.push({ type: 'text', value: between })
      } else {
        if (between.trim() !== '') return null
        return { item, verb, commands, said: [{ type: 'text', value: after }, ...rest.slice(index + 1)] }
      }
    }
  }
  return null
}

const cell = (name: string, children: readonly ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { [name]: '' },
  children: [...children],
})

/**
 * Sets lists whose items all begin with a verb and a colon as rows of cells, so that verbs, sentences and commands stand
 * below each other. What reads the text hears the verb, the sentence, the command.
 */
export function intoRows(tree: Root): void {
  for (const list of tree.children) {
    if (list.type !== 'element' || !['ul', 'ol'].includes(list.tagName)) continue
    const items = list.children.filter((child) => isElement(child, 'li'))
    const rows = items.map(rowOf).filter((row) => row !== null)
    if (items.length < 2 || rows.length < items.length || rows.some(({ verb }) => toString(verb).length > 24)) continue
    list.properties['dataRows'] = ''
    for (const { item, verb, said, commands } of rows) {
      const cells = [cell('dataVerb', [verb]), cell('dataSaid', said)]
      if (commands.length > 0) cells.push(cell('dataCommand', commands))
      item.children = cells.flatMap((one, at) => (at === 0 ? [one] : [{ type: 'text', value: ' ' }, one]))
    }
  }
}

import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'

/** What an item of a list says, if it says it as `**verb** `command`: sentence`; commands may be none or several. */
interface Row {
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
      const [, between = '', colon, after = ''] = /^([\s,·]*)(:\s+)?([^]*)$/.exec(node.value) ?? []
      if (colon === undefined) {
        if (after !== '') return null
        if (commands.length > 0) commands.push({ type: 'text', value: between })
      } else {
        if (between.trim() !== '') return null
        return { verb, commands, said: [{ type: 'text', value: after }, ...rest.slice(index + 1)] }
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
    const rows = items.map(rowOf)
    if (items.length < 2 || rows.some((row) => row === null || toString(row.verb).length > 24)) continue
    list.properties['dataRows'] = ''
    for (const [index, item] of items.entries()) {
      const row = rows[index]
      if (!row) continue
      const { verb, said, commands } = row
      const cells = [cell('dataVerb', [verb]), cell('dataSaid', said)]
      if (commands.length > 0) cells.push(cell('dataCommand', commands))
      item.children = cells.flatMap((one, at) => (at === 0 ? [one] : [{ type: 'text', value: ' ' }, one]))
    }
  }
}

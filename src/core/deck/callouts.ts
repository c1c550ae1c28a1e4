/** Callouts as GitHub and Obsidian write them: a quote that begins with `[!NOTE]`. */
import type { Blockquote, Nodes, Paragraph, Root } from 'mdast'
import type { Lang, Text } from '../../contract/deck.ts'
import { t } from '../words/t.ts'
import { eachNode } from './each-node.ts'

/** The five kinds, and what each is called where its author does not say. */
export const callouts = {
  note: t('참고', 'Note'),
  tip: t('도움말', 'Tip'),
  important: t('중요', 'Important'),
  warning: t('주의', 'Warning'),
  caution: t('경고', 'Caution'),
} as const satisfies Readonly<Record<string, Text>>
type Kind = keyof typeof callouts

/** What Obsidian knows besides, by the kind that is meant. */
const alike: Readonly<Record<string, Kind>> = {
  ...{ info: 'note', todo: 'note', abstract: 'note', summary: 'note', tldr: 'note', quote: 'note', cite: 'note' },
  ...{ example: 'note', question: 'note', help: 'note', faq: 'note' },
  ...{ hint: 'tip', success: 'tip', check: 'tip', done: 'tip' },
  ...{ attention: 'warning' },
  ...{ danger: 'caution', error: 'caution', bug: 'caution', failure: 'caution', fail: 'caution', missing: 'caution' },
}

const isKind = (name: string): name is Kind => Object.hasOwn(callouts, name)
const kindOf = (name: string): Kind => (isKind(name) ? name : (alike[name] ?? 'note'))

/** Turns quotes that begin as callouts into ones with a kind and a title. */
export function titleCallouts(root: Root, lang: Lang): void {
  eachNode<Nodes>(root, (node) => {
    if (node.type === 'blockquote') titleCallout(node, lang)
    return true
  })
}

function titleCallout(quote: Blockquote, lang: Lang): void {
  const [first] = quote.children
  const begun = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || begun?.type !== 'text') return
  // Obsidian's `-` and `+` fold; here all is open.
  const found = /^\[!([\p{L}\p{N}_-]+)\][-+]?(?:[ \t]+|(?=\n|$))/u.exec(begun.value)
  if (found === null) return
  const name = found[1]?.toLowerCase() ?? ''
  begun.value = begun.value.slice(found[0].length)
  const { title, rest } = firstLine(first)
  const kind = kindOf(name)
  const isNamed = title.children.length > 0
  if (!isNamed) title.children = [{ type: 'text', value: callouts[kind][lang] }]
  title.data = { hProperties: { dataCalloutTitle: '' } }
  quote.data = { ...quote.data, hProperties: { dataCallout: kind } }
  quote.children.splice(0, 1, title, ...(rest.children.length > 0 ? [rest] : []))
}

/** A paragraph cut behind its first line. */
function firstLine({ children, position }: Paragraph): { title: Paragraph; rest: Paragraph } {
  const where = position ? { position } : {}
  const title: Paragraph = { type: 'paragraph', children: [], ...where }
  const rest: Paragraph = { type: 'paragraph', children: [], ...where }
  for (const [index, child] of children.entries()) {
    const end = child.type === 'text' ? child.value.search(/\n/) : child.type === 'break' ? 0 : -1
    if (end < 0) {
      title.children.push(child)
      continue
    }
    const behind = children.slice(index + 1)
    if (child.type === 'text') {
      if (end > 0) title.children.push({ ...child, value: child.value.slice(0, end) })
      behind.unshift({ ...child, value: child.value.slice(end + 1) })
    }
    rest.children = behind.filter((node) => node.type !== 'text' || node.value !== '')
    break
  }
  title.children = title.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  return { title, rest }
}

import type { Html, Parents } from 'mdast'
import type { Missing } from './left-out.ts'
import { blockOf, endOf, isBlock, startOf, type PieceTree } from './piece-tree.ts'

interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly attributes: string
  /** Within the file's text. */
  readonly start: number
  readonly end: number
}

const tagPattern = /<!--[^]*?-->|<(\/?)([A-Za-z][\w.:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g
const attributePattern = /\s+([:@#\w.[\]-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g

const htmlNames = new Set(
  `a abbr address article aside audio b bdi bdo blockquote br button caption center cite code col colgroup dd del details
  dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input
  ins kbd label legend li link main map mark marquee math menu meta nav object ol optgroup option output p param picture pre
  progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg path g rect
  circle line text polygon table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
  canvas noscript ellipse polyline defs use marker foreignobject tspan`.split(/\s+/),
)
const isComponent = (name: string): boolean => /[A-Z]/.test(name[0] ?? '') || !htmlNames.has(name.toLowerCase())

const isClick = (name: string): boolean => /^(?:v-click|v-after|VClick|VAfter)$/.test(name)
const isClicks = (name: string): boolean => /^(?:v-clicks|VClicks)$/.test(name)

export interface HtmlEdits {
  /** Looks at an HTML node that is no comment. */
  take(node: Html, ancestors: readonly Parents[], index: number): void
  /** The stretches of the text in which the items of lists appear one by one, and how deep. */
  readonly clicks: readonly { readonly from: number; to: number; readonly depth: number }[]
}

export interface HtmlSetting {
  readonly tree: PieceTree
  readonly missing: Missing
  /** Names of tags that are no HTML's are components of another program; else they are told as what they are. */
  readonly hasComponents: boolean
}

/** Takes from HTML what belongs to another program: its components, its directives and how things look there. */
export function htmlEdits({ tree, missing, hasComponents }: HtmlSetting): HtmlEdits {
  const clicks: { from: number; to: number; depth: number }[] = []
  /** Of each `<span>` that is open, whether it is a mark. */
  const spans: boolean[] = []
  const { lineAt } = tree
  const replace = (start: number, end: number, text: string): void => tree.replace(start, end, text)

  function attributesOf(tag: Tag, context: { canStep: boolean; step: () => void }): string {
    let isKept = true
    const kept: string[] = []
    for (const [written, name = '', value = ''] of tag.attributes.matchAll(attributePattern)) {
      if (/^v-(?:click|after)/.test(name) && name !== 'v-clicks') {
        if (context.canStep) context.step()
        else missing.add('animation', lineAt(tag.start), tag.name === '' ? name : `<${tag.name} ${name}>`)
        isKept = false
      } else if (/^(?:class|style|id)$/.test(name)) {
        missing.add('look', lineAt(tag.start), `${name}=${value}`)
        isKept = false
      } else if (/^v-mark/.test(name)) {
        if (tag.name.toLowerCase() !== 'span') missing.add('animation', lineAt(tag.start), `<${tag.name} ${name}>`)
        isKept = false
      } else if (/^(?:v-motion|v-drag|data-(?!missing))/.test(name) || /^[:@#]/.test(name) || /^v-/.test(name)) {
        missing.add(/motion|data-auto-animate/.test(name) ? 'animation' : 'look', lineAt(tag.start), written)
        isKept = false
      } else if (name === 'src' && hasComponents && /^["']?\/(?!\/)/.test(value)) {
        kept.push(` src="public${value.replaceAll(/^["']|["']$/g, '')}"`)
        isKept = false
      } else kept.push(written)
    }
    // What was not touched stays as it is written.
    return isKept ? tag.attributes : kept.join('') + (/\/\s*$/.test(tag.attributes) ? ' /' : '')
  }

  function take(node: Html, ancestors: readonly Parents[], index: number): void {
    const { value } = node
    const from = startOf(node)
    const opening = /^\s*<(script|style)\b[^>]*>/i.exec(value)
    if (opening) {
      missing.add(opening[1]?.toLowerCase() === 'script' ? 'script' : 'style', lineAt(from), opening[0])
      replace(from, endOf(node), '')
      return
    }
    const flow = isBlock(ancestors)
    // Where lines of the node were taken in by a quote or a list, offsets in its value are not those of the text.
    const written = tree.text.slice(from, endOf(node))
    let isFirst = true
    for (const match of written.matchAll(tagPattern)) {
      const [whole, slash = '', name = '', attributes = ''] = match
      if (name === '') continue
      const start = from + match.index
      const tag: Tag = { name, isClosing: slash === '/', attributes, start, end: start + whole.length }
      const isLeading = isFirst && written.slice(0, match.index).trim() === ''
      isFirst = false
      takeTag(tag, { flow, isLeading, ancestors, index })
    }
  }

  function takeTag(
    tag: Tag,
    at: { flow: boolean; isLeading: boolean; ancestors: readonly Parents[]; index: number },
  ): void {
    const { name, start, end } = tag
    const step = (): boolean => {
      if (at.flow) {
        replace(start, start, at.isLeading ? '<!-- step -->\n\n' : '<!-- step -->')
        return true
      }
      const block = blockOf(at.ancestors)
      const isAtStart = at.index === 0
      return isAtStart && block !== null && tree.stepBefore(block.node, block.parent)
    }
    if (hasComponents && (isClick(name) || isClicks(name) || name === 'v-switch')) {
      if (tag.isClosing) {
        const open = isClicks(name) ? clicks.findLast(({ to }) => to === Infinity) : undefined
        if (open) open.to = start
      } else if (isClicks(name)) {
        const depth = Number(/\bdepth="?(\d)/.exec(tag.attributes)?.[1] ?? 1)
        clicks.push({ from: end, to: Infinity, depth })
      } else if (!step()) missing.add('animation', lineAt(start), tree.text.slice(start, end))
      replace(start, end, at.flow ? '\n\n' : '')
      return
    }
    if (hasComponents && isComponent(name)) {
      if (!tag.isClosing) missing.add('component', lineAt(start), `<${name}>`)
      replace(start, end, at.flow ? '\n\n' : '')
      return
    }
    if (/^(?:iframe|object|embed)$/i.test(name)) {
      if (!tag.isClosing) missing.add('html', lineAt(start), tree.text.slice(start, end))
      replace(start, end, '')
      return
    }
    if (tag.isClosing) {
      const isMark = name.toLowerCase() === 'span' && spans.pop() === true
      if (isMark) replace(start, end, '</mark>')
      return
    }
    const isMark = name.toLowerCase() === 'span' && /\sv-mark\b/.test(tag.attributes)
    if (name.toLowerCase() === 'span' && !/\/\s*$/.test(tag.attributes)) spans.push(isMark)
    let mayStep = true
    const attributes = attributesOf(tag, {
      canStep: at.flow || at.index === 0,
      step: () => {
        if (mayStep && !step()) missing.add('animation', lineAt(start), tree.text.slice(start, end))
        mayStep = false
      },
    })
    if (isMark) replace(start, end, '<mark>')
    else if (attributes !== tag.attributes) replace(start + 1 + name.length, end - 1, attributes)
  }

  return { take, clicks }
}

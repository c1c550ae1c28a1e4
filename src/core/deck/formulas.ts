/** Formulas drawn: TeX as MathML, which browsers lay out and readers of the screen speak. */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeRaw from 'rehype-raw'
import temml from 'temml'
import { unified } from 'unified'
import { eachNode } from './each-node.ts'
import { nodeStart } from './node-start.ts'
import type { Site } from './site.ts'

const parser = unified().use(rehypeRaw).freeze()

/** What MathML needs to be laid out, and nothing that loads or leads anywhere. */
const elements =
  /^(?:math|mrow|mi|mn|mo|ms|mtext|mspace|mfrac|msqrt|mroot|mstyle|merror|mpadded|mphantom|menclose|msub|msup|msubsup|munder|mover|munderover|mmultiscripts|mprescripts|none|mtable|mtr|mtd)$/
const attributes =
  /^(?:display|displayStyle|displaystyle|mathVariant|mathvariant|stretchy|form|fence|separator|lspace|rspace|minsize|maxsize|movablelimits|accent|accentunder|linethickness|width|height|depth|voffset|columnalign|columnspan|rowspan|rowSpan|colSpan|scriptlevel|largeop|symmetric|notation|dir|className)$/

function kept(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type !== 'element' || !elements.test(node.tagName)) return []
    // No `style`: windows take none from a text.
    const properties = Object.fromEntries(Object.entries(node.properties).filter(([name]) => attributes.test(name)))
    return [{ ...node, properties, children: kept(node.children) }]
  })
}

/** A formula as MathML, or null where it cannot be read. */
function mathOf(tex: string, isBlock: boolean): ElementContent[] | null {
  try {
    const html = temml.renderToString(tex, {
      displayMode: isBlock,
      throwOnError: true,
      trust: false,
      maxExpand: 500,
      maxSize: [20, 20],
    })
    const tree = parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] })
    const children = kept(tree.children as ElementContent[])
    return children.length === 0 ? null : children
  } catch {
    return null
  }
}

const isFormula = (node: Nodes): node is Element =>
  node.type === 'element' && node.tagName === 'code' && [node.properties['className']].flat().includes('language-math')

/** Draws the formulas of a tree; one that cannot be read stays as it is written, and is told. */
export function drawFormulas(tree: Root, text: string, { at, report }: Pick<Site, 'at' | 'report'>): void {
  if (!text.includes('$') && !text.includes('math')) return
  eachNode<Nodes>(tree, (node, index, parent) => {
    if (node.type !== 'element') return true
    const inside = node.tagName === 'pre' && node.children[0] ? node.children[0] : node
    if (!isFormula(inside)) return true
    const written = text.slice(node.position?.start.offset, node.position?.end.offset)
    const isBlock = inside !== node || written.startsWith('$$')
    const tex = toString(inside).trim()
    if (tex === '') {
      ;(parent as Parents).children.splice(index, 1, { type: 'text', value: written })
      return false
    }
    // What is opened and never closed would make a formula of all that follows.
    const isClosed = inside === node || !written.startsWith('$$') || /\S[^]*\$\$\s*$/.test(written.slice(2))
    const drawn = isClosed ? mathOf(tex, isBlock) : null
    if (drawn === null) {
      const line = tex.replace(/\s+/g, ' ')
      report.add(at(nodeStart(node)), 'bad-formula', line.length > 60 ? `${line.slice(0, 60)}…` : line)
      if (inside === node) inside.children = [{ type: 'text', value: written }]
      inside.properties = {}
      return false
    }
    const shown: Element = {
      type: 'element',
      tagName: inside === node ? 'span' : 'div',
      properties: { dataFormula: isBlock ? 'block' : '' },
      children: drawn,
      ...(node.position ? { position: node.position } : {}),
    }
    ;(parent as Parents).children.splice(index, 1, shown)
    return false
  })
}

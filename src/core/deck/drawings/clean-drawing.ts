import type { Element, ElementContent, Nodes, Properties } from 'hast'
import { toString } from 'hast-util-to-string'
import { eachNode } from '../each-node.ts'
import { drawnAttributes, drawnElements, holders, nameless, textElements, undrawn } from './drawing-rules.ts'
import { declarationsOf, rulesOf, saidBy, type StyleRule } from './drawing-styles.ts'
import { isLight } from './drawing-weight.ts'

/** A drawing of which nothing runs or loads, in our fonts, and what of it had to go: what a person would miss or should know. */
export interface CleanDrawing {
  readonly svg: Element
  readonly removed: readonly string[]
}

interface Work {
  readonly rules: readonly StyleRule[]
  readonly removed: Set<string>
  /** Before each id, so that no two drawings of a text share one. */
  readonly prefix: string
}

/** The last step that a group of a drawing may have: as many as a slide has in any case. */
const lastStep = 99

/** What an attribute says, as it was written. */
const written = (value: Properties[string]): string => [value ?? ''].flat().join(' ')

/** The value of an attribute that may refer to a place in the same drawing and to nothing else; null where it does. */
function referring(value: string, prefix: string): string | null {
  if (!/url|image-set|src\s*\(|\\/i.test(value)) return value
  const [, id, rest = ''] = /^url\(\s*["']?#([\w.:-]+)["']?\s*\)\s*([\w#(),. %-]*)$/i.exec(value.trim()) ?? []
  return id === undefined || /url/i.test(rest) ? null : `url(#${prefix}${id})${rest === '' ? '' : ` ${rest}`}`
}

/** Words in a drawing are set in our fonts: of equal width where those were. */
const fontOf = (family: string): string | null =>
  /mono|courier|consolas|menlo|d2coding/i.test(family) ? 'Lectern Mono, D2Coding, monospace' : null

function attributesOf(element: Element, { rules, removed, prefix }: Work): Properties {
  const { tagName: name, properties } = element
  const own = new Map<string, string>()
  const said = new Map<string, string>()
  const kept: Properties = {}
  const classes = written(properties['className']).split(' ').filter(Boolean)
  const id = typeof properties['id'] === 'string' ? properties['id'] : ''
  for (const [property, given] of Object.entries(properties)) {
    const key = nameless(property)
    const value = written(given)
    const attribute = drawnAttributes.get(key)
    if (key === 'id' && /^[\w.:-]+$/.test(value)) kept['id'] = prefix + value
    else if (key === 'href' || key === 'xlinkhref') {
      if (/^#[\w.:-]+$/.test(value.trim())) kept['href'] = `#${prefix}${value.trim().slice(1)}`
      else if (!holders.has(name)) removed.add(`href="${value.slice(0, 60)}"`)
    } else if (key === 'datastep') {
      const step = Number(value)
      if (Number.isInteger(step) && step >= 1 && step <= lastStep) kept['dataStep'] = step
    } else if (key === 'style') for (const [one, what] of declarationsOf(value)) said.set(one, what)
    else if (/^on/.test(key)) removed.add(`${key}="…"`)
    else if (attribute !== undefined) own.set(attribute, value)
  }
  for (const [attribute, value] of new Map([...own, ...saidBy(rules, { name, id, classes }), ...said])) {
    const safe = attribute === 'font-family' ? fontOf(value) : referring(value, prefix)
    if (safe !== null) kept[attribute] = safe
    else if (attribute !== 'font-family') removed.add(`${attribute}="${value.slice(0, 60)}"`)
  }
  return kept
}

function cleaned(element: Element, work: Work): Element | null {
  const { tagName } = element
  if (!drawnElements.has(tagName) && !holders.has(tagName)) {
    // Elements of an editor's own are drawn nowhere.
    if (!undrawn.has(tagName) && !tagName.includes(':')) work.removed.add(`<${tagName}>`)
    return null
  }
  const properties = attributesOf(element, work)
  if (tagName === 'use' && properties['href'] === undefined) return null
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return textElements.has(tagName) ? [{ type: 'text', value: child.value }] : []
    return child.type === 'element' ? [cleaned(child, work)].filter((one) => one !== null) : []
  })
  return { type: 'element', tagName: holders.has(tagName) ? 'g' : tagName, properties, children }
}

/** Pixels of a length, https://www.w3.org/TR/css-values-4/#absolute-lengths; undefined where it depends on what is around it. */
function pixels(length: string): number | undefined {
  const [, number, unit = 'px'] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*$/i.exec(length) ?? []
  const all: Readonly<Record<string, number>> = {
    px: 1,
    pt: 4 / 3,
    pc: 16,
    mm: 96 / 25.4,
    cm: 96 / 2.54,
    in: 96,
    q: 96 / 101.6,
  }
  const one = all[unit.toLowerCase()]
  return number === undefined || one === undefined ? undefined : Math.round(Number(number) * one * 100) / 100
}

/** How large a drawing is by itself, and which part of its plane it shows. */
function sizeOf({ viewBox = '', width = '', height = '' }: Properties): Properties {
  const box = written(viewBox)
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , across = 0, down = 0] = box.length === 4 && box.every(Number.isFinite) ? box : []
  const hasBox = across > 0 && down > 0
  const [wide, high] = [pixels(written(width)), pixels(written(height))]
  const ratio = hasBox ? down / across : 0.5
  const own = wide ?? (high === undefined ? (hasBox ? across : 300) : high / ratio)
  const size = { width: String(own), height: String(high ?? own * ratio) }
  return { viewBox: hasBox ? box.join(' ') : `0 0 ${size.width} ${size.height}`, ...size }
}

/** What a drawing is called by its author. */
function nameOf(svg: Element): string {
  const title = svg.children.find((child) => child.type === 'element' && child.tagName === 'title')
  return written(svg.properties['ariaLabel']) || (title ? toString(title).trim() : '')
}

/**
 * Makes of an `<svg>` by anybody a drawing that may stand in the text of a deck. Its styles become attributes, its words stand
 * in our fonts; a group with `data-step` keeps it.
 * @param number tells its ids from those of other drawings of the same text
 */
export function cleanDrawing(svg: Element, number: number): CleanDrawing {
  const removed = new Set<string>()
  const rules: StyleRule[] = []
  eachNode<Nodes>(svg, (node) => {
    if (node.type === 'element' && node.tagName === 'style') rules.push(...rulesOf(toString(node)))
    return true
  })
  const root = cleaned(svg, { rules, removed, prefix: `drawing-${number}-` })
  const empty: Element = { type: 'element', tagName: 'svg', properties: {}, children: [] }
  const isDrawn = root !== null && isLight(root)
  if (!isDrawn) removed.add('<use>')
  const drawn = isDrawn ? root : empty
  const isPlace = (name: string): boolean => ['x', 'y', 'width', 'height', 'viewBox', 'id', 'dataStep'].includes(name)
  const label = nameOf(svg)
  return {
    svg: {
      ...drawn,
      properties: {
        dataDrawing: '',
        ...(label !== '' && { role: 'img', ariaLabel: label }),
        ...sizeOf(drawn.properties),
        ...Object.fromEntries(Object.entries(drawn.properties).filter(([name]) => !isPlace(name))),
      },
    },
    removed: [...removed],
  }
}

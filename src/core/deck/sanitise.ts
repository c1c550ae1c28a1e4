import type { Element, Nodes, Properties, Root } from 'hast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import { callouts } from './callouts.ts'
import { eachNode } from './each-node.ts'
import { nodeStart } from './node-start.ts'
import type { Site } from './site.ts'
import { followTarget } from './targets.ts'

type Schema = typeof defaultSchema

/** What goes with all that is in it. */
const strip = ['script', 'style', 'iframe', 'object', 'embed', 'template', 'textarea', 'title', 'noscript']

const tagNames = [
  ...[...new Set(defaultSchema.tagNames)].filter((name) => !['picture', 'source'].includes(name)),
  'abbr',
  'audio',
  'figure',
  'figcaption',
  'mark',
  'small',
  'u',
  'video',
]

/** Whether an element of this name may stand in a deck. */
export const isTagAllowed = (name: string): boolean => tagNames.includes(name)

/** What every element may have. */
const everywhere = [
  'align',
  'alt',
  'ariaLabel',
  'checked',
  'colSpan',
  'dateTime',
  'dir',
  'height',
  'lang',
  'open',
  'reversed',
  'rowSpan',
  'scope',
  'start',
  'title',
  'value',
  'width',
]

const attributes: NonNullable<Schema['attributes']> = {
  ...defaultSchema.attributes,
  audio: ['src', 'dataMissing', 'dataMedia', ['dataLook', 'light', 'dark']],
  video: ['src', 'poster', 'dataMissing', 'dataMedia', ['dataLook', 'light', 'dark']],
  a: [
    'dataFootnoteBackref',
    'dataFootnoteRef',
    ['className', 'data-footnote-backref'],
    'href',
    ['id', /^user-content-fn/],
  ],
  blockquote: ['cite', ['dataCallout', ...Object.keys(callouts)]],
  h2: [],
  img: ['src', 'dataMissing', 'dataFill', ['dataLook', 'light', 'dark']],
  li: [
    ['className', 'task-list-item'],
    ['id', /^user-content-fn/],
  ],
  p: ['dataCalloutTitle'],
  '*': everywhere,
}

/** Nothing that could run, load or restyle: no `style`, `id`, `class` or `data-*` of an author's own. */
const schema: Schema = {
  ...defaultSchema,
  allowComments: true,
  // Ids come from footnotes only and are made unique per slide afterwards.
  clobber: [],
  clobberPrefix: '',
  strip,
  tagNames,
  protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
  attributes,
}

const sanitise = rehypeSanitize(schema)

/** The id that Markdown itself gives to the label of footnotes; it goes like all others, but no author wrote it. */
const footnoteLabel = 'footnote-label'

/**
 * Takes out of a tree whatever is not allowed in a deck, and gathers what its links and images lead to.
 * @param hasHtml whether the author wrote HTML; then everything that goes is reported
 */
export function sanitised(tree: Root, hasHtml: boolean, { at, report, scope, targets }: Site): Root {
  eachNode<Nodes>(tree, (node) => {
    if (node.type !== 'element') return false
    const point = at(nodeStart(node))
    if (hasHtml && !tagNames.includes(node.tagName)) {
      report.add(point, 'html-removed', `<${node.tagName}>`)
      return !strip.includes(node.tagName)
    }
    followTarget(node, point, scope, targets, report)
    if (!hasHtml) return true
    for (const [name, value] of Object.entries(node.properties)) {
      if (isAllowed(node, name, value) || (name === 'id' && value === footnoteLabel)) continue
      report.add(point, 'html-removed', `${attributeName(name)}="${[value].flat().join(' ')}"`)
    }
    return true
  })
  const safe = sanitise(tree)
  // reveal.js takes a section within a slide for slides below it, which nobody could press anything on.
  eachNode<Nodes>(safe, (node) => {
    if (node.type === 'element' && node.tagName === 'section') node.tagName = 'div'
    return true
  })
  return safe
}

const renamed: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }

const attributeName = (property: string) =>
  renamed[property] ??
  property.replace(/[A-Z]/g, (letter) => (/^(?:data|aria)[A-Z]/.test(property) ? '-' : '') + letter.toLowerCase())

type Allowed = NonNullable<Schema['attributes']>[string][number]

function isAllowed(node: Element, name: string, value: Properties[string]): boolean {
  const rules: readonly Allowed[] = [
    ...(attributes[node.tagName] ?? []),
    ...everywhere,
    ...(node.tagName === 'input' ? ['disabled', 'type'] : []),
  ]
  return rules.some((rule) => {
    if (typeof rule === 'string') return rule === name
    const [property, ...values] = rule
    if (property !== name) return false
    return values.length === 0 || [value].flat().every((one) => values.some((allowed) => matches(allowed, one)))
  })
}

const matches = (allowed: unknown, value: unknown) =>
  allowed instanceof RegExp ? allowed.test(String(value)) : allowed === value

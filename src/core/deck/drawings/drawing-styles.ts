/** Styles of a drawing, which windows take from no text (docs/security.md), as the attributes that say the same. */
import { nameless, styleProperties } from './drawing-rules.ts'

export type Declarations = ReadonlyMap<string, string>

/** A rule of a sheet, of those that name one element, class or id; what is named within others stays out. */
export interface StyleRule {
  readonly selector: string
  readonly declarations: Declarations
}

/** What `fill: #fff; stroke: none` says, of that what attributes can say. */
export function declarationsOf(style: string): Declarations {
  const found = new Map<string, string>()
  for (const declaration of style.slice(0, mostStyle).split(';')) {
    const colon = declaration.indexOf(':')
    const name = styleProperties.get(nameless(declaration.slice(0, Math.max(0, colon)).trim()))
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim()
    if (name !== undefined && value !== '') found.set(name, value)
  }
  return found
}
const mostStyle = 100_000

/** The rules of a sheet in its order. */
export function rulesOf(sheet: string): StyleRule[] {
  const plain = sheet.slice(0, mostStyle).replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|<!\[CDATA\[|\]\]>/g, ' ')
  return plain.split('}').flatMap((rule) => {
    const [selectors = '', body] = rule.split('{')
    if (body === undefined) return []
    const declarations = declarationsOf(body)
    return selectors
      .split(',')
      .map((selector) => selector.trim())
      .filter((selector) => /^[.#]?[\w-]+$/.test(selector))
      .map((selector) => ({ selector, declarations }))
  })
}

/** What the rules say of an element: of classes after elements, of ids last. */
export function saidBy(
  rules: readonly StyleRule[],
  element: { readonly name: string; readonly id: string; readonly classes: readonly string[] },
): Declarations {
  const wanted = [element.name, ...element.classes.map((one) => `.${one}`), `#${element.id}`]
  const said = new Map<string, string>()
  for (const kind of ['', '.', '#']) {
    for (const { selector, declarations } of rules) {
      const isKind = kind === '' ? /^\w/.test(selector) : selector.startsWith(kind)
      if (!isKind || !wanted.includes(selector)) continue
      for (const [name, value] of declarations) said.set(name, value)
    }
  }
  return said
}

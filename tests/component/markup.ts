/** Names that are made up as parts are drawn: which is meant counts, not how it is called. */
const references = new Set(['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'name'])

const rounded = (text: string): string =>
  text.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100))

/**
 * A part of a window as text, a line an element: its kind, its attributes and its words. Without what Svelte calls its
 * styles, and without what is in icons and in pictures, which have tests of their own.
 */
export function markupOf(root: Element): string {
  const known = new Map<string, string>()
  /** Parts of one thing share the made-up beginning of their names. */
  const called = (names: string): string =>
    names
      .split(' ')
      .map((name) => {
        const made = /^(bits-)?c\d+/.exec(name)?.[0] ?? name
        if (!known.has(made)) known.set(made, `#${known.size + 1}`)
        return `${known.get(made)}${name.slice(made.length)}`
      })
      .join(' ')

  const told = ({ name, value }: Attr): string[] => {
    if (name === 'class') {
      const own = value.split(/\s+/).filter((one) => one !== '' && !/^(svelte-|s-)/.test(one))
      return own.length > 0 ? [`.${own.join('.')}`] : []
    }
    // Where a test has drawn it.
    if (name === 'data-testid') return []
    if (references.has(name)) return [`${name}=${called(value)}`]
    const meant = value.replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(${called(id)})`)
    return [value === '' ? name : `${name}=${rounded(meant)}`]
  }

  const lines = (node: Node, depth: number): string[] => {
    const pad = '  '.repeat(depth)
    if (node instanceof Text) {
      const text = node.data.replaceAll(/\s+/g, ' ').trim()
      return text === '' ? [] : [`${pad}"${text}"`]
    }
    if (!(node instanceof Element)) return []
    const disabled = node.matches(':disabled') && !node.hasAttribute('disabled') ? ['(disabled)'] : []
    const state =
      node instanceof HTMLInputElement ? [node.checked ? 'checked' : '', node.value && `value=${node.value}`] : []
    if (node.matches('svg.lucide'))
      return [`${pad}icon ${/lucide-([\w-]+)/.exec(node.getAttribute('class') ?? '')?.[1] ?? ''}`]
    if (node instanceof SVGElement && node.dataset['emblem'] !== undefined)
      return [`${pad}emblem ${node.dataset['emblem']} ${node.getAttribute('width') ?? ''}`]
    const parts = [node.localName, ...[...node.attributes].flatMap(told), ...state.filter(Boolean), ...disabled]
    const isPicture = node.matches('svg[data-scene]')
    return [
      pad + parts.join(' '),
      ...(isPicture ? [] : [...node.childNodes].flatMap((child) => lines(child, depth + 1))),
    ]
  }
  return `${lines(root, 0).join('\n')}\n`
}

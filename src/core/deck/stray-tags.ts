/**
 * Prose that names a tag: `<title>`, `List<String>`, `<branch-name>`, `<!DOCTYPE html>`. Markdown takes it for HTML, which
 * would lose it and often what follows; here it is text.
 */
import type { Html, Nodes, Parent, Root } from 'mdast'
import { eachNode } from './each-node.ts'
import { isTagAllowed } from './sanitise.ts'

/** A tag that is no HTML, by its offset, and what it says. */
export interface StrayTag {
  readonly offset: number
  readonly written: string
}

/** What is taken out where it is whole, as HTML that is not for slides. */
const removed = new Set(
  (
    'script style iframe object embed template textarea title noscript form button select option optgroup video audio ' +
    'source track canvas svg math picture article aside main nav header footer link meta base html head body frame ' +
    'frameset noframes noembed map area param dialog menu menuitem fieldset legend label output progress meter datalist ' +
    'slot marquee blink center font big plaintext xmp listing applet address hgroup search bdi bdo wbr nobr cite dfn data ' +
    'time col colgroup caption a path g circle rect line text use style animate set foreignobject'
  ).split(' '),
)
/** What never has an end, or need not have one. */
const endless = new Set(
  (
    'embed source track link meta base area param wbr col frame br hr img input p li dt dd tr td th thead tbody tfoot ' +
    'option optgroup html head body'
  ).split(' '),
)

interface Tag extends StrayTag {
  readonly name: string
  readonly kind: 'begins' | 'ends' | 'alone' | 'declares'
  readonly isInline: boolean
}

const tag = /<!--[^]*?(?:-->|$)|<(\/?)([A-Za-z][\w:.-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<[!?][^>]*>?|<\/?[A-Za-z][\w:.-]*/g

function tagsOf({ value, position }: Html, isInline: boolean): Tag[] {
  const start = position?.start.offset
  // In a quote or a list the lines of a block stand further right than their text.
  if (start === undefined || position === undefined) return []
  return Array.from(value.matchAll(tag)).flatMap(
    ([written, slash, name = /[A-Za-z][\w:.-]*/.exec(written)?.[0] ?? '']) => {
      if (written.startsWith('<!--')) return []
      const kind = /^<[!?]/.test(written)
        ? 'declares'
        : slash === '/' || written.startsWith('</')
          ? 'ends'
          : written.endsWith('/>')
            ? 'alone'
            : 'begins'
      return [{ written, offset: -1, name: name.toLowerCase(), kind, isInline } as const]
    },
  )
}

/** Gives tags the offsets at which they stand: one after the other from where their node begins. */
function placed(tags: readonly Tag[], text: string, from: number): Tag[] {
  let at = from
  return tags.flatMap((one) => {
    const [first = ''] = one.written.split(/[\n\r]/)
    const offset = text.indexOf(first, at)
    if (offset < 0) return []
    at = offset + 1
    return [{ ...one, offset }]
  })
}

const isStray = ({ name, kind, isInline }: Tag, isPaired: boolean): boolean => {
  if (kind === 'declares') return true
  if (isTagAllowed(name)) return isInline && kind === 'begins' && !isPaired && !endless.has(name)
  if (removed.has(name)) return !isPaired && kind !== 'alone' && !endless.has(name)
  // Of what is no HTML, only elements of an author's own may be meant as such.
  return !(isPaired && name.includes('-'))
}

/** The tags below a node that are no HTML. */
export function strayTags(root: Root, text: string): StrayTag[] {
  const stray: StrayTag[] = []
  const look = (parent: Parent): void => {
    const isInline = !['root', 'blockquote', 'listItem', 'footnoteDefinition', 'defListDescription'].includes(
      parent.type,
    )
    const tags = parent.children.flatMap((node) =>
      node.type === 'html' ? placed(tagsOf(node, isInline), text, node.position?.start.offset ?? 0) : [],
    )
    if (tags.length === 0) return
    const open = new Map<string, Tag[]>()
    const paired = new Set<Tag>()
    for (const one of tags) {
      const waiting = open.get(one.name) ?? []
      if (one.kind === 'begins') open.set(one.name, [...waiting.slice(-50), one])
      const begun = one.kind === 'ends' ? waiting.pop() : undefined
      if (begun) paired.add(begun).add(one)
    }
    let depth = 0
    for (const one of tags) {
      const isDrawing = one.name === 'svg' && paired.has(one)
      if (isDrawing && one.kind === 'ends') depth -= 1
      // Within a drawing all tags are of it.
      if (depth === 0 && isStray(one, paired.has(one))) stray.push(one)
      if (isDrawing && one.kind === 'begins') depth += 1
    }
  }
  look(root)
  eachNode<Nodes>(root, (node) => {
    if ('children' in node) look(node)
    return true
  })
  return stray
}

/** Signs that stand for `<`, and for `[`, while Markdown is read: brackets to it, and in no text. */
const signs = ['\u2E24', '\u2E26', '\u2E28', '\u2E22']

/**
 * Reads Markdown so that stray tags are text.
 * @param parse reads Markdown
 */
export function withStrayTags(text: string, parse: (text: string) => Root): { root: Root; stray: readonly StrayTag[] } {
  let root = parse(text)
  const [sign, square] = text.includes('<') ? signs.filter((one) => !text.includes(one)) : []
  if (sign === undefined || square === undefined) return { root, stray: [] }
  const all: StrayTag[] = []
  let masked = text
  // What a tag had swallowed may name others; a text that goes on and on is left as it is.
  for (let round = 0; round < 4; round += 1) {
    const found = strayTags(root, masked)
    if (found.length === 0) break
    all.push(...found)
    const offsets = new Set(found.map(({ offset }) => offset))
    masked = masked.replaceAll('<', (bracket, offset: number) => (offsets.has(offset) ? sign : bracket))
    root = parse(masked)
    // `[a]: <b>(c)` and `[a](<b>c)` have no address, but without the bracket they would, and its words were gone.
    const addresses = addressesWith(sign, root, masked)
    if (addresses.size === 0) continue
    masked = masked.replaceAll('[', (bracket, offset: number) => (addresses.has(offset) ? square : bracket))
    root = parse(masked)
  }
  if (all.length > 0) {
    restore(root, sign, '<')
    restore(root, square, '[')
  }
  return { root, stray: all.sort((one, other) => one.offset - other.offset) }
}

/** Where links, images and the addresses of both begin that would have a sign in their address. */
function addressesWith(sign: string, root: Root, text: string): ReadonlySet<number> {
  const found = new Set<number>()
  eachNode<Nodes>(root, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    const isMade =
      node.type === 'definition'
        ? text.slice(start, end).includes(sign)
        : (node.type === 'link' || node.type === 'image') && node.url.includes(sign)
    const at = isMade && start !== undefined ? text.indexOf('[', start) : -1
    // What is a link as it stands has no bracket.
    if (at >= 0 && at <= (start ?? 0) + 1) found.add(at)
    return true
  })
  return found
}

function restore(root: Root, sign: string, meant: string): void {
  eachNode<Nodes>(root, (node) => {
    const fields = node as unknown as Record<string, unknown>
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string' && value.includes(sign)) fields[name] = value.replaceAll(sign, meant)
    return true
  })
}

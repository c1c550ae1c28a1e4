import type { Code, Html, Node, Parents } from 'mdast'
import { codeLines, revealGroups } from './code-steps.ts'
import { cutReveal, type Piece } from './cut.ts'
import { keyRow, wordOf, type FrontMatter } from './front-matter.ts'
import { headingsIn } from './heading-rows.ts'
import { htmlEdits } from './html-edits.ts'
import type { Missing } from './left-out.ts'
import { beside, image, isRemote, isShort, type MadeDeck, type MadeSlide, type MakeSetting } from './made-slide.ts'
import { blockOf, endOf, isBlock, pieceTree, startOf, walk, type PieceTree } from './piece-tree.ts'
import { edited, freeRows, trimmed, type Row } from './rows.ts'

/** A separator that says one line, such as `^\n---\n$` or `<!--s-->`; null where it says more. */
function separatorOf(written: unknown): RegExp | null {
  const line = (wordOf(written) ?? '')
    .replaceAll(/\\r\?|\\n\??|\r?\n|\^|\$|\\s[*?]?|\( \?\| \)|\(\?:\)|\\(?=[-<>!])/g, '')
    .trim()
  if (line === '' || /[\\()[\]{}|*+?]/.test(line)) return null
  return new RegExp(`^\\s*${line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
}

/** Reads a deck in reveal.js's Markdown. */
export function makeReveal({ keys, rows: yaml, rest }: FrontMatter, { missing }: MakeSetting): MadeDeck {
  missing.turnTo(null)
  const tell = (key: string, kind: 'theme' | 'animation' | 'separator' | 'style' | 'script'): void => {
    const found = keyRow(yaml, key)
    missing.add(kind, found?.line ?? 1, found?.text ?? key)
  }
  if (keys['theme'] !== undefined) tell('theme', 'theme')
  if (keys['transition'] !== undefined) tell('transition', 'animation')
  for (const key of ['css', 'customTheme', 'highlightTheme'])
    if (keys[key] !== undefined) tell(key, key === 'highlightTheme' ? 'theme' : 'style')
  if (keys['scripts'] !== undefined) tell('scripts', 'script')
  const separators: RegExp[] = []
  for (const [key, usual] of [
    ['separator', /^---$/],
    ['verticalSeparator', /^--$/],
  ] as const) {
    const own = separatorOf(keys[key])
    if (keys[key] !== undefined && own === null) tell(key, 'separator')
    separators.push(own ?? usual)
  }
  const pieces = cutReveal(rest, separators)
  return {
    title: wordOf(keys['title']),
    slides: pieces.map((one, at) => {
      missing.turnTo(at)
      return makeSlide(one, at === 0, missing)
    }),
  }
}

function makeSlide({ rows, line }: Piece, isFirst: boolean, missing: Missing): MadeSlide {
  const { shown, notes } = withoutNotes(rows)
  const tree = pieceTree(shown)
  const html = htmlEdits({ tree, missing, hasComponents: false })
  const said: { id: string | null; background: string | null } = { id: null, background: null }
  walk(tree.root, (node, ancestors, index) => {
    if (node.type === 'code') takeCode(node, tree)
    if (node.type === 'text') {
      // Attributes as some add them: `{style="…"}`, `{.class}`.
      const [attributes] =
        /\{(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s{}]+))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s{}]+)))*\}$/.exec(
          tree.text.slice(startOf(node), endOf(node)).trimEnd(),
        ) ?? ['']
      if (attributes !== '') {
        const from = tree.text.indexOf(attributes, startOf(node))
        missing.add('look', tree.lineAt(from), attributes)
        tree.replace(from, from + attributes.length, '')
      }
    }
    if (node.type !== 'html') return true
    const comment = /^<!--([^]*?)-->\s*$/.exec(node.value.trim())?.[1]
    if (comment === undefined) {
      html.take(node, ancestors, index)
      return true
    }
    const at = tree.lineAt(startOf(node))
    const [, what, attributes = ''] = /^\s*\.(slide|element):?([^]*)$/.exec(comment) ?? []
    const id =
      /^\s*id:\s*([\p{L}\p{N}-]+)\s*$/u.exec(comment)?.[1] ??
      (what === 'slide' ? /\bid="([\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*)"/u.exec(attributes)?.[1] : undefined)
    if (id !== undefined) said.id = id
    if (what === 'slide') {
      said.background =
        /data-background(?:-image)?="([^"]+\.(?:png|jpe?g|gif|svg|webp|avif))"/i.exec(attributes)?.[1] ?? null
      const others = attributes.replaceAll(/(?:\bid|data-background(?:-image)?)="[^"]*"/g, '').trim()
      const colour = /data-background(?:-(?:color|gradient))?="(?![^"]+\.(?:png|jpe?g|gif|svg|webp|avif)")[^"]*"/i.test(
        attributes,
      )
      if (/auto-animate|data-transition/.test(attributes)) missing.add('animation', at, node.value)
      else if (colour) missing.add('colour', at, node.value)
      else if (others !== '') missing.add('look', at, node.value)
    } else if (what === 'element') takeElement(node, attributes, { tree, missing, ancestors, index, at })
    tree.replace(startOf(node), endOf(node), '')
    return true
  })
  const body = edited(shown, tree.edits)
  const { background } = said
  const made = { line, written: said.id, notes }
  if (background !== null && !isRemote(background)) {
    const isBare = trimmed(body).filter(({ text }) => text.trim() !== '').length <= headingsIn(body).length
    if (isBare) return { ...made, rows: [...body, { text: '', line }, { text: image(background), line }] }
    missing.add('background', line, `data-background="${background}"`)
    return { ...made, layout: 'columns', rows: beside(body, image(background), 'right', line) }
  }
  if (background !== null) missing.add('background', line, `data-background="${background}"`)
  return { ...made, layout: isFirst && isShort(body) ? 'title' : undefined, rows: body }
}

/** Notes go from a line that begins with `Note:` to the end of the slide. */
function withoutNotes(rows: readonly Row[]): { shown: readonly Row[]; notes: (readonly Row[])[] } {
  const at = freeRows(rows).find((free) => /^\s*notes?:/i.test(rows[free]?.text ?? ''))
  if (at === undefined) return { shown: rows, notes: [] }
  const [first, ...others] = rows.slice(at)
  const notes = [{ text: (first?.text ?? '').replace(/^\s*notes?:\s*/i, ''), line: first?.line ?? 1 }, ...others]
  return { shown: rows.slice(0, at), notes: trimmed(notes).length === 0 ? [] : [notes] }
}

interface ElementSetting {
  readonly tree: PieceTree
  readonly missing: Missing
  readonly ancestors: readonly Parents[]
  readonly index: number
  readonly at: number
}

/** `<!-- .element: class="fragment" -->` says it of what stands before it. */
function takeElement(node: Html, attributes: string, { tree, missing, ancestors, index, at }: ElementSetting): void {
  const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? []
  const others = attributes
    .replace(/\bclass="[^"]*"/, '')
    .replaceAll(/data-fragment-index="\d+"/g, '')
    .trim()
  if (others !== '' || classes.some((name) => name !== 'fragment' && name !== '')) missing.add('look', at, node.value)
  if (!classes.includes('fragment')) return
  const parent = ancestors.at(-1)
  const before: Node | undefined = isBlock(ancestors) ? parent?.children[index - 1] : undefined
  const block =
    isBlock(ancestors) && parent?.type !== 'listItem' ? before && { node: before, parent } : blockOf(ancestors)
  if (!block || !tree.stepBefore(block.node, block.parent)) missing.add('animation', at, node.value)
}

function takeCode(node: Code, tree: PieceTree): void {
  const start = startOf(node)
  const lineEnd = tree.text.indexOf('\n', start)
  const [, fence = '', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(lineEnd < 0 ? '' : tree.text.slice(start, lineEnd)) ?? []
  if (!info.includes('[')) return
  const groups = revealGroups(info, codeLines(node.value))
  const word = /^\s*([^\s[{]*)/.exec(info)?.[1] ?? ''
  tree.replace(start, lineEnd, `${fence}${word}${groups === '' ? '' : ` {${groups}}`}`)
}

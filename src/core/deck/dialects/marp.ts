import type { Image, Parents, RootContent } from 'mdast'
import { cutMarp } from './cut.ts'
import { keyRow, readKeys, wordOf, type FrontMatter, type Keys } from './front-matter.ts'
import { headingOf } from './heading-rows.ts'
import { htmlEdits } from './html-edits.ts'
import type { Missing } from './left-out.ts'
import { beside, image, isSection, isShort, type MadeDeck, type MadeSlide, type MakeSetting } from './made-slide.ts'
import { endOf, pieceTree, startOf, stepItems, walk, type PieceTree } from './piece-tree.ts'
import { edited, rowsOf, trimmed, type Row } from './rows.ts'

/** Directives of the whole deck. */
const globals = [
  'theme',
  'style',
  'headingDivider',
  'size',
  'math',
  'title',
  'author',
  'description',
  'keywords',
  'image',
  'url',
  'marp',
  'lang',
  'transition',
  'dialect',
]
/** Those of a slide and all that follow; with `_` before them of that slide alone. */
const locals = [
  'paginate',
  'header',
  'footer',
  'class',
  'backgroundColor',
  'backgroundImage',
  'backgroundPosition',
  'backgroundRepeat',
  'backgroundSize',
  'color',
]
const known = new Set([...globals, ...locals, ...locals.map((name) => `_${name}`)])

/** The directives in a comment; null where it is a note. */
function directivesIn(comment: string): Keys | null {
  const keys = /^\s*[$_]?[A-Za-z]+\s*:/.test(comment) ? readKeys(comment) : null
  const names = keys === null ? [] : Object.keys(keys)
  return names.length > 0 && names.every((name) => known.has(name.replace(/^\$/, ''))) ? keys : null
}

/** Words alone: neither pictures nor tags nor links, and one line of them. */
const isPlainLine = (text: string): boolean => text.length <= 1000 && !/[<\n]|!?\[[^\]]*\]\(/.test(text)

/** Which headings divide slides. */
export function dividerOf(value: unknown): (depth: number) => boolean {
  if (Array.isArray(value)) return (depth) => value.includes(depth)
  return (depth) => typeof value === 'number' && depth <= value
}

/** Reads a deck of Marp's. */
export function makeMarp({ keys, rows: yaml, rest }: FrontMatter, { missing }: MakeSetting): MadeDeck {
  const head: Record<string, unknown> = { ...keys }
  // A deck may say its directives in comments only.
  for (const comment of commentsOf(rest)) {
    const said = directivesIn(comment)
    for (const [name, value] of Object.entries(said ?? {})) if (globals.includes(name)) head[name] ??= value
  }
  const pieces = cutMarp(rest, dividerOf(head['headingDivider']))
  const place = (key: string): Row =>
    keyRow(yaml, key) ?? rest.find(({ text }) => text.includes(`${key}:`)) ?? { text: '', line: 1 }
  const tellHead = (key: string, kind: 'theme' | 'style' | 'size' | 'animation'): void => {
    const { text, line } = place(key)
    missing.add(kind, line, text === '' ? key : text)
  }
  missing.turnTo(null)
  if ((wordOf(head['theme']) ?? 'default') !== 'default') tellHead('theme', 'theme')
  if (head['style'] !== undefined) tellHead('style', 'style')
  if (head['transition'] !== undefined) tellHead('transition', 'animation')
  if (!['16:9', null].includes(wordOf(head['size']))) tellHead('size', 'size')
  const lasting: Record<string, unknown> = {}
  for (const name of locals) if (head[name] !== undefined) lasting[name] = head[name]
  // The line at the foot of the whole deck stays one where it is words.
  const written = wordOf(lasting['footer'])
  const footer = written !== null && isPlainLine(written) ? written : undefined
  for (const name of ['header', 'footer'] as const)
    if (wordOf(lasting[name]) !== null && (name === 'header' || footer === undefined)) {
      const { text, line } = place(name)
      missing.add('pageFrame', line, text)
    }
  for (const name of ['backgroundColor', 'color', 'backgroundImage', 'class'] as const) {
    const value = wordOf(lasting[name])
    if (value !== null && !['lead', 'invert'].includes(value))
      missing.add(name === 'class' ? 'look' : 'colour', place(name).line, place(name).text)
  }
  const spotHead = Object.fromEntries(Object.entries(keys).filter(([name]) => name.startsWith('_')))
  const slides = pieces.map((one, at): MadeSlide => {
    missing.turnTo(at)
    return makeSlide(one.rows, { line: one.line, isFirst: at === 0, lasting, spot: at === 0 ? spotHead : {}, missing })
  })
  const numbers = [true, 'hold'].includes(keys['paginate'] as string | boolean)
  return { title: wordOf(head['title']), footer, numbers, slides }
}

const commentsOf = (rows: readonly Row[]): string[] =>
  Array.from(
    rows
      .map(({ text }) => text)
      .join('\n')
      .matchAll(/<!--([^]*?)-->/g),
    ([, inner = '']) => inner,
  )

interface SlideSetting {
  readonly line: number
  readonly isFirst: boolean
  /** What holds from slide to slide. */
  readonly lasting: Record<string, unknown>
  readonly spot: Keys
  readonly missing: Missing
}

interface Background {
  readonly path: string
  /** Where it is written. */
  readonly line: number
  readonly side: 'left' | 'right' | null
}

function makeSlide(rows: readonly Row[], { line, isFirst, lasting, spot, missing }: SlideSetting): MadeSlide {
  const tree = pieceTree(rows)
  const html = htmlEdits({ tree, missing, hasComponents: false })
  const own: Record<string, unknown> = { ...spot }
  const notes: (readonly Row[])[] = []
  const backgrounds: Background[] = []
  let written: string | null = null
  walk(tree.root, (node, ancestors, index) => {
    if (node.type === 'html') {
      const comment = /^<!--([^]*?)-->\s*$/.exec(node.value.trim())?.[1]
      if (comment === undefined) html.take(node, ancestors, index)
      else {
        const id = /^\s*id:\s*([\p{L}\p{N}-]+)\s*$/u.exec(comment)?.[1]
        const said = id === undefined ? directivesIn(comment) : null
        if (id !== undefined) written = id
        else if (said !== null) takeDirectives(said, node, { own, lasting, missing, tree })
        else notes.push(rowsOf(comment).map((one) => ({ ...one, line: tree.lineAt(startOf(node)) })))
        tree.replace(startOf(node), endOf(node), '')
      }
    } else if (node.type === 'image') takeImage(node, { tree, missing, backgrounds })
    else if (node.type === 'list') stepIfMarked(node, tree)
    return true
  })
  const look = { ...lasting, ...own }
  const picture = /url\(\s*["']?([^"')]+)/.exec(wordOf(look['backgroundImage']) ?? '')?.[1]
  if (picture !== undefined) backgrounds.push({ path: picture, line, side: null })
  let body = edited(rows, tree.edits)
  const isLead = (wordOf(look['class']) ?? '').split(/\s+/).includes('lead')
  const [background, ...more] = backgrounds
  if (background === undefined) {
    const layout = isFirst && isShort(body) ? 'title' : isLead && isSection(body) ? 'section' : undefined
    return { line, written, layout, rows: body, notes }
  }
  for (const one of more) body = [...body, { text: '', line: one.line }, { text: image(one.path), line: one.line }]
  const isBare = trimmed(body).filter(({ text }) => text.trim() !== '').length <= (headingOf(body) === null ? 0 : 1)
  const at = background.line
  if (isBare)
    return { line, written, rows: [...body, { text: '', line: at }, { text: image(background.path), line: at }], notes }
  // What lay below the text stands beside it.
  if (background.side === null) missing.add('background', at, image(background.path, 'bg'))
  return {
    line,
    written,
    layout: 'columns',
    rows: beside(body, image(background.path), background.side ?? 'right', at),
    notes,
  }
}

interface Directing {
  readonly own: Record<string, unknown>
  readonly lasting: Record<string, unknown>
  readonly missing: Missing
  readonly tree: PieceTree
}

function takeDirectives(said: Keys, node: RootContent, { own, lasting, missing, tree }: Directing): void {
  for (const [key, value] of Object.entries(said)) {
    const name = key.replace(/^[_$]/, '')
    if (!locals.includes(name)) continue
    if (key.startsWith('_')) own[name] = value
    else lasting[name] = value
    const word = wordOf(value)
    const line = tree.lineAt(startOf(node))
    const source = `${key}: ${word ?? ''}`
    if (word === null || word === 'none') continue
    if (name === 'header' || name === 'footer') missing.add('pageFrame', line, source)
    else if (name === 'class' && !word.split(/\s+/).every((one) => one === 'lead' || one === 'invert'))
      missing.add('look', line, source)
    else if (name === 'class' && word.split(/\s+/).includes('invert')) missing.add('colour', line, source)
    else if (name === 'color' || name === 'backgroundColor') missing.add('colour', line, source)
    else if (name === 'backgroundImage' && !/url\(/.test(word)) missing.add('colour', line, source)
  }
}

const filters = /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::|$)/

/** `![bg right:40% blur](path)`, `![w:300](path)` */
function takeImage(
  node: Image,
  { tree, missing, backgrounds }: { tree: PieceTree; missing: Missing; backgrounds: Background[] },
): void {
  const words = (node.alt ?? '').split(/\s+/).filter((word) => word !== '')
  const line = tree.lineAt(startOf(node))
  const source = tree.text.slice(startOf(node), endOf(node))
  const filter = words.find((word) => filters.test(word))
  if (filter !== undefined) missing.add('filter', line, `![${node.alt ?? ''}](…)`)
  if (words.includes('bg')) {
    const side = words.some((word) => /^left(?::|$)/.test(word))
      ? 'left'
      : words.some((word) => /^right(?::|$)/.test(word))
        ? 'right'
        : null
    // A colour as background has no file.
    if (/^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl|linear-gradient|radial-gradient).*)$/i.test(node.url))
      missing.add('colour', line, source)
    else backgrounds.push({ path: node.url, line, side })
    tree.replace(startOf(node), endOf(node), '')
    return
  }
  const width = words.flatMap((word) => /^(?:w|width):(\d+(?:\.\d+)?(?:px|%)?)$/.exec(word)?.[1] ?? [])[0]
  const height = words.flatMap((word) => /^(?:h|height):(\d+(?:\.\d+)?(?:px|%)?)$/.exec(word)?.[1] ?? [])[0]
  const keywords = (word: string): boolean =>
    /^(?:w|h|width|height):/.test(word) || filters.test(word) || word === 'inline'
  const alt = words.filter((word) => !keywords(word)).join(' ')
  if (width === undefined && height === undefined) {
    if (alt !== words.join(' ')) tree.replace(startOf(node), endOf(node), image(node.url, alt))
    return
  }
  const sizes = [
    ['width', width],
    ['height', height],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${String(name)}="${value.replace('px', '')}"`]))
  tree.replace(
    startOf(node),
    endOf(node),
    `<img src="${attribute(node.url)}" alt="${attribute(alt)}" ${sizes.join(' ')}>`,
  )
}

const attribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Lists that are written with `*`, or numbered with `1)`, appear item by item. */
function stepIfMarked(list: Parents, tree: PieceTree): void {
  if (list.type !== 'list') return
  const [first] = list.children
  const mark = first === undefined ? '' : tree.text.slice(startOf(first), startOf(first) + 12)
  if (/^\*\s/.test(mark) || /^\d{1,9}\)\s/.test(mark)) stepItems(tree, list)
}

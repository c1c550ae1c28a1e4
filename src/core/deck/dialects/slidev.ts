import type { Code, Parents } from 'mdast'
import type { Layout } from '../../../contract/deck.ts'
import { codeLines, slidevGroups } from './code-steps.ts'
import { cutSlidev, type Piece } from './cut.ts'
import { frontMatterOf, keyRow, wordOf, type FrontMatter, type Keys } from './front-matter.ts'
import { headingsIn } from './heading-rows.ts'
import { htmlEdits } from './html-edits.ts'
import type { Missing } from './left-out.ts'
import {
  beside,
  image,
  isRemote,
  isSection,
  isShort,
  type MadeDeck,
  type MadeSlide,
  type MakeSetting,
} from './made-slide.ts'
import { endOf, isBlock, pieceTree, startOf, stepItems, walk } from './piece-tree.ts'
import { edited, rowsOf, trimmed, type Row } from './rows.ts'

/** Files may include files, so deep. */
const deepest = 4

/** Reads a deck of Slidev's. */
export function makeSlidev(front: FrontMatter, setting: MakeSetting): MadeDeck {
  const { keys, rows: yaml } = front
  const { missing } = setting
  missing.turnTo(null)
  const tell = (key: string, kind: 'theme' | 'size' | 'font' | 'animation' | 'component'): void => {
    const found = keyRow(yaml, key)
    missing.add(kind, found?.line ?? 1, found?.text ?? key)
  }
  if (!['default', 'none', null].includes(wordOf(keys['theme']))) tell('theme', 'theme')
  if (
    !['16/9', null].includes(
      wordOf(keys['aspectRatio'])?.replaceAll(/[\s:]+/g, (found) => (found.includes(':') ? '/' : '')) ?? null,
    )
  )
    tell('aspectRatio', 'size')
  if (keys['fonts'] !== undefined) tell('fonts', 'font')
  if (keys['transition'] !== undefined) tell('transition', 'animation')
  if (keys['addons'] !== undefined) tell('addons', 'component')
  const first: Piece[] = []
  const pieces = cutSlidev(front.rest)
  // The file's own front matter is the first slide's too.
  const opening = pieces[0]
  const isHeadless = opening !== undefined && opening.keyRows.length === 0 && opening.rows[0] === front.rest[0]
  if (isHeadless) first.push({ ...opening, keys, keyRows: yaml }, ...pieces.slice(1))
  else if (has(keys, ['layout', 'src', 'background', 'image']))
    first.push({ keys, keyRows: yaml, rows: [], line: yaml[0]?.line ?? 1 }, ...pieces)
  else first.push(...pieces)
  const all = first.flatMap((one) => included(one, setting, 0))
  const slides: MadeSlide[] = []
  for (const one of all) {
    missing.turnTo(slides.length)
    if (one.keys['hide'] === true || one.keys['disabled'] === true) {
      missing.turnTo(null)
      missing.add('hidden', one.line, keyRow(one.keyRows, 'hide')?.text ?? 'hide: true')
    } else slides.push(makeSlide(one, slides.length === 0, missing))
  }
  const minutes = /^(\d+)\s*min/.exec(wordOf(keys['duration']) ?? '')?.[1]
  return {
    title: wordOf(keys['title']),
    slides,
    ...(minutes === undefined || minutes === '0' ? {} : { minutes: Number(minutes) }),
  }
}

const has = (keys: Keys, names: readonly string[]): boolean => names.some((name) => Object.hasOwn(keys, name))

/** The path of an included file within the folder, and which of its slides are meant; null where it leads out of it. */
export function includePath(src: string): { path: string; pages: ReadonlySet<number> | null } | null {
  const [file = '', range = ''] = src.trim().split('#')
  const parts: string[] = []
  for (const part of file.replace(/^[/@]+/, '').split(/[/\\]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  const path = parts.join('/')
  return path === '' || isRemote(src) ? null : { path, pages: range === '' ? null : pagesIn(range) }
}

function pagesIn(range: string): ReadonlySet<number> {
  const pages = new Set<number>()
  for (const part of range.split(',')) {
    const [, from, to] = /^\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?$/.exec(part) ?? []
    for (let page = Number(from); page <= Number(to ?? from); page += 1) pages.add(page)
  }
  return pages
}

/** The paths that the slides of a file include. */
export const includesIn = (text: string): string[] => {
  const front = frontMatterOf(rowsOf(text))
  return [front.keys, ...cutSlidev(front.rest).map(({ keys }) => keys)].flatMap((keys) => {
    const src = wordOf(keys['src'])
    return (src === null ? null : includePath(src)?.path) ?? []
  })
}

function included(piece: Piece, setting: MakeSetting, depth: number): readonly Piece[] {
  const src = wordOf(piece.keys['src'])
  if (src === null) return [piece]
  const at = keyRow(piece.keyRows, 'src')
  const found = includePath(src)
  const text = found === null || depth >= deepest ? null : setting.include(found.path)
  if (found === null || text === null) {
    setting.missing.turnTo(null)
    setting.missing.add('include', at?.line ?? piece.line, at?.text ?? `src: ${src}`)
    return []
  }
  // Problems in an included file are told where it is included.
  const line = at?.line ?? piece.line
  const front = frontMatterOf(rowsOf(text).map((row) => ({ ...row, line })))
  const cut = cutSlidev(front.rest)
  const [opening, ...others] = cut
  const outer = Object.fromEntries(Object.entries(piece.keys).filter(([key]) => key !== 'src'))
  const merged =
    opening && opening.keyRows.length === 0
      ? [{ ...opening, keys: { ...front.keys, ...outer }, keyRows: front.rows }, ...others]
      : cut
  return merged
    .filter((_one, page) => found.pages?.has(page + 1) ?? true)
    .flatMap((one) => included({ ...one, isIncluded: true }, setting, depth + 1))
}

/** Layouts of Slidev's as ours are called; of others the text is shown. */
const sameLayouts = new Set([
  'default',
  'center',
  'full',
  'none',
  'quote',
  'fact',
  'statement',
  'end',
  'intro',
  'cover',
  'section',
  'two-cols',
  'two-cols-header',
  'image',
  'image-left',
  'image-right',
])

function makeSlide(piece: Piece, isFirst: boolean, missing: Missing): MadeSlide {
  const { keys, keyRows, line } = piece
  const layout = wordOf(keys['layout']) ?? (isFirst ? 'cover' : 'default')
  const at = (key: string): Row => keyRow(keyRows, key) ?? { text: `${key}: ${wordOf(keys[key]) ?? ''}`, line }
  const tell = (kind: Parameters<Missing['add']>[0], key: string): void => missing.add(kind, at(key).line, at(key).text)
  if (!sameLayouts.has(layout)) tell('layout', 'layout')
  if (!isFirst && keys['transition'] !== undefined) tell('animation', 'transition')
  if (keys['zoom'] !== undefined) tell('size', 'zoom')
  if (!isFirst && keys['class'] !== undefined) tell('look', 'class')
  const { rows, notes } = body(piece.rows, missing)
  const slots = slotsIn(rows)
  const picture = wordOf(keys['image']) ?? wordOf(keys['background']) ?? wordOf(keys['backgroundSrc'])
  const written = writtenIn(keys, piece.rows)
  const made = { line, written, notes, isIncluded: piece.isIncluded === true }
  if (slots.length > 1) {
    const [before = [], ...others] = slots.map(({ rows: own }) => own)
    const isLeftFirst = layout === 'two-cols-header' && others.length > 1
    const columns = isLeftFirst ? [[...before, ...(others[0] ?? [])], ...others.slice(1)] : [before, ...others]
    const shown = columns.filter((column, nth) => nth === 0 || trimmed(column).length > 0)
    const rule = [
      { text: '', line },
      { text: '***', line },
      { text: '', line },
    ]
    const isStacked = others.length > 1 && !isLeftFirst
    return {
      ...made,
      layout: isStacked ? undefined : 'columns',
      rows: shown.flatMap((column, nth) =>
        nth === 0 ? column : [...(isStacked ? [{ text: '', line }] : rule), ...column],
      ),
    }
  }
  if (picture !== null && (isRemote(picture) || !/\.(?:png|jpe?g|gif|svg|webp|avif)(?:$|[?#])/i.test(picture))) {
    missing.add(
      'background',
      at(keys['image'] === undefined ? 'background' : 'image').line,
      at(keys['image'] === undefined ? 'background' : 'image').text,
    )
  } else if (picture !== null) {
    const drawn = image(picture.replace(/^\//, 'public/'))
    const isBare = trimmed(rows).filter(({ text }) => text.trim() !== '').length <= headingsIn(rows).length
    if (isBare && layout !== 'cover') return { ...made, rows: [...rows, { text: '', line }, { text: drawn, line }] }
    if (layout !== 'image-left' && layout !== 'image-right') missing.add('background', line, `background: ${picture}`)
    return { ...made, layout: 'columns', rows: beside(rows, drawn, layout === 'image-left' ? 'left' : 'right', line) }
  }
  return { ...made, layout: ourLayout(layout, rows, isFirst), rows }
}

function ourLayout(layout: string, rows: readonly Row[], isFirst: boolean): Layout | undefined {
  if (isFirst && isShort(rows)) return 'title'
  if ((layout === 'cover' || layout === 'intro') && isShort(rows) && isFirst) return 'title'
  return ['section', 'statement', 'fact', 'center', 'end', 'cover', 'intro'].includes(layout) && isSection(rows)
    ? 'section'
    : undefined
}

const writtenIn = (keys: Keys, rows: readonly Row[]): string | null => {
  const said = rows.flatMap(({ text }) => /^\s*<!--\s*id:\s*([\p{L}\p{N}-]+)\s*-->\s*$/u.exec(text)?.[1] ?? [])[0]
  const alias = wordOf(keys['routeAlias'])
  return said ?? (alias !== null && /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(alias) ? alias : null)
}

/** The stretches between lines such as `::right::`. */
function slotsIn(rows: readonly Row[]): { name: string; rows: Row[] }[] {
  const slots: { name: string; rows: Row[] }[] = [{ name: 'default', rows: [] }]
  for (const row of rows) {
    const name = /^::\s*([a-z][\w-]*)\s*::\s*$/.exec(row.text)?.[1]
    if (name === undefined) slots.at(-1)?.rows.push(row)
    else if (name !== 'default' || slots.length > 1) slots.push({ name, rows: [] })
  }
  return slots
}

function body(rows: readonly Row[], missing: Missing): { rows: Row[]; notes: (readonly Row[])[] } {
  const tree = pieceTree(rows)
  const html = htmlEdits({ tree, missing, hasComponents: true })
  const comments: { text: string; start: number; end: number }[] = []
  const lists: Parents[] = []
  walk(tree.root, (node, ancestors, index) => {
    if (node.type === 'html') {
      const comment = /^<!--([^]*?)-->\s*$/.exec(node.value.trim())?.[1]
      if (comment === undefined) html.take(node, ancestors, index)
      else comments.push({ text: comment, start: startOf(node), end: endOf(node) })
    } else if (node.type === 'list') lists.push(node)
    else if (node.type === 'code') takeCode(node, tree, missing)
    else if (node.type === 'image' && node.url.startsWith('/'))
      tree.replace(startOf(node), endOf(node), image(`public${node.url}`, node.alt ?? ''))
    else if (node.type === 'text' && node.value.includes('{{')) {
      const start = startOf(node)
      for (const found of tree.text.slice(start, endOf(node)).matchAll(/\{\{[^{}]*\}\}/g)) {
        missing.add('expression', tree.lineAt(start + found.index), found[0])
        tree.replace(start + found.index, start + found.index + found[0].length, '')
      }
    } else if (node.type === 'paragraph' && isBlock(ancestors)) {
      const written = tree.text.slice(startOf(node), endOf(node))
      if (/^<<<\s/.test(written)) {
        missing.add('include', tree.lineAt(startOf(node)), written)
        tree.replace(startOf(node), endOf(node), '')
        return false
      }
    }
    return true
  })
  for (const { from, to, depth } of html.clicks) {
    for (const list of lists)
      if (
        startOf(list) >= from &&
        startOf(list) < to &&
        !lists.some(
          (outer) =>
            outer !== list && startOf(outer) >= from && startOf(outer) < startOf(list) && endOf(outer) >= endOf(list),
        )
      )
        stepItems(tree, list, depth)
  }
  for (const { start, end } of comments) tree.replace(start, end, '')
  const last = comments.at(-1)
  // Only what is said at the end is for the speaker.
  const isNote = last !== undefined && tree.text.slice(last.end).trim() === '' && !/^\s*id:/.test(last.text)
  const notes = isNote
    ? [rowsOf(clicksAsSteps(last.text)).map((row) => ({ ...row, line: tree.lineAt(last.start) }))]
    : []
  return { rows: edited(rows, tree.edits), notes }
}

/** `[click]` in notes says where a click comes. */
const clicksAsSteps = (notes: string): string => notes.replaceAll(/\[click(?::\d+)?\]/g, '')

function takeCode(node: Code, tree: ReturnType<typeof pieceTree>, missing: Missing): void {
  const [start, line] = [startOf(node), tree.lineAt(startOf(node))]
  const lineEnd = tree.text.indexOf('\n', start)
  const opening = tree.text.slice(start, lineEnd < 0 ? undefined : lineEnd)
  const [, fence = '', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(opening) ?? []
  if (fence === '' || lineEnd < 0) return
  if (/magic-move/.test(info)) {
    missing.add('animation', line, opening)
    const inner = node.value.split(/\n(?=`{3}\w)/)
    tree.replace(
      start,
      endOf(node),
      inner.map((one) => one.replace(/^(`{3}\w*)[^\n]*/, '$1').trim()).join('\n\n<!-- step -->\n\n'),
    )
    return
  }
  const word = /^\s*([^\s{]*)/.exec(info)?.[1] ?? ''
  const meta = info.replace(/^\s*[^\s{]*/, '')
  if (meta.trim() === '') return
  const groups = slidevGroups(meta, codeLines(node.value))
  if (/\{monaco/.test(meta)) missing.add('code', line, opening)
  tree.replace(start, lineEnd, `${fence}${word}${groups === '' ? '' : ` {${groups}}`}`)
}

import { dialects, layouts, type Dialect } from '../../../contract/deck.ts'
import { splitSource } from '../source.ts'
import { frontMatterOf, isKeyLine, readKeys, type Keys } from './front-matter.ts'
import { freeRows, rowsOf, type Row } from './rows.ts'

/** What the block of one of our slides says that those of no other format say. */
const ourSlideKeys = ['id', 'diagram', 'asks', 'covers', 'facts', 'predict']
/** Layouts of ours that Slidev does not have. */
const ourLayouts: ReadonlySet<unknown> = new Set(layouts.filter((name) => name !== 'section'))

const has = (keys: Keys, names: readonly string[]): boolean => names.some((name) => Object.hasOwn(keys, name))

/** Whether a block is a slide's of ours. */
const isOurSlide = (keys: Keys): boolean => has(keys, ourSlideKeys) || ourLayouts.has(keys['layout'])

const slidevHead = [
  'highlighter',
  'drawings',
  'mdc',
  'themeConfig',
  'fonts',
  'aspectRatio',
  'canvasWidth',
  'addons',
  'seoMeta',
  'routerMode',
  'colorSchema',
  'hideInToc',
  'clicks',
]
const slidevSlide = ['layout', 'src', 'clicks', 'hideInToc', 'routeAlias', 'preload', 'zoom', 'dragPos', 'transition']
const marpHead = [
  'marp',
  'headingDivider',
  'paginate',
  '_class',
  '_paginate',
  '_backgroundColor',
  'backgroundColor',
  'backgroundImage',
]
const revealHead = ['revealOptions', 'revealjs', 'verticalSeparator', 'notesSeparator']

const marpDirective =
  /^<!--\s*\$?_?(?:class|paginate|header|footer|backgroundColor|backgroundImage|backgroundSize|backgroundPosition|color|headingDivider|size|theme|style|marp)\s*:/
const slidevMark =
  /<\/?(?:v-clicks?|v-after|v-switch|VClicks?)\b|^::[a-z][\w-]*::\s*$|\sv-(?:click|mark|motion|after)\b|^\s*```\w+\s*\{[^}]*(?:all|\*|monaco)/
const revealMark = /^\s*notes?:(?:\s|$)|<!--\s*\.(?:slide|element)\b/i

/**
 * The format of a file. What it says itself (`dialect: marp`) decides; else it is ours where its first block has our keys
 * and a slide's block follows, else what it has of other formats tells.
 */
export function dialectOf(text: string): Dialect {
  if (plainlyOurs.test(text)) return 'lectern'
  const rows = rowsOf(text)
  const { keys, rows: yaml, rest } = frontMatterOf(rows)
  const said = dialects.find((name) => name === keys['dialect'])
  if (said !== undefined) return said
  if (isOurs(text, keys)) return 'lectern'
  // What says nothing is told of as one of ours.
  if (rest.every(({ text: line }) => line.trim() === '')) return 'lectern'
  if (keys['marp'] === true || has(keys, marpHead)) return 'marp'
  const free = freeRows(rest).map((at) => rest[at] as Row)
  const blocks = blocksOf(rest)
  const isSlidev = has(keys, slidevHead) || blocks.some((block) => has(block, slidevSlide))
  if (isSlidev) return 'slidev'
  // What stands in comments is looked at too: directives are comments.
  if (
    rest.some(({ text: line }) => marpDirective.test(line.trimStart())) ||
    free.some(({ text: line }) => /!\[bg\b/.test(line))
  )
    return 'marp'
  if (rest.some(({ text: line }) => slidevMark.test(line))) return 'slidev'
  const isReveal =
    has(keys, revealHead) ||
    rest.some(({ text: line }) => /<!--\s*\.(?:slide|element)\b/.test(line)) ||
    free.some(({ text: line }) => revealMark.test(line) || line === '--')
  if (isReveal) return 'reveal'
  if (yaml.length > 0 && has(keys, ['theme', 'transition']) && free.some(({ text: line }) => /^---\s*$/.test(line)))
    return has(keys, ['transition', 'class', 'background', 'layout']) ? 'slidev' : 'reveal'
  return 'plain'
}

/** The YAML blocks right below the `---` of a file. */
function blocksOf(rows: readonly Row[]): Keys[] {
  const blocks: Keys[] = []
  const free = freeRows(rows)
  for (const at of free) {
    if (!/^---\s*$/.test(rows[at]?.text ?? '') || !isKeyLine(rows[at + 1]?.text ?? '')) continue
    const length = rows.slice(at + 1).findIndex(({ text }) => /^---\s*$/.test(text))
    if (length < 0) continue
    const keys = readKeys(
      rows
        .slice(at + 1, at + 1 + length)
        .map(({ text }) => text)
        .join('\n'),
    )
    if (keys !== null) blocks.push(keys)
  }
  return blocks
}

const foreignHead = [...marpHead, ...slidevHead, ...revealHead, 'theme', 'transition', 'class', 'background']

/** A deck as nearly all of ours begin, which no YAML needs to be read to see. */
const plainlyOurs =
  /^\uFEFF?---[ \t]*\r?\n(?:(?:title|lang|minutes|emblem|cover|tile|numbers):[^\n]*\n)+---[ \t]*\r?\n\s*---[ \t]*\r?\n(?:[a-z]+:[^\n]*\n)*?(?:id|diagram):/

function isOurs(text: string, head: Keys): boolean {
  if (has(head, foreignHead)) return false
  // A deck whose own block is missing or broken is still ours: it tells what is wrong.
  return splitSource(text).sections.some(({ yaml }) => {
    if (yaml.trim() === '') return false
    const keys = readKeys(yaml)
    return keys === null ? /^(?:id|diagram)[ \t]*:/m.test(yaml) : isOurSlide(keys)
  })
}

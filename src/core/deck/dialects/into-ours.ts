import { stringify } from 'yaml'
import type { Dialect, Lang, LeftOut } from '../../../contract/deck.ts'
import { isDashes, outside } from '../source.ts'
import { frontMatterOf } from './front-matter.ts'
import { headingOf, headingsIn, plainText } from './heading-rows.ts'
import { langIn } from './lang-in.ts'
import { createMissing, type Missed } from './left-out.ts'
import type { MadeDeck, MadeSlide } from './made-slide.ts'
import { makeMarp } from './marp.ts'
import { makePlain } from './plain.ts'
import { makeReveal } from './reveal.ts'
import { freeRows, rowsOf, rowsText, trimmed, type Row } from './rows.ts'
import { idsOf, idsOfTwin, slideName } from './slide-ids.ts'
import { makeSlidev } from './slidev.ts'

export interface IntoSetting {
  readonly dialect: Exclude<Dialect, 'lectern'>
  /** What the deck is called where its file does not say it. */
  readonly name: string
  readonly lang: Lang
  /** The ids of the same deck in the language that leads, in their order: slides without a written id take them. */
  readonly twin?: readonly string[]
  /** The texts of files that its slides include, by their path. */
  readonly includes?: ReadonlyMap<string, string> | undefined
}

/** Where a slide stands in its file. */
export interface PlacedSlide {
  readonly id: string
  /** The line of its heading, else its first one. */
  readonly line: number
  readonly hasHeading: boolean
  /** The level of its heading; 7 without one. */
  readonly depth: number
  /** Its file gives it its id. */
  readonly isWritten: boolean
  /** Another file brings it in. */
  readonly isIncluded: boolean
}

/** A deck in our format, made of one in another. */
export interface IntoOurs {
  readonly text: string
  /** Of each line of the text, from the first, the line of the file that it was made of. */
  readonly lines: readonly number[]
  readonly ids: readonly string[]
  readonly slides: readonly PlacedSlide[]
  readonly missed: readonly Missed[]
}

/** Makes a deck in our format of a file in another. What is left out is among what is missed. */
export function intoOurs(text: string, { dialect, name, lang, twin = [], includes }: IntoSetting): IntoOurs {
  const missing = createMissing()
  const rows = rowsOf(text)
  const front = frontMatterOf(rows)
  if (front.isBroken) missing.add('frontMatter', front.rows[0]?.line ?? 1, front.rows[0]?.text ?? '---')
  const setting = { missing, lang, include: (path: string) => includes?.get(path) ?? null }
  const made: MadeDeck =
    dialect === 'plain'
      ? makePlain(front)
      : { marp: makeMarp, slidev: makeSlidev, reveal: makeReveal }[dialect](front, setting)
  const whole = withDefinitions(made.slides, front.rest)
  const slides = dialect === 'plain' ? whole : whole.map((slide) => ({ ...slide, rows: closed(slide.rows) }))
  const lent = idsOfTwin(
    slides.map(({ written }) => written),
    twin,
  )
  const ids = idsOf(
    slides.map(({ rows: own }, at) => ({
      written: lent[at] ?? null,
      name: slideName(own),
      depth: headingOf(own)?.depth ?? 7,
    })),
  )
  const placed = slides.map(({ written, rows: own, line, isIncluded = false }, at): PlacedSlide => {
    const heading = headingOf(own)
    const first = heading === null ? (trimmed(own)[0]?.line ?? line) : (own[heading.at]?.line ?? line)
    const depth = heading?.depth ?? 7
    return { id: ids[at] ?? '', line: first, hasHeading: depth < 7, depth, isWritten: written !== null, isIncluded }
  })
  const headings = slides.flatMap((slide) => headingsIn(slide.rows))
  const title = made.title ?? (headings.find(({ depth }) => depth === 1) ?? headings[0])?.text ?? ''
  const head = {
    title: title.trim() === '' ? name : title.slice(0, 1000),
    lang,
    ...(made.minutes === undefined ? {} : { minutes: made.minutes }),
    ...(made.footer === undefined ? {} : { footer: made.footer }),
    ...(made.numbers === true ? { numbers: true } : {}),
    // As it is opened, it begins with what it begins with.
    ...(dialect === 'plain' ? {} : { cover: false }),
  }
  const out: Row[] = block(head, 1)
  for (const [at, slide] of slides.entries())
    out.push({ text: '', line: slide.line }, ...slideRows(slide, ids[at] ?? ''))
  return { text: `${rowsText(out)}\n`, lines: out.map(({ line }) => line), ids, slides: placed, missed: missing.all }
}

function block(keys: Readonly<Record<string, unknown>>, line: number): Row[] {
  const yaml = stringify(keys, { lineWidth: 0, blockQuote: false })
  return `---\n${yaml}---`.split('\n').map((text) => ({ text, line }))
}

/** Where something was taken out, one empty line is enough. */
function closed(rows: readonly Row[]): readonly Row[] {
  const free = new Set(freeRows(rows))
  const isEmpty = (at: number): boolean => free.has(at) && rows[at]?.text.trim() === ''
  return rows.filter((_row, at) => !(isEmpty(at) && isEmpty(at - 1)))
}

function slideRows({ line, layout, rows, notes }: MadeSlide, id: string): Row[] {
  const body = sealedRows(rows)
  const spoken = notes.flatMap((note) => [
    { text: '', line },
    { text: '<!--', line: note[0]?.line ?? line },
    ...trimmed(note).map((row) => ({ ...row, text: asNote(row.text.trimEnd()) })),
    { text: '-->', line: note.at(-1)?.line ?? line },
  ])
  const title = headingOf(rows) === null ? firstWords(rows) : null
  const keys = { id, ...(layout === undefined ? {} : { layout }), ...(title === null ? {} : { title }) }
  return [...block(keys, line), ...(body.length === 0 ? [] : [{ text: '', line }, ...body]), ...spoken]
}

/** What a slide without a heading is called: the words that it begins with. */
function firstWords(rows: readonly Row[]): string {
  const first = freeRows(rows)
    .map((at) => plainText(rows[at]?.text ?? '').replace(/^(?:[-*+>|]|\d+[.)])\s+/, ''))
    .find((words) => /[\p{L}\p{N}]/u.test(words))
  return first === undefined ? '…' : Array.from(first).slice(0, 80).join('')
}

/** A note that ends no comment and names no step by chance. */
const asNote = (text: string): string =>
  text.replaceAll('-->', '--&gt;').replaceAll(/(^|[\s.!?…。])\[(\d{1,4})\](?=\s|$)/g, '$1\\[$2]')

/** A body that stays one slide: what is open is closed, and no line can be taken for the next slide's. */
function sealedRows(rows: readonly Row[]): Row[] {
  const full = trimmed(rows)
  const headings = new Map(headingsIn(full).map((heading) => [heading.at, heading]))
  const free = new Set(freeRows(full))
  const made = full.map((row, at): Row => {
    const heading = headings.get(at)
    const isUnderlined = heading !== undefined && isDashes(full[at + 1]?.text ?? '')
    if (isUnderlined) return { ...row, text: `## ${row.text.trim()}` }
    if (!free.has(at) || !isDashes(row.text)) return row
    return { ...row, text: headings.has(at - 1) ? '' : '***' }
  })
  for (;;) {
    const [open] = outside(made.map(({ text }) => ({ text, start: 0 }))).unclosed
    if (open === undefined) return made
    made.push({ text: open.closing, line: made.at(-1)?.line ?? 1 })
  }
}

const definition = /^ {0,3}\[([^\]]+)\]:[ \t]*\S/

/** Links and footnotes that are defined elsewhere in the file are defined on the slides that name them. */
function withDefinitions(slides: readonly MadeSlide[], rows: readonly Row[]): readonly MadeSlide[] {
  const defined = new Map<string, Row>()
  for (const at of freeRows(rows)) {
    const row = rows[at]
    const label = definition.exec(row?.text ?? '')?.[1]?.toLowerCase()
    if (row !== undefined && label !== undefined && !defined.has(label)) defined.set(label, row)
  }
  if (defined.size === 0) return slides
  const isDefinition = ({ text }: Row): boolean => definition.test(text) || text.trim() === ''
  return slides.flatMap((slide) => {
    if (slide.rows.every(isDefinition) && slide.notes.length === 0) return []
    const text = rowsText(slide.rows).toLowerCase()
    const own = new Set(slide.rows.flatMap((row) => definition.exec(row.text)?.[1]?.toLowerCase() ?? []))
    const named = new Set(Array.from(text.matchAll(/\[([^\]]+)\]/g), ([, label = '']) => label))
    const missing = [...defined].filter(([label]) => named.has(label) && !own.has(label)).map(([, row]) => row)
    return missing.length === 0
      ? [slide]
      : [{ ...slide, rows: [...trimmed(slide.rows), { text: '', line: slide.line }, ...missing] }]
  })
}

/** What is left out, each thing once with how many slides it is on; and how many slides are whole. */
export function leftOutOf(missed: readonly Missed[], slides: number): { whole: number; leftOut: LeftOut[] } {
  const groups = Map.groupBy(missed, ({ kind, source }) => `${kind} ${merged.has(kind) ? '' : source}`)
  const leftOut = Array.from(groups.values(), (group): LeftOut => {
    const first = group.reduce((a, b) => (b.line < a.line ? b : a))
    const own = new Set(group.map(({ slide }) => slide))
    return { kind: first.kind, line: first.line, source: first.source, slides: own.has(null) ? slides : own.size }
  })
  const broken = new Set(missed.flatMap(({ slide }) => slide ?? []))
  return { whole: slides - broken.size, leftOut: leftOut.toSorted((a, b) => a.line - b.line) }
}

/** Kinds of which one line tells all. */
const merged: ReadonlySet<string> = new Set(['look'])

/** The language that a file says, else that of its letters. */
export function langOfText(text: string): Lang {
  const { keys } = frontMatterOf(rowsOf(text))
  return langIn(keys['lang'], text)
}

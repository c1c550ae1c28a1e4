import { emblems, layouts, type Deck, type EmblemName, type Lang, type Slide } from '../../contract/deck.ts'
import { bareSlide } from './bare-slide.ts'
import { ownLook, partsOfFile, readHeader, type Header } from './header.ts'
import type { DeckSetting } from './parse-deck.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { createReport } from './problem-report.ts'
import { playedScene } from './scene-steps.ts'
import { slideSchema } from './schema.ts'
import { splitSource, type DeckSource, type SourceSection } from './source.ts'
import { unbounded } from './within-budget.ts'
import { checkBlock, readYamlFile, type YamlBlock } from './yaml-block.ts'

/** What slides have that only reading them tells. */
const unread = {
  layout: 'content',
  title: '',
  titleHtml: '',
  html: '',
  notes: [],
  covers: [],
  asks: [],
  facts: [],
  question: null,
  problems: [],
} as const satisfies Partial<Slide>

/** A key's value where it stands plainly in its line, without reading the YAML around it. */
function plainValue(yaml: string, key: string): string | null {
  const line = new RegExp(`^${key}[ \\t]*:([^\\n\\r]*)`, 'm').exec(yaml)?.[1]
  if (line === undefined) return null
  const comment = line.search(/[ \t]#/)
  const written = (comment < 0 ? line : line.slice(0, comment)).trim()
  const [first, last] = [written[0], written.at(-1)]
  const isQuoted = written.length > 1 && first === last && (first === '"' || first === "'")
  const value = isQuoted ? written.slice(1, -1) : written
  return value === '' || /[#"']/.test(value) ? null : value
}

/** A block that is not looked into. */
const nowhere: YamlBlock = readYamlFile('', createReport(''), unbounded)
/** The steps that a scene plays, as most decks write them. */
const plainSteps = /^[\w-]+(\.\.[\w-]+)?$/

function sceneIn({ yaml }: SourceSection, scenes: DeckSetting['scenes']): Slide['scene'] {
  if (!/^diagram[ \t]*:/m.test(yaml)) return null
  const unheard = createReport('')
  const diagram = plainValue(yaml, 'diagram')
  // Most blocks say it so plainly that they need no YAML, whose reading takes most of the time.
  const saysMore = /^predict[ \t]*:/m.test(yaml)
  const keys: { steps?: string; at?: string } = {}
  for (const key of ['steps', 'at'] as const)
    if (new RegExp(`^${key}[ \\t]*:`, 'm').test(yaml)) keys[key] = plainValue(yaml, key) ?? ''
  if (diagram !== null && !saysMore && Object.values(keys).every((value) => plainSteps.test(value))) {
    return playedScene({ ...keys, diagram }, nowhere, scenes, unheard)
  }
  const block = readYamlFile(yaml, unheard, unbounded)
  return playedScene(checkBlock(block, slideSchema, unheard), block, scenes, unheard)
}

/** Of the first slide what says whether it is a cover; with a layout that is not plain it is not one. */
function opening({ yaml, body }: SourceSection): Pick<Slide, 'layout' | 'title'> {
  const written = plainValue(yaml, 'layout')
  const title = /^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/m.exec(body)?.[1] ?? ''
  return { layout: layouts.find((layout) => layout === written) ?? unread.layout, title }
}

function skimSlide(section: SourceSection, number: number, scenes: DeckSetting['scenes']): Slide {
  const scene = sceneIn(section, scenes)
  const markers = section.body.match(/^[ \t]*<!--[ \t]*step[ \t]*-->/gm)?.length ?? 0
  return {
    ...unread,
    ...(number === 1 ? opening(section) : {}),
    id: (section.isBare ? bareSlide(section.body).written.id : plainValue(section.yaml, 'id')) ?? `slide-${number}`,
    line: section.line,
    scene,
    steps: (scene?.steps.length ?? 1) + markers,
    seconds: Number(plainValue(section.yaml, 'seconds') ?? NaN) || null,
  }
}

/** A title that YAML reads as what stands there: it begins with a letter and has nothing in it that YAML would heed. */
const plainTitle = /^(?!(?:true|false|null)$)\p{L}[^:#]{0,999}$/iu
const plainMinutes = /^[1-9]\d{0,3}$/

interface Head {
  readonly title?: string | undefined
  readonly minutes?: number | undefined
  readonly emblem?: EmblemName | undefined
  readonly cover?: boolean | undefined
  readonly look?: Header['look'] | undefined
  readonly rest: readonly SourceSection[]
}

/** The deck's own block where it is written as plainly as most are; null where it takes YAML to know. */
function plainHead({ sections: [first, ...rest] }: DeckSource): Head | null {
  const lines = first?.yaml.split(/\r\n|\n|\r/).filter((line) => line !== '') ?? []
  const said = new Map<string, string>()
  for (const line of lines) {
    const [, key = '', value = ''] = /^(title|lang|minutes|emblem|cover): +(.*)$/.exec(line) ?? []
    if (key === '' || said.has(key)) return null
    said.set(key, value.trimEnd())
  }
  const title = said.get('title') ?? ''
  const minutes = said.get('minutes')
  if (!plainTitle.test(title) || (minutes !== undefined && !plainMinutes.test(minutes))) return null
  const emblem = emblems.find((name) => name === said.get('emblem'))
  if (emblem === undefined && said.has('emblem')) return null
  const cover = said.get('cover')
  if (cover !== undefined && cover !== 'true' && cover !== 'false') return null
  return { title, emblem, cover: cover !== 'false', minutes: minutes === undefined ? undefined : Number(minutes), rest }
}

function headOf(source: DeckSource, file: string, lang: Lang): Head {
  const parts = partsOfFile(source)
  return { ...readHeader(parts, { ...source, lead: '' }, lang, createReport(file)), rest: parts.rest }
}

/**
 * What a deck looks like before it is read, in a small part of the time: its title, its minutes, how many slides it has
 * and which pictures. Of its slides' text only the first heading is known, their steps are those that are marked, and its problems are not known.
 */
export function skimDeck(text: string, { file, ref, scenes }: Pick<DeckSetting, 'file' | 'ref' | 'scenes'>): Deck {
  const source = splitSource(text, true)
  const head = plainHead(source) ?? headOf(source, file, ref.lang)
  const { title, emblem, minutes, cover, rest } = head
  const slides = rest.map((section, index) => skimSlide(section, index + 1, scenes))
  return {
    ref,
    file,
    title: title ?? ref.name,
    emblem: emblem ?? 'sheet',
    ...ownLook(head, ref.lang),
    minutes: minutes ?? plannedMinutes(slides),
    ...(title === undefined || cover === false ? { hasNoCover: true } : {}),
    slides,
    problems: [],
  }
}

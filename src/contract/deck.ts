/** Decks as plain data: what `core/deck` parses, what the shells send and what windows draw. */

export const langs = ['ko', 'en'] as const
export type Lang = (typeof langs)[number]

/** A sentence in both languages of the interface. */
export type Text = Readonly<Record<Lang, string>>

/** Something wrong at a place in a file. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Stable kebab-case name, such as `duplicate-id`; the list is in docs/deck-format.md. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: Text
  /** What to write instead, where that is known. */
  readonly fix?: Text
}

export const layouts = [
  'title',
  'section',
  'content',
  'columns',
  'frames',
  'diagram',
  'table',
  'code',
  'myth',
  'question',
  'closing',
] as const
export type Layout = (typeof layouts)[number]

/** Small pictures by which decks are told apart; a deck that names none has the sheet. */
export const emblems = ['sheet', 'vm', 'walls', 'chain', 'layers', 'rings', 'registry', 'services', 'speech'] as const
export type EmblemName = (typeof emblems)[number]

/** One part of a slide's speaker notes. */
export interface SpeakerNote {
  /** The step it belongs to (from 1), or null where it belongs to the whole slide. */
  readonly step: number | null
  /** Sanitised. */
  readonly html: string
}

export interface KeyPoint {
  readonly html: string
  readonly text: string
  /** Must be said for the answer to count. */
  readonly core: boolean
}

/** One interview question of a course. All `html` is sanitised. */
export interface Question {
  readonly id: string
  /** The language that it is in, only where what shows it is in the other. */
  readonly lang?: Lang
  readonly line: number
  readonly text: string
  readonly titleHtml: string
  readonly level: string | null
  readonly oneLineHtml: string
  readonly answerHtml: string
  readonly keyPoints: readonly KeyPoint[]
  readonly mistakes: readonly string[]
  readonly sources: readonly string[]
  /** Ids of questions that are likely to come next. */
  readonly followups: readonly string[]
  readonly picture: { readonly scene: string; readonly step: string } | null
}

/** Something a slide says that will not stay true, such as the end of a version's support. */
export interface SlideFact {
  /** The same on every slide that says it. */
  readonly id: string
  /** When it was last looked up: `2026-11` or `2026-11-23`. */
  readonly asOf: string
  /** The `https:` address where it was looked up. */
  readonly source: string
}

/** The part of a scene that a slide plays. */
export interface SlideScene {
  readonly id: string
  /** Ids of the scene's steps in playing order; the slide's step n shows `steps[n - 1]`, later ones keep the last. */
  readonly steps: readonly string[]
  /** `false` where none of its steps asks before it answers, as another slide has asked already. */
  readonly predicts?: false
}

export interface Slide {
  readonly id: string
  /** The language that it is in, only where its deck is in the other: in a path through decks not all translated. */
  readonly lang?: Lang
  /** Only on a cover that nobody wrote: Lectern made it. */
  readonly isMade?: true
  /** The line of its YAML block. */
  readonly line: number
  readonly layout: Layout
  /** The heading as plain text: for lists, bookmarks and search. */
  readonly title: string
  readonly titleHtml: string
  /**
   * The body below the heading, sanitised. What appears later carries `data-from="n"` (shown from step n on);
   * what gives way to that carries `data-until="n"` (shown up to step n);
   * a code line carries `data-lit="2 5"` with the steps that highlight it, inside a `<pre data-lit-from="2">`, or those at
   * which it is in view, inside a `<pre data-paged>`.
   * In the layout `frames` each frame is a `<div data-turn>`.
   * In the layout `columns` each column is a `<div data-column>`; in `myth` each part is a `<div data-part="myth|truth|probe">`.
   */
  readonly html: string
  /** How many presses of "next" the slide takes, counting its first appearance: at least 1. */
  readonly steps: number
  /** Steps of which the next one takes something away: also where each slide has one page, they have one of their own. */
  readonly screens?: readonly number[]
  readonly scene: SlideScene | null
  readonly notes: readonly SpeakerNote[]
  /** Planned time in seconds. */
  readonly seconds: number | null
  readonly covers: readonly string[]
  /** Questions that this slide answers. */
  readonly asks: readonly string[]
  /** What it says that will not stay true. */
  readonly facts: readonly SlideFact[]
  /** What the layout `question` shows. */
  readonly question: Question | null
  /** Its errors: what is left out, framed or read as it stands. Only the presenter is told. */
  readonly problems: readonly Problem[]
}

/** What an author wrote for a slide. */
export interface SlideSource {
  /** The name of the file. */
  readonly file: string
  /** The line of the file that the text begins with. */
  readonly line: number
  readonly text: string
  /** More was written than is shown. */
  readonly isCut: boolean
}

/** The formats that decks are written in, besides our own (`lectern`). */
export const dialects = ['lectern', 'plain', 'marp', 'slidev', 'reveal'] as const
export type Dialect = (typeof dialects)[number]

/** What of other formats can be left out. */
export const leftOutKinds = [
  'animation',
  'background',
  'code',
  'colour',
  'component',
  'drawing',
  'expression',
  'filter',
  'font',
  'frontMatter',
  'hidden',
  'html',
  'include',
  'layout',
  'look',
  'pageFrame',
  'remote',
  'script',
  'separator',
  'size',
  'style',
  'theme',
] as const
export type LeftOutKind = (typeof leftOutKinds)[number]

/** Something of a deck in another format that is not shown as it was meant. */
export interface LeftOut {
  readonly kind: LeftOutKind
  /** Where it stands first. */
  readonly line: number
  /** What stands there. */
  readonly source: string
  /** On how many slides. */
  readonly slides: number
}

/** How a deck came in that is written in another format. */
export interface Opened {
  readonly dialect: Exclude<Dialect, 'lectern'>
  /** How many slides are just as they were meant, but for what the whole deck looks like. */
  readonly whole: number
  readonly leftOut: readonly LeftOut[]
}

/** Names a deck: the course it is in, its file name without language and ending, and its language. */
export interface DeckRef {
  readonly course: string
  readonly name: string
  readonly lang: Lang
}

/** Two values of one thing: in the light themes and in the dark one. */
export interface LightAndDark {
  readonly light: string
  readonly dark: string
}

/** What of its own a course or a deck has around and on every slide; `false` takes off what the course has. */
export interface DeckLook {
  /** A line at the foot of every slide. It may hold `**bold**` and `` `code` ``. */
  readonly footer?: string | false
  /** Slides are numbered. */
  readonly numbers?: boolean
  /** Paths of pictures in the folder of the course. */
  readonly logo?: LightAndDark | false
  /** As they are drawn: each can be read on the grounds of its theme. */
  readonly accent?: LightAndDark | false
}

export interface Deck {
  readonly ref: DeckRef
  readonly file: string
  readonly title: string
  readonly emblem: EmblemName
  /** What it says of its look; shown as one of a course, with what that says. */
  readonly look?: DeckLook
  /** The slide by which a list of decks shows it, as its author chose. */
  readonly tile?: string
  /** Planned minutes: as written, else from the slides' seconds, else null. */
  readonly minutes: number | null
  /** Only where no cover is to be made for it: its author wants none, or nothing says what it is called. */
  readonly hasNoCover?: true
  /** Only of a deck that is written in another format than ours. */
  readonly opened?: Opened
  /** What its course is called; only where it is shown as one of a course that has a title of its own. */
  readonly courseTitle?: string
  /** The title of the deck that comes after it; only where it is shown as one of a course and has a closing. */
  readonly next?: string
  readonly slides: readonly Slide[]
  readonly problems: readonly Problem[]
}

/** One word of a course and what it means. Texts may hold `**bold**` and `` `code` ``. */
export interface GlossaryTerm {
  readonly id: string
  readonly term: Text
  /** Other spellings by which it is found, in whatever language. */
  readonly also: readonly string[]
  readonly definition: Text
  /** The language that alone has the definition, which then stands for the other too. */
  readonly lang?: Lang
  /** The slide that explains it. */
  readonly slide: { readonly deck: string; readonly slide: string } | null
}

/** A deck as a window gets it, with every question of its course in the same language. */
export interface DeckReading {
  readonly deck: Deck
  readonly questions: readonly Question[]
  /** The glossary of its course. */
  readonly glossary: readonly GlossaryTerm[]
  /** Languages in which the deck exists. */
  readonly langs: readonly Lang[]
  /** Rises whenever a file behind it changes. */
  readonly revision: number
}

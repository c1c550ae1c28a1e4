import type { Deck, DeckRef, Question, Slide } from '../../contract/deck.ts'
import { partsOfFile, readHeader } from './header.ts'
import { createIds } from './identity.ts'
import { nearest } from './nearest.ts'
import { createReport, inOrder, isError } from './report.ts'
import type { SceneCatalogue } from './scene-steps.ts'
import { readSlide } from './slide.ts'
import { splitSource, type DeckSource } from './source.ts'
import type { Target, Targets } from './targets.ts'

export interface DeckSetting {
  /** What problems call the file. */
  readonly file: string
  readonly ref: DeckRef
  readonly scenes: SceneCatalogue
  /** The questions of the course in the deck's language; without them, ids of questions are not checked. */
  readonly questions?: readonly Question[] | undefined
}

/** An image of a deck: its path relative to the deck's folder, and the slide that shows it. */
export interface DeckImage extends Target {
  readonly slide: string
}

export interface ParsedDeck {
  readonly deck: Deck
  readonly source: DeckSource
  readonly images: readonly DeckImage[]
}

/** Reads a deck. Never throws: what is wrong is among the deck's problems, and all else is there. */
export function parseDeck(text: string, { file, ref, scenes, questions }: DeckSetting): ParsedDeck {
  const source = splitSource(text)
  const parts = partsOfFile(source)
  const report = createReport(file)
  if (parts.header === null) report.add({ line: 1, column: 1 }, 'no-deck-block')
  const keys = readHeader(parts, source, ref.lang, report)
  if (parts.rest.length === 0) report.add({ line: parts.header?.line ?? 1, column: 1 }, 'empty-deck')

  const known = questions === undefined ? null : new Map(questions.map((question) => [question.id, question]))
  const ids = createIds('slide')
  const read = parts.rest.map((section) => {
    const own = createReport(file)
    const targets: Targets = { links: [], images: [] }
    const slide = readSlide(section, { lang: ref.lang, scenes, questions: known, ids, report: own, targets })
    return { slide, own, targets, line: section.line }
  })
  const slideIds = new Set(read.map(({ slide }) => slide.id))
  for (const { own, targets } of read) {
    for (const { to, at } of targets.links) {
      if (!slideIds.has(to)) own.add(at, 'bad-link', `#${to}`, guessedLink(to, slideIds))
    }
  }
  for (const { kind, closing, line, column } of source.unclosed) {
    const home = read.findLast((slide) => slide.line <= line)?.own ?? report
    home.add({ line, column }, kind === 'fence' ? 'unclosed-fence' : 'unclosed-comment', closing)
  }

  const slides = read.map(({ slide, own }): Slide => ({ ...slide, problems: inOrder(own.problems).filter(isError) }))
  return {
    deck: {
      ref,
      file,
      title: keys.title ?? ref.name,
      minutes: keys.minutes ?? plannedMinutes(slides),
      slides,
      problems: inOrder([...report.problems, ...read.flatMap(({ own }) => own.problems)]),
    },
    source,
    images: read.flatMap(({ slide, targets }) => targets.images.map((image) => ({ ...image, slide: slide.id }))),
  }
}

function guessedLink(to: string, slideIds: ReadonlySet<string>): string | null {
  const guess = nearest(to, slideIds)
  return guess === null ? null : `#${guess}`
}

/** Whole minutes, as people plan; null where no slide says how long it takes. */
function plannedMinutes(slides: readonly Slide[]): number | null {
  const seconds = slides.reduce((sum, slide) => sum + (slide.seconds ?? 0), 0)
  return seconds === 0 ? null : Math.max(1, Math.round(seconds / 60))
}

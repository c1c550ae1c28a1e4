import type { Deck, DeckRef, Question, Slide } from '../../contract/deck.ts'
import { slug } from './dialects/slide-ids.ts'
import { createDeckMemo, type DeckMemo } from './deck-memo.ts'
import { ownLook, partsOfFile, readHeader } from './header.ts'
import { createIds, type WrittenId } from './ids.ts'
import type { Point } from './lines.ts'
import { nearest } from './nearest.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { createReport, problemsInOrder, isError } from './problem-report.ts'
import { relink } from './relink.ts'
import type { SceneCatalogue } from './scene-steps.ts'
import { readSlide, type SlideReading } from './slide.ts'
import { splitSource, type DeckSource } from './source.ts'
import type { Target } from './targets.ts'
import { unbounded, type WithinBudget } from './within-budget.ts'

export interface DeckSetting {
  /** What problems call the file. */
  readonly file: string
  readonly ref: DeckRef
  readonly scenes: SceneCatalogue
  /** The questions of the course in the deck's language; without them, ids of questions are not checked. */
  readonly questions?: readonly Question[] | undefined
  /** The texts of SVG files of the folder whose groups have steps, by their paths as the deck names them. */
  readonly drawings?: ReadonlyMap<string, string> | undefined
  /** Given again for the same file, only what has changed in it is read. */
  readonly memo?: DeckMemo
  /** How much time each part of the file gets. */
  readonly within?: WithinBudget
}

/** An image of a deck: its path relative to the deck's folder, and the slide that shows it; null of one that all show. */
export interface DeckImage extends Target {
  readonly slide: string | null
}

export interface ParsedDeck {
  readonly deck: Deck
  readonly source: DeckSource
  readonly images: readonly DeckImage[]
}

/** Reads a deck. Never throws: what is wrong is among the deck's problems, and all else is there. */
export function parseDeck(
  text: string,
  { file, ref, scenes, questions, drawings, memo = createDeckMemo(), within = unbounded }: DeckSetting,
): ParsedDeck {
  const source = splitSource(text, true)
  const parts = partsOfFile(source, within)
  const report = createReport(file)
  if (parts.header === null) report.add({ line: 1, column: 1 }, 'no-deck-block')
  const keys = readHeader(parts, source, ref.lang, report, within)
  if (parts.rest.length === 0) report.add({ line: parts.header?.line ?? 1, column: 1 }, 'empty-deck')

  const known = questions === undefined ? null : new Map(questions.map((question) => [question.id, question]))
  memo.begin([file, ref.lang, scenes, questions, [...(drawings ?? [])].join('\0')])
  const ids = createIds('slide')
  const readings = parts.rest.map((section) => ({
    section,
    reading: memo.reading(section, () =>
      readSlide(section, { file, lang: ref.lang, scenes, questions: known, within, drawings }),
    ),
  }))
  const isWritten = new Set(readings.flatMap(({ reading: { written } }) => (written.isMade ? [] : (written.id ?? []))))
  const read = readings.map(({ section, reading }) => {
    const moved = <P extends Point>(point: P): P => ({ ...point, line: point.line + section.line - 1 })
    const own = createReport(file, reading.problems.map(moved))
    const id = ids.take(besides(reading.written, isWritten), section.line, own)
    const { links, images } = reading.targets
    return { id, section, reading, own, links: links.map(placed(moved)), images: images.map(placed(moved)) }
  })
  const slideIds = new Set(read.map(({ id }) => id))
  const now = targetsOf(read)
  for (const { own, links } of read) {
    for (const { to, at } of links) if (!now.has(to)) own.add(at, 'bad-link', `#${to}`, guessedLink(to, slideIds))
  }
  const { tile, tileAt = { line: 1, column: 1 } } = keys
  const hasTile = tile !== undefined && slideIds.has(tile)
  if (tile !== undefined && !hasTile) report.add(tileAt, 'unknown-tile', tile, nearest(tile, slideIds))
  for (const { kind, closing, line, column } of source.unclosed) {
    const home = read.findLast(({ section }) => section.line <= line)?.own ?? report
    home.add({ line, column }, kind === 'fence' ? 'unclosed-fence' : 'unclosed-comment', closing)
  }

  const slides = read.map(({ id, section, reading, own, links }): Slide => {
    const { slide, heading } = reading
    const { question } = slide
    // A question that the slide writes out itself is called after the slide and stands where it does.
    const isOwn = question !== null && question !== known?.get(question.id)
    const whole: Slide = {
      ...slide,
      id,
      line: section.line,
      title: heading?.text ?? id,
      titleHtml: heading?.html ?? id,
      question: isOwn ? { ...question, id, line: section.line } : question,
      problems: problemsInOrder(own.problems).filter(isError),
    }
    // A link that leads nowhere is text.
    return links.every(({ to }) => slideIds.has(to)) ? whole : relink(whole, now, id)
  })
  return {
    deck: {
      ref,
      file,
      title: keys.title ?? ref.name,
      emblem: keys.emblem ?? 'sheet',
      ...ownLook(keys, ref.lang),
      ...(hasTile ? { tile } : {}),
      minutes: keys.minutes ?? plannedMinutes(slides),
      ...(keys.title === undefined || keys.cover === false ? { hasNoCover: true } : {}),
      slides,
      problems: problemsInOrder([...report.problems, ...read.flatMap(({ own }) => own.problems)]),
    },
    source,
    images: [
      ...(keys.look?.images ?? []).map((image) => ({ ...image, slide: null })),
      ...read.flatMap(({ id, images }) => images.map((image) => ({ ...image, slide: id }))),
    ],
  }
}

/** What a link may name: slides by their ids, and by their headings as ids are made of them. */
function targetsOf(slides: readonly { readonly id: string; readonly reading: SlideReading }[]): Map<string, string> {
  const ids = new Map(slides.map(({ id }) => [id, id]))
  for (const { id, reading } of slides) {
    const name = slug(reading.heading?.text ?? '')
    if (name !== '' && !ids.has(name)) ids.set(name, id)
  }
  return ids
}

/** An id that nobody wrote gives way to those that are written. */
function besides(written: WrittenId, others: ReadonlySet<string>): WrittenId {
  const { id, isMade } = written
  if (!isMade || id === null || !others.has(id)) return written
  let number = 2
  while (others.has(`${id}-${number}`)) number += 1
  return { ...written, id: `${id}-${number}` }
}

const placed =
  (moved: (point: Point) => Point) =>
  (target: Target): Target => ({ ...target, at: moved(target.at) })

function guessedLink(to: string, slideIds: ReadonlySet<string>): string | null {
  const guess = nearest(to, slideIds)
  return guess === null ? null : `#${guess}`
}

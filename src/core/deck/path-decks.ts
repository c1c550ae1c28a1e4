import { langs, type Deck, type Lang, type Problem, type Slide } from '../../contract/deck.ts'
import type { CoursePath } from './parse-paths.ts'
import { pathPrefix } from './path-prefix.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { relink } from './relink.ts'
import { createReport, problemsInOrder, type Report } from './problem-report.ts'
import { checkReference, type SlideReference } from './slide-reference.ts'
import { writtenSlides } from './written-slides.ts'

/**
 * The decks that the paths of a course make: each has the slides of its path, and is there in every language that any
 * of the path's decks exists in; one that does not is shown in its own. An id that two decks share is made unique; a link that leaves the path becomes text.
 * @param decks all decks of the course
 * @param file what problems call the file of the paths
 * @returns the decks, with their own problems and those of their slides, and the problems of the paths alone
 */
export function pathDecks(
  paths: readonly CoursePath[],
  decks: readonly Deck[],
  file: string,
): { decks: readonly Deck[]; problems: readonly Problem[] } {
  const made = paths.map((path) => {
    const report = createReport(file)
    const versions = langs.flatMap((lang) => deckOf(path, lang, decks, report) ?? [])
    if (versions.length === 0 && path.slides !== null && report.problems.length === 0) {
      report.add(path.at, 'empty-path', path.id)
    }
    // What is wrong in both languages is wrong once.
    const problems = [...new Map(report.problems.map((one) => [JSON.stringify(one), one])).values()]
    return {
      problems,
      decks: versions.map((deck) => ({
        ...deck,
        problems: [...problemsInOrder(problems), ...deck.slides.flatMap((slide) => slide.problems)],
      })),
    }
  })
  return { decks: made.flatMap((one) => one.decks), problems: problemsInOrder(made.flatMap((one) => one.problems)) }
}

function deckOf(path: CoursePath, lang: Lang, decks: readonly Deck[], report: Report): Deck | null {
  const chosen: { deck: Deck; slide: Slide }[] = []
  let isIn = false
  for (const reference of path.slides ?? []) {
    if (!checkReference(reference, decks, report)) continue
    const versions = decks.filter(({ ref }) => ref.name === reference.deck)
    const deck = versions.find(({ ref }) => ref.lang === lang) ?? versions[0]
    if (deck === undefined) continue
    isIn ||= deck.ref.lang === lang
    for (const slide of slidesOf(reference, deck, report)) {
      if (chosen.some((one) => one.slide === slide)) report.add(reference.at, 'repeated-slide', slide.id)
      else chosen.push({ deck, slide })
    }
  }
  const [first] = chosen
  if (first === undefined || !isIn) return null
  const slides = inOneDeck(chosen, lang)
  return {
    ref: { course: first.deck.ref.course, name: pathPrefix + path.id, lang },
    file: report.file,
    title: path.title[lang],
    emblem: 'sheet',
    minutes: path.minutes ?? plannedMinutes(slides),
    slides,
    problems: [],
  }
}

/** The slides that a reference names in one language; one that only another language has is simply not there. */
function slidesOf({ range, at }: SlideReference, { slides }: Deck, report: Report): readonly Slide[] {
  // A path shows what its author chose.
  if (range === null) return writtenSlides(slides)
  const first = slides.findIndex(({ id }) => id === range.first)
  const last = slides.findIndex(({ id }) => id === range.last)
  if (first < 0 || last < 0) return []
  if (last < first) report.add(at, 'backward-range', range.first, range.last)
  return slides.slice(first, last + 1)
}

/** Slides of several decks under ids that are unique among them: the first keeps its own, a later one adds its deck. */
function inOneDeck(chosen: readonly { deck: Deck; slide: Slide }[], lang: Lang): Slide[] {
  const taken = new Set<string>()
  const named = chosen.map(({ deck, slide }) => {
    let id = slide.id
    for (let count = 1; taken.has(id); count += 1) {
      id = `${slide.id}-${deck.ref.name}${count === 1 ? '' : `-${count}`}`
    }
    taken.add(id)
    return { deck, slide, id }
  })
  const idsOf = Map.groupBy(named, ({ deck }) => deck)
  const idsIn = new Map([...idsOf].map(([deck, all]) => [deck, new Map(all.map(({ slide, id }) => [slide.id, id]))]))
  return named.map(({ deck, slide, id }) => {
    const moved = relink(slide, idsIn.get(deck) ?? new Map<string, string>(), id)
    return deck.ref.lang === lang ? moved : { ...moved, lang: deck.ref.lang }
  })
}

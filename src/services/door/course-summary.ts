import type { Deck } from '../../contract/deck.ts'
import type { CourseSummary, DeckSummary } from '../../contract/library.ts'
import type { DayCounts } from '../../contract/review.ts'
import { pagesOf } from '../../core/scenes/printed-pages.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Positions } from '../talks/positions.ts'

/** The first picture of a deck, as it looks when its slide is done. */
function pictureOf(deck: Deck): DeckSummary['picture'] {
  for (const { scene } of deck.slides) {
    const step = scene?.steps.at(-1)
    if (scene && step !== undefined) return { scene: scene.id, step }
  }
  return null
}

function lastPlaceOf(deck: Deck, positions: Positions): DeckSummary['lastPlace'] {
  const place = positions.of(deck.ref)
  const index = place ? deck.slides.findIndex(({ id }) => id === place.slide) : -1
  const slide = deck.slides[index]
  if (!place || !slide) return null
  return { slide: slide.id, step: Math.min(place.step, slide.steps), slideNumber: index + 1 }
}

function deckSummary(deck: Deck, positions: Positions): DeckSummary {
  return {
    ref: deck.ref,
    title: deck.title,
    emblem: deck.emblem,
    slides: deck.slides.length,
    pages: { all: pagesOf(deck, 'all').length, final: pagesOf(deck, 'final').length },
    minutes: deck.minutes,
    problems: deck.problems,
    picture: pictureOf(deck),
    lastPlace: lastPlaceOf(deck, positions),
  }
}

/** What the library window shows of a course. */
export function courseSummary(
  course: LoadedCourse,
  positions: Positions,
  review: DayCounts,
  copyOf: CourseSummary['copyOf'] | null = null,
): CourseSummary {
  const { id, folder, bundled, title, description, problems } = course
  // Both languages ask the same questions; a course may have only one of them yet.
  const questions = new Set([...course.questions.ko, ...course.questions.en].map((question) => question.id)).size
  return {
    id,
    folder,
    bundled,
    title,
    description,
    questions,
    terms: course.glossary.length,
    review,
    ...(copyOf ? { copyOf } : {}),
    decks: course.decks.map((deck) => deckSummary(deck, positions)),
    paths: course.paths.map((deck) => deckSummary(deck, positions)),
    problems,
  }
}

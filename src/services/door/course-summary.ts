import type { Deck } from '../../contract/deck.ts'
import type { CourseSummary, DeckSummary, LastPlace } from '../../contract/library.ts'
import type { DayCounts } from '../../contract/review.ts'
import { tileOf } from '../../core/deck/tile-of.ts'
import { slideNumber, writtenSlides } from '../../core/deck/written-slides.ts'
import { pagesOf } from '../../core/scenes/printed-pages.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Positions } from '../talks/positions.ts'
import { problemsOfCourse, problemSummary } from './problem-summary.ts'

/** What is kept of a course beside its files. */
export interface CourseRecord {
  readonly positions: Positions
  readonly review: DayCounts
  readonly interviewIn: number | null
  readonly copyOf: CourseSummary['copyOf'] | null
  /** The person's day that a moment belongs to, given in milliseconds since 1970. */
  readonly dayAt: (atMs: number) => string
}

function lastPlaceOf(deck: Deck, { positions, dayAt }: CourseRecord): LastPlace | null {
  const left = positions.of(deck.ref)
  const index = left ? deck.slides.findIndex(({ id }) => id === left.place.slide) : -1
  const slide = deck.slides[index]
  if (!left || !slide) return null
  const step = Math.min(left.place.step, slide.steps)
  return {
    slide: slide.id,
    step,
    slideNumber: slideNumber(deck.slides, index),
    atMs: left.atMs,
    day: dayAt(left.atMs),
    isEnd: index === deck.slides.length - 1 && step === slide.steps,
  }
}

function deckSummary(deck: Deck, record: CourseRecord): DeckSummary {
  const tile = tileOf(deck)
  return {
    ref: deck.ref,
    title: deck.title,
    emblem: deck.emblem,
    ...(tile === null ? {} : { tile }),
    slides: writtenSlides(deck.slides).length,
    pages: { all: pagesOf(deck, 'all').length, final: pagesOf(deck, 'final').length },
    minutes: deck.minutes,
    problems: problemSummary(deck.problems),
    lastPlace: lastPlaceOf(deck, record),
    ...(deck.opened ? { opened: deck.opened } : {}),
  }
}

/** What the library window shows of a course. */
export function courseSummary(course: LoadedCourse, record: CourseRecord): CourseSummary {
  const { review, interviewIn, copyOf } = record
  const { id, folder, bundled, title, description } = course
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
    interviewIn,
    ...(copyOf ? { copyOf } : {}),
    decks: course.decks.map((deck) => deckSummary(deck, record)),
    paths: course.paths.map((deck) => deckSummary(deck, record)),
    problems: problemSummary(problemsOfCourse(course)),
  }
}

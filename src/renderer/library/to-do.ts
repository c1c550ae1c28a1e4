/** What there is to do in a course today, from what is on disk. */
import type { CourseSummary } from '../../contract/library.ts'
import { canContinue, latestFirst, nextCard, slidesBehind } from './next-deck.ts'
import type { DeckCard } from './shelf.ts'

export type ToDo =
  /** Questions of a course to answer; done: so many were. */
  | { readonly kind: 'review'; readonly course: CourseSummary; readonly questions: number; readonly isDone: boolean }
  /** Done: slides of it were shown. */
  | { readonly kind: 'present'; readonly card: DeckCard; readonly isDone: boolean }
  | { readonly kind: 'interview'; readonly days: number; readonly isDone: false }

/** A line that one reads at a glance. */
const most = 3

export interface Today {
  readonly course: CourseSummary
  /** All courses of the library. */
  readonly courses: readonly CourseSummary[]
  readonly decks: readonly DeckCard[]
  readonly paths: readonly DeckCard[]
  /** The person's day. */
  readonly day: string
  /** A talk is running, or waits to be taken up: that is said elsewhere. */
  readonly isTalking: boolean
}

const toAnswer = ({ review }: CourseSummary): number => review.due + review.new

/** At most three things, those that are done behind the others. */
export function toDoOf({ course, courses, decks, paths, day, isTalking }: Today): readonly ToDo[] {
  const isOfToday = ({ deck }: DeckCard): boolean => deck.lastPlace?.day === day && slidesBehind(deck) > 0
  const open: ToDo[] = []
  const done: ToDo[] = []
  const questions = toAnswer(course)
  if (questions > 0) open.push({ kind: 'review', course, questions, isDone: false })
  else if (course.review.done > 0) done.push({ kind: 'review', course, questions: course.review.done, isDone: true })

  const next = nextCard(decks, paths)
  if (next && !isTalking && next.deck.slides > slidesBehind(next.deck) && !isOfToday(next))
    open.push({ kind: 'present', card: next, isDone: false })
  const shown = latestFirst([...decks, ...paths])
  // Begun before and left by another deck: it waits still.
  if (!isTalking)
    for (const card of shown)
      if (card !== next && canContinue(card.deck) && !isOfToday(card))
        open.push({ kind: 'present', card, isDone: false })
  for (const card of shown.filter(isOfToday)) done.push({ kind: 'present', card, isDone: true })

  if (course.interviewIn !== null) open.push({ kind: 'interview', days: course.interviewIn, isDone: false })
  for (const other of courses)
    if (other.id !== course.id && other.review.due > 0)
      open.push({ kind: 'review', course: other, questions: other.review.due, isDone: false })
  return [...open, ...done].slice(0, most)
}

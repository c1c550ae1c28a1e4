import type { Deck, Problem } from '../../contract/deck.ts'
import type { ProblemSummary } from '../../contract/problems.ts'
import { leftOutProblems } from '../../core/deck/left-out-problems.ts'
import { isError } from '../../core/deck/problem-report.ts'
import type { LoadedCourse } from '../courses/course.ts'

const rank = (problem: Problem): number => (isError(problem) ? 0 : 1)
const byName = new Intl.Collator()

/** Errors before warnings, each in the order of files and lines. */
export function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) => rank(a) - rank(b) || byName.compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  )
}

/** The problems of a deck, and what of another format is not shown as it was meant. */
export const problemsOfDeck = (deck: Deck): readonly Problem[] => [...deck.problems, ...leftOutProblems(deck)]

/** Every problem of a course, those of its decks in both languages included. */
export const problemsOfCourse = ({ problems, decks }: LoadedCourse): readonly Problem[] => [
  ...problems,
  ...decks.flatMap(problemsOfDeck),
]

const shownFirst = 3

/** How much is to mend, and the first of it. */
export function problemSummary(problems: readonly Problem[]): ProblemSummary {
  const errors = problems.filter(isError)
  const first = errors.length >= shownFirst ? errors : problems
  return {
    errors: errors.length,
    warnings: problems.length - errors.length,
    first: sortedProblems(first).slice(0, shownFirst),
  }
}

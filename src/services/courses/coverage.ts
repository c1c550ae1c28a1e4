import { join } from 'node:path'
import { langs, type Lang, type Problem } from '../../contract/deck.ts'
import { nearest, parseCoverage, problem, type CoverageItem } from '../../core/deck/index.ts'
import type { LoadedCourse } from './course.ts'
import { languageNames } from '../../core/words/language-names.ts'
import { readText } from '../disk/read-text.ts'
import { readWithinBudget } from './reading/time-budget.ts'

/** How much of what a course is to teach its slides in one language carry. */
export interface Coverage {
  /** How many items coverage.yaml lists. */
  readonly items: number
  /** The items that no slide names in `covers`. */
  readonly missing: readonly string[]
  /** The questions that no slide names in `asks`. */
  readonly questionsNotAsked: readonly string[]
}

/** The coverage of each language that the course has decks in. */
export type CoverageByLang = Readonly<Partial<Record<Lang, Coverage>>>

/**
 * Compares a course with the list of what it is to teach, `coverage.yaml` in its folder, and with its questions.
 * What is missing is among the problems, at its place in that list or in the file of questions; so is what a slide
 * claims to cover and the list does not have. Without the list that itself is the problem.
 */
export async function coverageOf(
  course: LoadedCourse,
): Promise<{ coverage: CoverageByLang; problems: readonly Problem[] }> {
  const file = join(course.folder, 'coverage.yaml')
  const read = await readText(file)
  const list =
    'text' in read
      ? readWithinBudget(read.text, (within) => parseCoverage(read.text, file, within))
      : { items: [], problems: [read.problem] }
  const taught = langs
    .filter((lang) => course.decks.some(({ ref }) => ref.lang === lang))
    .map((lang) => ({ lang, ...compare(course, list.items, file, lang) }))
  return {
    coverage: Object.fromEntries(taught.map(({ lang, coverage }) => [lang, coverage])),
    problems: [
      ...list.problems,
      ...taught.flatMap(({ problems }) => problems),
      // Against a list that cannot be read every item would be unknown.
      ...(list.problems.length > 0 ? [] : unknownItems(course, list.items)),
    ],
  }
}

function compare(
  course: LoadedCourse,
  items: readonly CoverageItem[],
  file: string,
  lang: Lang,
): { coverage: Coverage; problems: readonly Problem[] } {
  const slides = course.decks.filter(({ ref }) => ref.lang === lang).flatMap((deck) => deck.slides)
  const covered = new Set(slides.flatMap(({ covers }) => covers))
  const asked = new Set(slides.flatMap(({ asks }) => asks))
  const missing = items.filter(({ id }) => !covered.has(id))
  const notAsked = course.questionFiles
    .filter((one) => one.lang === lang)
    .flatMap((one) => one.items.map(({ id, line }) => ({ id, line, file: one.file })))
    .filter(({ id }) => !asked.has(id))
  return {
    coverage: {
      items: items.length,
      missing: missing.map(({ id }) => id),
      questionsNotAsked: notAsked.map(({ id }) => id),
    },
    problems: [
      ...missing.map(({ id, text, at }) => problem(file, at, 'not-covered', id, text, languageNames[lang])),
      ...notAsked.map(({ id, line, file: questions }) =>
        problem(questions, { line, column: 1 }, 'not-asked', id, languageNames[lang]),
      ),
    ],
  }
}

function unknownItems(course: LoadedCourse, items: readonly CoverageItem[]): Problem[] {
  const known = new Set(items.map(({ id }) => id))
  return course.decks.flatMap(({ file, slides }) =>
    slides.flatMap(({ line, covers }) =>
      covers
        .filter((id) => !known.has(id))
        .map((id) => problem(file, { line, column: 1 }, 'unknown-item', id, nearest(id, known))),
    ),
  )
}

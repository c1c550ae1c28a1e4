import type { Lang, Problem, Text } from '../../contract/deck.ts'
import { inBothLanguages } from './both-languages.ts'
import type { Point } from './lines.ts'
import { parsePaths, type CoursePath } from './parse-paths.ts'
import { readLook, type ReadLook } from './deck-look.ts'
import { createReport } from './problem-report.ts'
import { courseSchema } from './schema.ts'
import { unbounded, type WithinBudget } from './within-budget.ts'
import { aboutBlock, checkBlock, expectedOf, readYamlFile } from './yaml-block.ts'

/** What `course.yaml` says. */
export interface CourseFile {
  /** What the course is known by; null where the file does not say. */
  readonly id: string | null
  readonly title: Text | null
  readonly description: Text | null
  /** The languages in which every deck is to exist, or null where the file does not say. */
  readonly languages: readonly Lang[] | null
  /** The decks in their order, and where each is named. */
  readonly decks: readonly { readonly name: string; readonly at: Point }[]
  readonly paths: readonly CoursePath[]
  /** What all decks have around their slides; left out where nothing is said of it. */
  readonly look?: ReadLook
}

/** Reads `course.yaml`. Never throws; what does not fit is reported and left out. */
export function parseCourse(
  text: string,
  file: string,
  within: WithinBudget = unbounded,
): { course: CourseFile; problems: readonly Problem[] } {
  const report = createReport(file)
  const block = readYamlFile(text, report, within)
  const said = aboutBlock(block, report)
  const keys = checkBlock(block, courseSchema, said)
  const { id, title, description, languages, decks = [] } = keys
  const look = readLook(keys, block, said)
  if (id === undefined && block.keys.includes('id'))
    said.add(block.valueAt('id'), 'bad-value', 'id', expectedOf(courseSchema.entries.id))
  return {
    course: {
      id: id ?? null,
      title: inBothLanguages(title),
      description: inBothLanguages(description),
      languages: languages ?? null,
      decks: decks.map((name, index) => ({ name, at: block.valueAt('decks', [index]) })),
      paths: parsePaths(block, said),
      ...(Object.keys(look.looks.ko).length === 0 ? {} : { look }),
    },
    problems: report.problems,
  }
}

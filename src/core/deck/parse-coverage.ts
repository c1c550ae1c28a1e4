import type { Problem, Text } from '../../contract/deck.ts'
import type { Point } from './lines.ts'
import { createReport } from './problem-report.ts'
import { coverageSchema } from './schema.ts'
import { unbounded, type WithinBudget } from './within-budget.ts'
import { aboutBlock, checkBlock, readYamlFile } from './yaml-block.ts'

/** One thing that a course is to teach. */
export interface CoverageItem {
  /** As slides name it in `covers`. */
  readonly id: string
  readonly text: Text
  readonly at: Point
}

/** Reads `coverage.yaml`. Never throws; what does not fit is reported, and then no item is there. */
export function parseCoverage(
  text: string,
  file: string,
  within: WithinBudget = unbounded,
): { items: readonly CoverageItem[]; problems: readonly Problem[] } {
  const report = createReport(file)
  const block = readYamlFile(text, report, within)
  const { items = {} } = checkBlock(block, coverageSchema, aboutBlock(block, report))
  return {
    items: Object.entries(items).map(([id, said]) => ({ id, text: said, at: block.valueAt('items', [id]) })),
    problems: report.problems,
  }
}

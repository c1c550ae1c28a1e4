import type { Point } from './lines.ts'
import type { Report } from './problem-report.ts'

/** Does something that may take far too long; null where it had to be ended. It must leave nothing half done behind it. */
export type WithinBudget = <T>(work: () => T) => { readonly done: T } | null

/** Waits for whatever it takes. */
export const unbounded: WithinBudget = (work) => ({ done: work() })

/** The longest text of a slide, an answer or a YAML file, in UTF-16 units; with some, libraries need a kilobyte for each. */
export const longestPart = 500_000

/** Something that reads a text, and what is there instead where that takes too long. */
export interface Reading<T> {
  readonly text: string
  readonly read: () => T
  readonly instead: () => T
}

/** Reads a text within a budget; where that is not enough, reports it and gives something else. */
export function readWithin<T>(within: WithinBudget, { text, read, instead }: Reading<T>, at: Point, report: Report): T {
  const result = text.length > longestPart ? null : within(read)
  if (result !== null) return result.done
  // Of a slide that is said once, however many parts of it take too long.
  const isSaid = report.problems.some(({ code, line }) => code === 'too-slow' && line === at.line)
  if (!isSaid) report.add(at, 'too-slow')
  return instead()
}

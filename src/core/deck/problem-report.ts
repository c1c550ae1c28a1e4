import type { Problem, Text } from '../../contract/deck.ts'
import type { Point } from './lines.ts'
import { problemTexts, type ProblemCode, type ProblemData, type Severity } from './problem-texts.ts'

/** Makes one problem of a file. */
export function problem<C extends ProblemCode>(file: string, at: Point, code: C, ...data: ProblemData<C>): Problem {
  const { severity, said } = problemTexts[code] as {
    severity: Severity
    said: (...given: ProblemData<C>) => { message: Text; fix?: Text | undefined }
  }
  const { message, fix } = said(...data)
  return { file, line: at.line, column: at.column, code, severity, message, ...(fix ? { fix } : {}) }
}

/** Gathers the problems of one file, or of one part of it. */
export interface Report {
  readonly file: string
  readonly problems: readonly Problem[]
  add<C extends ProblemCode>(at: Point, code: C, ...data: ProblemData<C>): void
}

/** @param known problems that have been found before */
export function createReport(file: string, known: readonly Problem[] = []): Report {
  const problems = [...known]
  return {
    file,
    problems,
    add: (at, code, ...data) => {
      problems.push(problem(file, at, code, ...data))
    },
  }
}

/** The same report, to which nothing is added. */
export const muted = (report: Report): Report => ({ ...report, add: () => undefined })

export const isError = ({ severity }: Pick<Problem, 'severity'>): boolean => severity === 'error'

/** Orders problems by their place in the file. */
export const problemsInOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column)

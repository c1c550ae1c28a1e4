/** What is to mend in a course, as the library shows it. */
import type { Problem, Text } from './deck.ts'

/** How much is to mend in a deck or in a whole course; the problems themselves are asked for when somebody looks. */
export interface ProblemSummary {
  readonly errors: number
  readonly warnings: number
  /** The first three, errors before warnings. */
  readonly first: readonly Problem[]
}

/** A line of a file around the place of a problem. */
export interface Excerpt {
  readonly before: string
  /** What the problem is about. */
  readonly marked: string
  readonly after: string
}

export interface ProblemRow {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: Text
  readonly fix?: Text
  /** Not there where the file or the line is not, or where no word of it is meant. */
  readonly excerpt?: Excerpt
}

/** All problems of one kind. */
export interface ProblemCause {
  readonly code: string
  readonly severity: Problem['severity']
  /** What the kind is called, in a few words. */
  readonly name: Text
  /** What mends it wherever it stands. */
  readonly cure?: Text
  readonly rows: readonly ProblemRow[]
}

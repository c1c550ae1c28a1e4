import type { Deck, Problem } from '../../contract/deck.ts'
import { leftOutWords } from './dialects/left-out-words.ts'
import { problem } from './problem-report.ts'

/** What of a deck in another format is not shown as it was meant, each thing once. */
export const leftOutProblems = ({ file, opened }: Pick<Deck, 'file' | 'opened'>): Problem[] =>
  (opened?.leftOut ?? []).map(({ kind, line, source }) =>
    problem(file, { line, column: 1 }, 'left-out', source, leftOutWords[kind]),
  )

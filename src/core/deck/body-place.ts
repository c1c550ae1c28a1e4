import { linesOf, type Point } from './lines.ts'
import type { SourceSection } from './source.ts'

/** Gives the function that turns points of a section's body into points of the file. */
export function bodyPlace({ line, open, yaml, close }: SourceSection): (point: Point) => Point {
  const before = line - 1 + linesOf(open).length + linesOf(yaml).length + linesOf(close).length
  return (point) => ({ line: before + point.line, column: point.column })
}

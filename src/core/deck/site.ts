import type { Lang } from '../../contract/deck.ts'
import type { Point } from './lines.ts'
import type { Report } from './problem-report.ts'
import type { Targets } from './targets.ts'

/** Where a piece of Markdown stands and who hears what is found in it. */
export interface Site {
  readonly lang: Lang
  /** Turns a point of the piece into one of the file. */
  readonly at: (point: Point) => Point
  readonly report: Report
  readonly targets: Targets
  /** Tells the footnotes of this piece from those of others. */
  readonly scope: string
  /** The texts of SVG files of the folder whose groups have steps, by their paths. */
  readonly drawings?: ReadonlyMap<string, string> | undefined
}

import type { Text } from '../../contract/deck.ts'
import { inBothLanguages } from './both-languages.ts'
import { createIds, writtenId } from './ids.ts'
import type { Point } from './lines.ts'
import type { Report } from './problem-report.ts'
import { courseSchema, pathSchema } from './schema.ts'
import { slideReference, type SlideReference } from './slide-reference.ts'
import { aboutBlock, checkItems, type YamlBlock } from './yaml-block.ts'

/** One way through a course: some slides of its decks in an order of their own. */
export interface CoursePath {
  readonly id: string
  readonly title: Text
  /** Planned minutes as written, or null. */
  readonly minutes: number | null
  /** Null where they are wrong, which has been reported. */
  readonly slides: readonly SlideReference[] | null
  readonly at: Point
}

/** Reads the paths of `course.yaml`; what does not fit is reported and left out. */
export function parsePaths(course: YamlBlock, report: Report): CoursePath[] {
  const ids = createIds('path')
  return checkItems(course, 'paths', courseSchema, pathSchema, report).map(({ block, keys }) => {
    const id = ids.take(writtenId(block), 1, aboutBlock(block, report))
    return {
      id,
      title: inBothLanguages(keys.title) ?? { ko: id, en: id },
      minutes: keys.minutes ?? null,
      slides: keys.slides?.map((written, index) => slideReference(written, block.valueAt('slides', [index]))) ?? null,
      at: block.at,
    }
  })
}

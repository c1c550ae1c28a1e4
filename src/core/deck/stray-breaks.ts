import type { Root } from 'mdast'
import type { Site } from './site.ts'

/** Reports each `---` that Markdown takes for a rule or for the underline of a heading: here it should begin a slide. */
export function reportStrayBreaks(root: Root, text: string, { at, report }: Site): void {
  // Only a line at the margin can be taken for a block's.
  for (const node of root.children) {
    if (node.type !== 'thematicBreak' && !(node.type === 'heading' && node.depth === 2)) continue
    if (node.position === undefined) continue
    const { start, end } = node.position
    const isLastLine = /(?:^|[\n\r])---[ \t]*$/.test(text.slice(start.offset, end.offset))
    if (isLastLine) report.add(at({ line: end.line, column: 1 }), 'stray-thematic-break')
  }
}

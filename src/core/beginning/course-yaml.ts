import { Document, isSeq, visit } from 'yaml'
import type { Lang } from '../../contract/deck.ts'

/** The text of a course.yaml for a course that begins with one deck. */
export function courseYaml(title: string, languages: readonly Lang[], deck: string): string {
  const document = new Document({ title, languages, decks: [deck] })
  visit(document, {
    Seq: (_key, node) => {
      if (isSeq(node)) node.flow = true
    },
  })
  return document.toString({ lineWidth: 0, blockQuote: false, flowCollectionPadding: false })
}

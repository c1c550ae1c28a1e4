import type { Deck, GlossaryTerm, Problem } from '../../contract/deck.ts'
import { checkReference, createReport, problemsInOrder, parseGlossary } from '../../core/deck/index.ts'

/** Reads a glossary and looks whether the slides that its terms name are there; a term without its slide stays. */
export function loadGlossary(
  { file, text }: { readonly file: string; readonly text: string },
  decks: readonly Deck[],
): { readonly terms: readonly GlossaryTerm[]; readonly problems: readonly Problem[] } {
  const { terms, slides, problems } = parseGlossary(text, file)
  const report = createReport(file, problems)
  for (const slide of slides) checkReference(slide, decks, report)
  const isThere = ({ deck, slide }: NonNullable<GlossaryTerm['slide']>): boolean =>
    decks.some(({ ref, slides: all }) => ref.name === deck && all.some(({ id }) => id === slide))
  return {
    terms: terms.map((term) => (term.slide === null || isThere(term.slide) ? term : { ...term, slide: null })),
    problems: problemsInOrder(report.problems),
  }
}

import type { Deck, GlossaryTerm, Problem } from '../../contract/deck.ts'
import { checkReference, createReport, problemsInOrder, type ParsedGlossary } from '../../core/deck/index.ts'

/** Looks whether the slides that the terms of a glossary name are there; a term without its slide stays. */
export function checkGlossary(
  { terms, slides, problems }: ParsedGlossary,
  file: string,
  decks: readonly Deck[],
): { readonly terms: readonly GlossaryTerm[]; readonly problems: readonly Problem[] } {
  const report = createReport(file, problems)
  for (const slide of slides) checkReference(slide, decks, report)
  const isThere = ({ deck, slide }: NonNullable<GlossaryTerm['slide']>): boolean =>
    decks.some(({ ref, slides: all }) => ref.name === deck && all.some(({ id }) => id === slide))
  return {
    terms: terms.map((term) => (term.slide === null || isThere(term.slide) ? term : { ...term, slide: null })),
    problems: problemsInOrder(report.problems),
  }
}

import { langs, type Deck, type GlossaryTerm, type Lang, type Problem } from '../../contract/deck.ts'
import { languageNames } from '../../core/words/language-names.ts'
import { checkReference, createReport, problemsInOrder, type ParsedGlossary } from '../../core/deck/index.ts'

/**
 * Looks whether the slides that the terms of a glossary name are there; a term without its slide stays.
 * @param promised the languages that the course is to be in
 */
export function checkGlossary(
  { terms, slides, halves, problems }: ParsedGlossary,
  file: string,
  decks: readonly Deck[],
  promised: readonly Lang[],
): { readonly terms: readonly GlossaryTerm[]; readonly problems: readonly Problem[] } {
  const report = createReport(file, problems)
  for (const slide of slides) checkReference(slide, decks, report)
  for (const { id, lang, at } of halves) {
    const missing = langs.find((one) => one !== lang && promised.includes(one))
    if (missing !== undefined) report.add(at, 'missing-translation', id, languageNames[missing])
  }
  const isThere = ({ deck, slide }: NonNullable<GlossaryTerm['slide']>): boolean =>
    decks.some(({ ref, slides: all }) => ref.name === deck && all.some(({ id }) => id === slide))
  return {
    terms: terms.map((term) => (term.slide === null || isThere(term.slide) ? term : { ...term, slide: null })),
    problems: problemsInOrder(report.problems),
  }
}

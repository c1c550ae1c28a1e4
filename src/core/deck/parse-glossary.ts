import type { GlossaryTerm, Lang, Problem } from '../../contract/deck.ts'
import { inBothLanguages, onlyLanguage } from './both-languages.ts'
import { createIds, writtenId } from './ids.ts'
import type { Point } from './lines.ts'
import { createReport, problemsInOrder } from './problem-report.ts'
import { glossarySchema, termSchema } from './schema.ts'
import { slideReference, type SlideReference } from './slide-reference.ts'
import { unbounded, type WithinBudget } from './within-budget.ts'
import { aboutBlock, checkBlock, checkItems, readYamlFile } from './yaml-block.ts'

/** A glossary as read; the slides that its terms name are yet to be looked for. */
export interface ParsedGlossary {
  readonly terms: readonly GlossaryTerm[]
  readonly slides: readonly SlideReference[]
  /** The terms of which only one language has a part. */
  readonly halves: readonly { readonly id: string; readonly lang: Lang; readonly at: Point }[]
  readonly problems: readonly Problem[]
}

/** Reads `glossary.yaml`. Never throws; what does not fit is reported and left out. */
export function parseGlossary(text: string, file: string, within: WithinBudget = unbounded): ParsedGlossary {
  const report = createReport(file)
  const block = readYamlFile(text, report, within)
  const said = aboutBlock(block, report)
  checkBlock(block, glossarySchema, said)
  const ids = createIds('term')
  const slides: SlideReference[] = []
  const halves: ParsedGlossary['halves'][number][] = []
  const spelt = new Map<string, string>()
  const terms = checkItems(block, 'terms', glossarySchema, termSchema, said).flatMap((item): GlossaryTerm[] => {
    const { keys } = item
    const about = aboutBlock(item.block, said)
    const id = ids.take(writtenId(item.block), 1, about)
    const term = inBothLanguages(keys.term)
    const definition = inBothLanguages(keys.definition)
    if (term === null || definition === null) return []
    const also = keys.also ?? []
    for (const spelling of new Set([term.ko, term.en, ...also])) {
      const other = spelt.get(spelling)
      if (other === undefined) spelt.set(spelling, id)
      else about.add(item.block.at, 'repeated-term', spelling, other)
    }
    const named = keys.slide === undefined ? null : slideReference(keys.slide, item.block.valueAt('slide'))
    if (named !== null) slides.push(named)
    const slide = named?.range ? { deck: named.deck, slide: named.range.first } : null
    const lang = onlyLanguage(keys.definition)
    const half = lang ?? onlyLanguage(keys.term)
    if (half !== null) halves.push({ id, lang: half, at: item.block.valueAt(lang === null ? 'term' : 'definition') })
    return [{ id, term, also, definition, ...(lang === null ? {} : { lang }), slide }]
  })
  return { terms, slides, halves, problems: problemsInOrder(report.problems) }
}

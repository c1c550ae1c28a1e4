import type { Deck, SlideFact } from '../../contract/deck.ts'

/** A fact of a course's slides, and where it is said. */
export interface DatedFact extends SlideFact {
  /** Calendar months between the month of `asOf` and the present one; 0 also where that is still to come. */
  readonly ageMonths: number
  readonly places: readonly { readonly file: string; readonly line: number; readonly slide: string }[]
}

/**
 * The facts of decks by age, oldest first. A fact that several slides give with the same date and source is one;
 * where they differ in date or source each of them is there, so that whoever looks it up again finds all.
 * @param now the present moment; months are those of UTC
 */
export function datedFacts(decks: readonly Deck[], now: Date): DatedFact[] {
  const facts = new Map<string, SlideFact & { places: DatedFact['places'][number][] }>()
  for (const { file, slides } of decks) {
    for (const { id: slide, line, facts: stated } of slides) {
      for (const { id, asOf, source } of stated) {
        const key = [id, asOf, source].join(' ')
        const fact = facts.get(key) ?? { id, asOf, source, places: [] }
        facts.set(key, fact)
        fact.places.push({ file, line, slide })
      }
    }
  }
  return [...facts.values()]
    .map((fact) => ({ ...fact, ageMonths: monthsSince(fact.asOf, now) }))
    .toSorted((a, b) => a.asOf.localeCompare(b.asOf) || a.id.localeCompare(b.id) || a.source.localeCompare(b.source))
}

function monthsSince(asOf: string, now: Date): number {
  const [year = 0, month = 1] = asOf.split('-').map(Number)
  return Math.max(0, (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month)
}

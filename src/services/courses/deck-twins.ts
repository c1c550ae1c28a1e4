import { basename } from 'node:path'
import type { DeckRef, Lang, Problem } from '../../contract/deck.ts'
import { idsOfTwin, oursOf, problem } from '../../core/deck/index.ts'
import { readWithinBudget } from './reading/time-budget.ts'

/** A file of a deck, as far as matching it with its translation goes. */
interface TwinFile {
  readonly source: { readonly file: string; readonly text: string }
  readonly ref: DeckRef
  readonly includes?: ReadonlyMap<string, string> | undefined
}

type Ours = NonNullable<ReturnType<typeof oursOf>>

const oursWithin = ({ source, ref, includes }: TwinFile): Ours | null =>
  readWithinBudget(source.text, (within) => oursOf(source.text, { ref, includes, within }))

/**
 * Slides of a deck that name no ids have those of the same deck in the language that leads, by their position. That is a
 * guess, and told: once a deck, and where the two have other numbers of slides, where they seem to part.
 */
export function withTwins<T extends TwinFile>(
  decks: readonly T[],
  leading: Lang,
): {
  readonly decks: readonly (T & { readonly twin?: readonly string[] | undefined })[]
  readonly problems: readonly Problem[]
} {
  const named = Map.groupBy(decks, ({ ref }) => ref.name)
  const problems: Problem[] = []
  const matched = decks.map((deck) => {
    if (deck.ref.lang === leading) return deck
    const first = named.get(deck.ref.name)?.find(({ ref }) => ref.lang === leading)
    const lead = first === undefined ? null : oursWithin(first)
    const own = lead === null ? null : oursWithin(deck)
    if (first === undefined || lead === null || own === null) return deck
    const guessed = guess(deck.source.file, own, basename(first.source.file), lead)
    if (guessed !== null) problems.push(guessed)
    return { ...deck, twin: lead.ids }
  })
  return { decks: matched, problems }
}

/** What is to be told of a deck whose slides get other ids of its twin than they have by themselves. */
function guess(file: string, { slides }: Ours, twin: string, lead: Ours): Problem | null {
  const lent = idsOfTwin(
    slides.map(({ id, isWritten }) => (isWritten ? id : null)),
    lead.ids,
  )
  const guessed = slides.filter(({ id, isWritten }, at) => !isWritten && lent[at] !== null && lent[at] !== id)
  const [first] = guessed
  if (first === undefined) return null
  const there = lead.slides.length
  if (slides.length === there)
    return problem(file, { line: first.line, column: 1 }, 'twin-by-position', twin, guessed.length)
  const parting = slides.find(({ depth }, at) => depth !== lead.slides[at]?.depth) ?? slides.at(-1) ?? first
  return problem(file, { line: parting.line, column: 1 }, 'twin-of-other-length', twin, slides.length, there)
}

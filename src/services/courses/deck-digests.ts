import { createHash } from 'node:crypto'
import { langs, type Deck, type DeckRef } from '../../contract/deck.ts'
import type { LoadedCourse } from './course.ts'

/** What a deck is known by inside its course. */
export const keyOf = ({ name, lang }: DeckRef): string => `${name}.${lang}`

/** All that can be shown as a deck. */
export const shownDecks = ({ decks, paths }: Pick<LoadedCourse, 'decks' | 'paths'>): readonly Deck[] => [
  ...decks,
  ...paths,
]

const digestOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** Of each deck's reading a digest: the same while nothing has changed that its windows show. */
export function digestsOf(course: LoadedCourse): Map<string, string> {
  const shown = shownDecks(course)
  const langsOf = Map.groupBy(shown, ({ ref }) => ref.name)
  const around = { ko: '', en: '' }
  for (const lang of langs) around[lang] = digestOf(course.title[lang], course.questions[lang], course.glossary)
  return new Map(
    shown.map((deck) => [
      keyOf(deck.ref),
      digestOf(
        deck,
        around[deck.ref.lang],
        langsOf.get(deck.ref.name)?.map(({ ref }) => ref.lang),
      ),
    ]),
  )
}

import { isDeepStrictEqual } from 'node:util'
import { langs, type Deck, type DeckRef, type Lang } from '../../contract/deck.ts'
import { questionsIn } from '../../core/deck/questions-in.ts'
import type { LoadedCourse } from './course.ts'
import { deckInCourse } from './deck-in-course.ts'

/** All that can be shown as a deck. */
export const shownDecks = ({ decks, paths }: Pick<LoadedCourse, 'decks' | 'paths'>): readonly Deck[] => [
  ...decks,
  ...paths,
]

/** How often the decks of a course have changed since it was opened. */
export interface DeckRevisions {
  /** Counts from 1. */
  of(ref: DeckRef): number
  /** Somebody looks at the deck as it was before its course was read: what that brings to light is a change. */
  lookedAtEarly(ref: DeckRef): void
  /** Takes the course as it is now; gives the decks that their windows show differently from before, or all of them. */
  take(course: LoadedCourse, all?: boolean): readonly DeckRef[]
}

interface Known {
  /** All that its windows show, or null where that was not all yet. */
  readonly shown: readonly unknown[] | null
  readonly revision: number
}

/** What is known of a deck inside its course. */
const nameOf = ({ name, lang }: DeckRef): string => `${name}.${lang}`

export function deckRevisions(): DeckRevisions {
  const known = new Map<string, Known>()
  /** What all decks in a language show besides their own, the very same while nothing in it changes. */
  const around = new Map<Lang, readonly unknown[]>()
  return {
    of: (ref) => known.get(nameOf(ref))?.revision ?? 1,
    lookedAtEarly: (ref) => void known.set(nameOf(ref), { shown: null, revision: 1 }),
    take(course, all = false) {
      for (const lang of langs) {
        const now = [questionsIn(course.questions, lang), course.glossary]
        if (!isDeepStrictEqual(around.get(lang), now)) around.set(lang, now)
      }
      const decks = shownDecks(course)
      const twins = Map.groupBy(decks, ({ ref }) => ref.name)
      return decks.flatMap((deck) => {
        const { ref } = deck
        const before = known.get(nameOf(ref))
        const shown = [
          deckInCourse(deck, course),
          around.get(ref.lang),
          twins.get(ref.name)?.map((twin) => twin.ref.lang),
        ]
        // Parts that were not read anew are the very same, so that little is compared.
        if (!all && before !== undefined && isDeepStrictEqual(before.shown, shown)) return []
        known.set(nameOf(ref), { shown, revision: (before?.revision ?? 0) + 1 })
        return [ref]
      })
    },
  }
}

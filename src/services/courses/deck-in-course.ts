import { basename } from 'node:path'
import type { Deck } from '../../contract/deck.ts'
import type { LoadedCourse } from './course.ts'

/** A deck as its course shows it: knowing what that is called, and which deck comes after it in its language. */
export function deckInCourse(deck: Deck, { title, folder, decks, looks }: LoadedCourse): Deck {
  const { name, lang } = deck.ref
  const courseTitle = title[lang]
  const own = decks.filter(({ ref }) => ref.lang === lang)
  const at = own.findIndex(({ ref }) => ref.name === name)
  // Only a closing says it: the others do not change with their neighbours.
  const isSaid = at >= 0 && deck.slides.some(({ layout }) => layout === 'closing')
  const next = isSaid ? own[at + 1]?.title : undefined
  const look = looks?.[lang]
  return {
    ...deck,
    ...(look === undefined ? {} : { look: { ...look, ...deck.look } }),
    // What a folder happens to be called is nothing for an audience.
    ...(courseTitle === basename(folder) ? {} : { courseTitle }),
    ...(next === undefined ? {} : { next }),
  }
}

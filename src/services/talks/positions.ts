import * as v from 'valibot'
import type { DeckRef } from '../../contract/deck.ts'
import { deckRefSchema } from '../../contract/library.ts'
import { placeSchema, type Place } from '../../contract/talk.ts'
import { openStore } from '../disk/json-store.ts'
import type { KeptAside } from '../disk/kept-aside.ts'
import type { Open } from '../disk/write-atomic.ts'

/** Decks of long ago are forgotten, the oldest first. */
const decksKept = 1000

// Entries may have keys of a newer Lectern.
const entrySchema = v.looseObject({ deck: deckRefSchema, place: placeSchema, atMs: v.number() })

/** Where a deck was left, and when, in milliseconds since 1970. */
export interface LeftAt {
  readonly place: Place
  readonly atMs: number
}

export interface Positions {
  /** Null if the deck was never shown. */
  of(deck: DeckRef): LeftAt | null
  /** Keeps a place; resolves when it is on disk, rejects with a `LecternError` where it cannot be. */
  keep(deck: DeckRef, place: Place): Promise<void>
  /** What was kept of a course is kept of it in another folder from now on; resolves as `keep` does. */
  move(from: string, to: string): Promise<void>
  /** See `Store.save`. */
  save(): Promise<void>
  readonly keptAside: KeptAside | null
}

const keyOf = ({ course, name, lang }: DeckRef): string => JSON.stringify([course, name, lang])

/** The last place of every deck that was shown. Never rejects. */
export async function openPositions(file: string, now: () => number, open?: Open): Promise<Positions> {
  const store = await openStore({ file, schemas: { decks: v.array(entrySchema) }, initial: { decks: [] }, now, open })
  const entries = new Map(store.read().decks.map((entry) => [keyOf(entry.deck), entry]))
  const write = (): Promise<void> => store.change({ decks: [...entries.values()].slice(-decksKept) })
  return {
    keptAside: store.keptAside,
    save: () => store.save(),
    of: (deck) => entries.get(keyOf(deck)) ?? null,
    keep: (deck, place) => {
      const key = keyOf(deck)
      const old = entries.get(key)
      entries.delete(key)
      entries.set(key, { ...old, deck, place, atMs: now() })
      return write()
    },
    move: async (from, to) => {
      const moved = [...entries].filter(([, { deck }]) => deck.course === from)
      for (const [key, entry] of moved) {
        const deck = { ...entry.deck, course: to }
        entries.delete(key)
        // Where the deck was shown in its new folder already, that is the last place.
        if (!entries.has(keyOf(deck))) entries.set(keyOf(deck), { ...entry, deck })
      }
      if (moved.length > 0) await write()
    },
  }
}

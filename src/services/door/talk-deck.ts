import type { DeckReading, DeckRef } from '../../contract/deck.ts'
import type { Library } from '../courses/library.ts'
import { noDeck } from '../courses/refusals.ts'
import { sameDeck, type Talks } from '../talks/talks.ts'

/** The deck of the running talk as it last had slides: its windows can reload even when its file is gone. */
export interface TalkDeck {
  /** A talk has begun with it. */
  begin(reading: DeckReading): void
  /** The talk has ended. */
  end(): void
  /** A deck reads differently now; it is kept where it is that of the talk. */
  keep(reading: DeckReading): Promise<void>
  /** Any deck as it is now, or, where that is of no use, as the talk has it. Rejects with a `LecternError`: `not-found`. */
  read(ref: DeckRef): Promise<DeckReading>
}

export function talkDeck(library: Promise<Library>, talks: Promise<Talks>): TalkDeck {
  let shown: DeckReading | null = null
  return {
    begin: (reading) => void (shown = reading),
    end: () => void (shown = null),
    keep: async (reading) => {
      const running = (await talks).read()?.deck
      if (running && sameDeck(running, reading.deck.ref) && reading.deck.slides.length > 0) shown = reading
    },
    read: async (ref) => {
      const [shelf, talk] = await Promise.all([library, talks])
      const reading = await shelf.deck(ref)
      const isShown = shown !== null && talk.read() !== null && sameDeck(shown.deck.ref, ref)
      if (isShown && shown && !reading?.deck.slides.length)
        return { ...shown, revision: reading?.revision ?? shown.revision }
      if (reading) return reading
      // A course that is still being read has no paths yet.
      await shelf.whole(ref.course)
      const late = await shelf.deck(ref)
      if (late) return late
      throw noDeck(ref)
    },
  }
}

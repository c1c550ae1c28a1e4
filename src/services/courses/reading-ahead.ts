import { setImmediate as nextTurn } from 'node:timers/promises'

/** When the decks of a course are read that has only been skimmed. */
export interface ReadingAhead {
  /** Somebody has seen the course: its decks are read one after the other while nobody waits for anything else. */
  begin(): void
  /** Somebody waits for the whole course: it is read as fast as others still get their turn. */
  hurry(): void
  /** Resolves once one of them has been asked for. */
  readonly begun: Promise<void>
  /** Resolves when reading may go on for a stretch. */
  turn(): Promise<void>
}

/** @param whenQuiet resolves while nobody waits for an answer */
export function readingAhead(whenQuiet: () => Promise<void>): ReadingAhead {
  const begun = Promise.withResolvers<void>()
  const hurried = Promise.withResolvers<void>()
  let isHurried = false
  return {
    begun: begun.promise,
    begin: () => begun.resolve(),
    hurry: () => {
      isHurried = true
      hurried.resolve()
      begun.resolve()
    },
    turn: async () => {
      if (!isHurried) await Promise.race([whenQuiet(), hurried.promise])
      await nextTurn()
    },
  }
}

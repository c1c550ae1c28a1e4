/** The slides by which tiles show their decks: read one after another, when nothing else is to be done, and kept. */
import type { Deck, DeckRef, Slide } from '../../contract/deck.ts'
import { ask, shell } from '../shell.ts'

/** A slide, and its deck with no other slides: so much is kept of each deck that was seen. */
export interface TileStill {
  readonly deck: Deck
  readonly slide: Slide
}

const known = new Map<string, TileStill | null>()
let queue: Promise<unknown> = Promise.resolve()

const keyOf = ({ course, name, lang }: DeckRef, slide: string): string => JSON.stringify([course, name, lang, slide])

/** Lets the window draw and answer first. */
const whenIdle = (): Promise<void> => new Promise((done) => requestIdleCallback(() => done(), { timeout: 2000 }))

async function read(ref: DeckRef, slide: string): Promise<TileStill | null> {
  const { deck } = await ask('deck:read', { ref })
  const found = deck.slides.find(({ id }) => id === slide)
  if (found === undefined) return null
  const { look, ...rest } = deck
  // Alone it has no number.
  return { deck: { ...rest, ...(look ? { look: { ...look, numbers: false } } : {}), slides: [found] }, slide: found }
}

/**
 * Tells of the slide of a deck once it is read, and again whenever its file is saved, until the returned function is called.
 * A deck that cannot be read has none.
 */
export function tileStill(ref: DeckRef, slide: string, tell: (still: TileStill | null) => void): () => void {
  const key = keyOf(ref, slide)
  let hasStopped = false
  const isOver = (): boolean => hasStopped
  const before = known.get(key)
  if (before !== undefined) tell(before)
  const readNow = (): void => {
    queue = queue.then(async () => {
      if (isOver()) return
      await whenIdle()
      const still = known.get(key) ?? (await read(ref, slide).catch(() => null))
      known.set(key, still)
      if (!isOver()) tell(still)
    })
  }
  if (before === undefined) readNow()
  const stop = shell.listen('deck:changed', ({ ref: changed }) => {
    if (changed.course !== ref.course || changed.name !== ref.name || changed.lang !== ref.lang) return
    known.delete(key)
    readNow()
  })
  return () => {
    hasStopped = true
    stop()
  }
}

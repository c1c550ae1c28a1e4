import { describe, expect, it } from 'vitest'
import type { DeckReading, DeckRef } from '../../../src/contract/deck.ts'
import type { Library } from '../../../src/services/courses/library.ts'
import { talkDeck, type TalkDeck } from '../../../src/services/door/talk-deck.ts'
import type { Talks } from '../../../src/services/talks/talks.ts'

const ref: DeckRef = { course: 'docker', name: 'deck', lang: 'ko' }
const other: DeckRef = { ...ref, name: 'other' }
const readingOf = (deck: DeckRef, revision: number, ...ids: string[]): DeckReading =>
  ({ deck: { ref: deck, slides: ids.map((id) => ({ id })) }, revision }) as unknown as DeckReading

/** A talk with `ref`, over a library in which its deck reads as `now` says. */
function running(now: { reading: DeckReading | null }): TalkDeck {
  const library = {
    deck: (asked: DeckRef) => Promise.resolve(asked.name === ref.name ? now.reading : null),
    whole: () => Promise.resolve(null),
  }
  const talks = { read: () => ({ deck: ref }) }
  return talkDeck(Promise.resolve(library as unknown as Library), Promise.resolve(talks as unknown as Talks))
}

describe('the deck of a talk', () => {
  it('is shown as it last had slides, at the revision that it has now', async () => {
    const now = { reading: readingOf(ref, 2) as DeckReading | null }
    const shown = running(now)
    shown.begin(readingOf(ref, 1, 'a'))
    await shown.keep(readingOf(ref, 2))
    expect(await shown.read(ref)).toEqual(readingOf(ref, 2, 'a'))
    now.reading = null
    expect(await shown.read(ref)).toEqual(readingOf(ref, 1, 'a'))
    await shown.keep(readingOf(ref, 3, 'a', 'b'))
    expect(await shown.read(ref)).toEqual(readingOf(ref, 3, 'a', 'b'))
  })

  it('is not what another deck reads like', async () => {
    const shown = running({ reading: null })
    shown.begin(readingOf(ref, 1, 'a'))
    await shown.keep(readingOf(other, 2, 'z'))
    expect(await shown.read(ref)).toEqual(readingOf(ref, 1, 'a'))
    await expect(shown.read(other)).rejects.toThrow()
  })

  it('is nothing any more once the talk has ended', async () => {
    const shown = running({ reading: null })
    shown.begin(readingOf(ref, 1, 'a'))
    shown.end()
    await expect(shown.read(ref)).rejects.toThrow()
  })
})

import type { DeckReading, DeckRef, Slide } from '../../contract/deck.ts'
import type { Failure } from '../../contract/failure.ts'
import type { Intent, Place, TalkSnapshot } from '../../contract/talk.ts'
import { carry, outlineOf, stepFrom, type Outline } from '../../core/talk/outline.ts'
import { ask, follow, shell } from '../shell.ts'
import { failureOf } from '../window/failure-of.ts'
import { reachable } from './near-slides.ts'

const sameDeck = (a: DeckRef, b: DeckRef): boolean => a.course === b.course && a.name === b.name && a.lang === b.lang

/**
 * The talk as a window sees it: the last snapshot, and the deck that it is about. A window only sends intents; where
 * the talk is, the shell alone decides.
 */
export class TalkView {
  snapshot: TalkSnapshot | null = $state.raw(null)
  /** Null until the snapshot's deck is here. */
  reading: DeckReading | null = $state.raw(null)
  /** The last thing that went wrong, until it goes right. */
  failure: Failure | null = $state.raw(null)
  /** Whether the shell has said if there is a talk. */
  isReady = $state(false)
  /** The outline before the last change of the deck: what the snapshot may still speak of. */
  #before: Outline | null = $state.raw(null)

  readonly slides: readonly Slide[] = $derived(this.reading ? [...reachable(this.reading.deck.slides).values()] : [])
  readonly outline: Outline = $derived(outlineOf({ slides: this.slides }))
  readonly place: Place | null = $derived.by(() => {
    if (!this.snapshot || !this.reading) return null
    const { place } = this.snapshot
    return carry(place, this.#before ?? this.outline, this.outline)
  })
  readonly index: number = $derived(this.slides.findIndex(({ id }) => this.place !== null && id === this.place.slide))
  readonly slide: Slide | null = $derived(this.slides[this.index] ?? null)
  /** What one press of "next" would show, or null at the end. */
  readonly next: Place | null = $derived(this.place && stepFrom(this.outline, this.place, 'forward'))

  readonly #unlisten: (() => void)[] = []

  /** Listens to the shell and asks for what is there now. */
  async start(): Promise<void> {
    const talk = follow(
      'talk:changed',
      () => ask('talk:read'),
      (snapshot) => this.#take(snapshot),
    )
    this.#unlisten.push(
      talk.stop,
      shell.listen('deck:changed', ({ ref }) => {
        if (this.snapshot && sameDeck(ref, this.snapshot.deck)) void this.#read(ref)
      }),
    )
    await this.attempt(() => talk.read())
    this.isReady = true
  }

  stop(): void {
    for (const unlisten of this.#unlisten.splice(0)) unlisten()
  }

  send(intent: Intent): void {
    void this.attempt(() => ask('talk:intent', intent))
  }

  /** Does something with the shell; false where it goes wrong, which is kept in `failure`. */
  async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act()
      this.failure = null
      return true
    } catch (error) {
      this.failure = failureOf(error)
      return false
    }
  }

  #take(snapshot: TalkSnapshot | null): void {
    const now = this.snapshot
    // An answer may arrive after newer news.
    if (snapshot && now && snapshot.talkId === now.talkId && snapshot.revision < now.revision) return
    this.snapshot = snapshot
    if (!snapshot) {
      this.reading = null
      this.#before = null
    } else if (!now || !sameDeck(snapshot.deck, now.deck) || !this.reading) {
      if (this.reading && !sameDeck(snapshot.deck, this.reading.deck.ref)) this.reading = null
      void this.#read(snapshot.deck)
    }
  }

  async #read(ref: DeckRef): Promise<void> {
    await this.attempt(async () => {
      const reading = await ask('deck:read', { ref })
      if (!this.snapshot || !sameDeck(ref, this.snapshot.deck)) return
      if (this.reading && reading.revision < this.reading.revision) return
      if (this.reading) this.#before = this.outline
      this.reading = reading
    })
  }
}

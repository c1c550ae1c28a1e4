/** A shell with a real talk in it and nothing else. */
import type {
  Answers,
  BroadcastName,
  Broadcasts,
  Envelope,
  RequestName,
  Shell,
} from '../../../src/contract/channels.ts'
import type { Failure } from '../../../src/contract/failure.ts'
import type { Deck, DeckReading, GlossaryTerm, Question } from '../../../src/contract/deck.ts'
import { initialSettings, type Settings } from '../../../src/contract/library.ts'
import type { Intent, Place, TalkSnapshot } from '../../../src/contract/talk.ts'
import {
  outlineOf,
  reduce,
  snapshotOf,
  startTalk,
  type TalkEvent,
  type TalkState,
} from '../../../src/core/talk/index.ts'

const firstSettings: Settings = { ...initialSettings, language: 'ko', theme: 'light' }

export class FakeShell implements Shell {
  /** Every request, in order. */
  asked: { readonly name: string; readonly payload: unknown }[] = []
  settings: Settings = firstSettings
  talk: TalkState | null = null
  reading: DeckReading | null = null
  /** Why steps are not saved yet. */
  unsaved: Failure | null = null
  readonly #listeners = new Map<string, Set<(payload: never) => void>>()

  /** Windows ask it from here on. */
  install(): void {
    Object.defineProperty(window, 'shell', { value: this, configurable: true })
  }

  request<N extends RequestName>(name: N, payload?: unknown): Promise<Envelope<Answers[N]>> {
    this.asked.push({ name, payload })
    return Promise.resolve(this.#answer(name, payload) as Envelope<Answers[N]>)
  }

  listen<N extends BroadcastName>(name: N, listener: (payload: Broadcasts[N]) => void): () => void {
    const known = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, known.add(listener))
    return () => void known.delete(listener)
  }

  pathOf = (): null => null
  readonly ownBase = '/'

  tell<N extends BroadcastName>(name: N, payload: Broadcasts[N]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }

  /** Begins a talk about a deck, as if nothing had been before. */
  present(
    deck: Deck,
    questions: readonly Question[] = [],
    place?: Place,
    glossary: readonly GlossaryTerm[] = [],
  ): void {
    this.asked = []
    this.settings = firstSettings
    this.unsaved = null
    this.reading = { deck, questions, glossary, langs: ['ko'], revision: 1 }
    this.talk = startTalk({ talkId: crypto.randomUUID(), deck: deck.ref, outline: outlineOf(deck), place })
  }

  /** The deck's file changed on disk. */
  rewrite(deck: Deck): void {
    if (!this.reading) throw new Error('no deck to rewrite')
    const revision = this.reading.revision + 1
    this.reading = { ...this.reading, deck, revision }
    this.tell('deck:changed', { ref: deck.ref, revision })
    this.happen({ type: 'outline', outline: outlineOf(deck), at: Date.now() })
  }

  intend(intent: Intent): void {
    this.happen({ ...intent, at: Date.now() })
  }

  end(): void {
    this.talk = null
    this.reading = null
    this.tell('talk:changed', null)
  }

  get snapshot(): TalkSnapshot | null {
    return this.talk && snapshotOf(this.talk)
  }

  happen(event: TalkEvent): void {
    if (!this.talk) return
    const before = this.talk
    this.talk = reduce(before, event)
    if (this.talk !== before) this.tell('talk:changed', snapshotOf(this.talk))
  }

  #answer(name: RequestName, payload: unknown): Envelope<unknown> {
    if (name === 'shell:features') {
      return {
        value: {
          opensWindows: true,
          dialogs: true,
          dropPaths: true,
          systemLang: 'ko',
          printing: { ok: true },
          version: '0',
          platform: 'linux',
        },
      }
    }
    if (name === 'settings:read') return { value: this.settings }
    if (name === 'settings:write') {
      this.settings = { ...this.settings, ...(payload as Partial<Settings>) }
      return { value: this.settings }
    }
    if (name === 'talk:read') return { value: this.snapshot }
    if (name === 'talk:unsaved') return { value: this.unsaved }
    if (name === 'talk:intent') this.intend(payload as Intent)
    if (name === 'talk:end') this.end()
    if (name === 'deck:read') {
      return this.reading
        ? { value: this.reading }
        : { failure: { code: 'not-found', message: { ko: '덱이 없어요.', en: 'There is no such deck.' } } }
    }
    return { value: null }
  }
}

export const fake = new FakeShell()

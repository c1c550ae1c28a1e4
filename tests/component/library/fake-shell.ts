/** A shell that answers the library as a test tells it to. */
import type {
  Answers,
  BroadcastName,
  Broadcasts,
  Envelope,
  RequestName,
  Shell,
} from '../../../src/contract/channels.ts'
import type { Failure } from '../../../src/contract/failure.ts'
import { initialSettings, type Features, type LibraryState, type Settings } from '../../../src/contract/library.ts'
import { causesOf, libraryOf, missingScene, noNotes } from './sample-library.ts'

type Answer = (payload: never) => unknown

const firstSettings: Settings = { ...initialSettings, language: 'ko', theme: 'light', course: 'docker' }
const firstFeatures: Features = {
  opensWindows: true,
  dialogs: false,
  dropPaths: true,
  systemLang: 'ko',
  printing: { ok: true },
  version: '0.1.0',
  platform: 'linux',
}

export class FakeShell implements Shell {
  /** Every request, in order. */
  asked: { readonly name: RequestName; readonly payload: unknown }[] = []
  state: LibraryState = libraryOf()
  settings = firstSettings
  features = firstFeatures
  #answers = new Map<RequestName, Answer>()
  readonly #listeners = new Map<string, Set<(payload: never) => void>>()

  /** As new, with a library of its own; windows ask it from here on. */
  reset(state = libraryOf()): void {
    Object.defineProperty(window, 'shell', { value: this, configurable: true })
    this.asked = []
    this.state = state
    this.settings = firstSettings
    this.features = firstFeatures
    this.#answers = new Map()
  }

  /** What a request is answered from now on; a function that throws a `Failed` answers with its failure. */
  when<N extends RequestName>(name: N, answer: (payload: never) => Answers[N] | Promise<Answers[N]>): void {
    this.#answers.set(name, answer)
  }

  async request<N extends RequestName>(name: N, payload?: unknown): Promise<Envelope<Answers[N]>> {
    this.asked.push({ name, payload })
    try {
      const value = (await this.#answer(name, payload)) as Answers[N]
      // What was opened is shown by the shell.
      if ((name === 'library:open' || name === 'library:choose') && value !== null) {
        this.settings = { ...this.settings, ...(value as Answers['library:open']), deck: null }
        this.tell('settings:changed', this.settings)
      }
      return { value }
    } catch (error) {
      if (error instanceof Failed) return { failure: error.failure }
      throw error
    }
  }

  listen<N extends BroadcastName>(name: N, listener: (payload: Broadcasts[N]) => void): () => void {
    const known = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, known.add(listener))
    return () => void known.delete(listener)
  }

  pathOf = (file: File): string => `/dropped/${file.name}`
  readonly ownBase = '/'

  tell<N extends BroadcastName>(name: N, payload: Broadcasts[N]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }

  /** The library changed on disk. */
  change(state: LibraryState): void {
    this.state = state
    this.tell('library:changed', state)
  }

  /** What was asked under a name. */
  payloads(name: RequestName): unknown[] {
    return this.asked.filter((one) => one.name === name).map(({ payload }) => payload)
  }

  #answer(name: RequestName, payload: unknown): unknown {
    const answer = this.#answers.get(name)
    if (answer) return answer(payload as never)
    if (name === 'shell:features') return this.features
    if (name === 'settings:read') return this.settings
    if (name === 'settings:write') return (this.settings = { ...this.settings, ...(payload as Partial<Settings>) })
    if (name === 'library:read') return this.state
    if (name === 'problems:read') return causesOf(missingScene, noNotes)
    return null
  }
}

/** Thrown by an answer to fail. */
export class Failed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export const fake = new FakeShell()

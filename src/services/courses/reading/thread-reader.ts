import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Deck } from '../../../contract/deck.ts'
import type { CoursePlace, CourseReader, ReadableCourse } from './course-reader.ts'
import type { CourseHead, CourseRest, LoadedCourse } from '../course.ts'
import {
  deckPart,
  keepDecks,
  type OpenedHead,
  type Part,
  type PartName,
  type Parts,
  type SentDeck,
  type SentRest,
} from './reading-messages.ts'
import { startThread, ThreadEnded, type ReadingThread, type ThreadOptions } from './reading-thread-handle.ts'

/** How many threads in a row may end over the same. */
const mostThreads = 4

/** What was sent, or what was sent before under that name. */
function taken<T>(parts: Parts, name: PartName, sent: Part<T>): T {
  if (sent !== null) parts.set(name, sent.now)
  return parts.get(name) as T
}

const takenDeck = (parts: Parts, { file, deck }: SentDeck): Deck => taken(parts, deckPart(file), deck)

function takenRest(parts: Parts, files: readonly string[], { decks, paths, glossary, problems }: SentRest): CourseRest {
  keepDecks(parts, files)
  return {
    decks: decks.map((deck) => (typeof deck === 'string' ? taken<Deck>(parts, deckPart(deck), null) : deck)),
    paths: taken(parts, 'paths', paths),
    glossary: taken(parts, 'glossary', glossary),
    problems: taken(parts, 'problems', problems),
  }
}

/**
 * Reads courses in a thread of its own, so that whatever is in them, nobody else has to wait. Where the thread ends over
 * a text, because it needs more memory than there is, another one goes on without that text.
 */
export function threadReader(options: ThreadOptions): CourseReader {
  /** The digests of texts that a thread ended over. */
  const withheld: string[] = []
  let thread: ReadingThread | null = null
  /** Reads here where no thread can be had at all. */
  let local: Promise<CourseReader> | null = null
  let isClosed = false
  /** Whether a thread has ever answered. */
  let hasAnswered = false

  const isUseless = ({ wasReading }: ThreadEnded): boolean => !wasReading && !hasAnswered
  const running = (): ReadingThread => {
    thread ??= startThread(options, (reading) => {
      thread = null
      if (reading !== null) withheld.push(reading)
    })
    return thread
  }

  /** Does something with the thread; where that ends over it, with the next one. */
  async function persistently<T>(work: (on: ReadingThread) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const on = running()
      try {
        const answer = await work(on)
        hasAnswered = true
        return answer
      } catch (error) {
        if (!(error instanceof ThreadEnded)) hasAnswered = true
        if (!(error instanceof ThreadEnded) || isClosed || isUseless(error) || tries === mostThreads) throw error
      }
    }
  }

  async function openInThread(place: CoursePlace, skimmedFrom: number): Promise<ReadableCourse> {
    const { folder } = place
    /** The thread that has the course open, and what it calls it. */
    let at: { readonly on: ReadingThread; readonly opened: number; readonly head: CourseHead } | null = null
    async function openOn(on: ReadingThread, from = Infinity): Promise<{ head: CourseHead; opened: OpenedHead }> {
      const opened = await on.ask('open', { place, skimmedFrom: from, withheld })
      const head = taken<CourseHead>(on.partsOf(folder), 'head', opened.head)
      at = { on, opened: opened.opened, head }
      return { head, opened }
    }
    let whole: LoadedCourse | null = null
    const openedOn = async (on: ReadingThread) => {
      if (at?.on !== on) await openOn(on)
      return at as NonNullable<typeof at>
    }

    const { head: first, opened: firstOpened } = await persistently((on) => openOn(on, skimmedFrom))
    return {
      skimmed: firstOpened.skimmed && { ...place, ...first, ...firstOpened.skimmed },
      deck: (ref) =>
        whole === null
          ? persistently(async (on) => {
              const sent = await on.ask('deck', { opened: (await openedOn(on)).opened, ref })
              return sent && takenDeck(on.partsOf(folder), sent)
            })
          : Promise.resolve(
              whole.decks.find((deck) => deck.ref.name === ref.name && deck.ref.lang === ref.lang) ?? null,
            ),
      load: (turn = nextTurn, signal) =>
        persistently(async (on) => {
          const { opened, head } = await openedOn(on)
          const parts = on.partsOf(folder)
          const files: string[] = []
          for (;;) {
            await turn()
            signal?.throwIfAborted()
            const { decks, rest } = await on.ask('more', { opened })
            for (const deck of decks) {
              files.push(deck.file)
              takenDeck(parts, deck)
            }
            if (rest === null) continue
            await on.ask('release', { opened })
            whole = { ...place, ...head, ...takenRest(parts, files, rest) }
            return whole
          }
        }),
    }
  }

  // It loads what it takes while nobody asks yet.
  running()
  return {
    async open(place, skimmedFrom) {
      if (local === null) {
        try {
          return await openInThread(place, skimmedFrom)
        } catch (error) {
          if (!(error instanceof ThreadEnded) || !isUseless(error)) throw error
          process.emitWarning(`Courses are read without a thread of their own: ${String(error.cause)}`)
          local ??= import('./local-reader.ts').then(({ localReader }) => localReader(options.bundledReadings))
        }
      }
      return (await local).open(place, skimmedFrom)
    },
    forget: (folder) => {
      void local?.then((reader) => reader.forget(folder))
      thread?.forget(folder)
      void thread?.ask('forget', { folder }).catch(() => undefined)
    },
    close: async () => {
      isClosed = true
      await thread?.end()
    },
  }
}

/** The thread that reads the courses of the library: what is slow there keeps nobody waiting who presents. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { Deck } from '../../../contract/deck.ts'
import { LecternError } from '../../../contract/failure.ts'
import { forgetCourse } from '../course-memo.ts'
import { inStretches } from './course-reader.ts'
import { openReadings, type DeckResult } from '../course-readings.ts'
import { openCourse, type OpenedCourse } from '../course.ts'
import {
  deckPart,
  type PartName,
  keepDecks,
  type Answered,
  type Asked,
  type Part,
  type Parts,
  type QuestionName,
  type Questions,
  type SentDeck,
  type SentRest,
  type ThreadSetting,
} from './reading-messages.ts'
import type { ReadingGuard } from './time-budget.ts'

const { bundledReadings, reading } = workerData as ThreadSetting
const readings = openReadings(bundledReadings)
const nowReading = new Uint8Array(reading)

/** A course that is being read. */
interface Open {
  readonly folder: string
  readonly course: OpenedCourse
  readonly parts: Parts
  readonly results: DeckResult[]
  readonly stretches: Iterator<DeckResult[], void>
}
/** What was sent of the course in a folder. */
const sent = new Map<string, Parts>()
const open = new Map<number, Open>()

/** A part of a course as it is sent: what was sent before is not sent again. */
function part<T>(parts: Parts, name: PartName, value: T): Part<T> {
  // Parts that were not read anew are the very same, so that little is compared.
  if (parts.has(name) && isDeepStrictEqual(parts.get(name), value)) return null
  parts.set(name, value)
  return { now: value }
}

const sentDeck = (parts: Parts, deck: Deck): SentDeck => ({
  file: deck.file,
  deck: part(parts, deckPart(deck.file), deck),
})

/** Lets whoever outlives this thread know what it was reading. */
function guardAgainst(withheld: readonly string[]): ReadingGuard {
  return {
    begin(text) {
      const digest = createHash('sha256').update(text).digest()
      if (withheld.includes(digest.toString('hex'))) return false
      nowReading.set(digest)
      return true
    },
    end: () => void nowReading.fill(0),
  }
}

/** Whatever was opened in the folder before. */
function closeOpen(folder: string): void {
  for (const [number, one] of open) if (one.folder === folder) open.delete(number)
}

function openOf(number: number): Open {
  const found = open.get(number)
  if (found === undefined) throw new Error('The course has been opened anew')
  return found
}

async function restOf({ course, parts, results }: Open): Promise<SentRest> {
  const { decks, paths, glossary, problems } = await course.rest(results)
  const asSent = new Set(results.map(({ deck }) => deck))
  keepDecks(
    parts,
    results.map(({ deck }) => deck.file),
  )
  return {
    decks: decks.map((deck) => (asSent.has(deck) ? deck.file : deck)),
    paths: part(parts, 'paths', paths),
    glossary: part(parts, 'glossary', glossary),
    problems: part(parts, 'problems', problems),
  }
}

const answers: {
  [N in QuestionName]: (
    ask: Questions[N]['ask'],
    number: number,
  ) => Questions[N]['answer'] | Promise<Questions[N]['answer']>
} = {
  async open({ place, skimmedFrom, withheld }, number) {
    const { folder } = place
    const course = await openCourse(folder, { ...place, readings: await readings, guard: guardAgainst(withheld) })
    closeOpen(folder)
    const parts = sent.get(folder) ?? new Map<PartName, unknown>()
    sent.set(folder, parts)
    open.set(number, { folder, course, parts, results: [], stretches: inStretches(course.decks()) })
    return {
      opened: number,
      head: part(parts, 'head', course.head),
      skimmed: course.isUnknownBeyond(skimmedFrom) ? course.skim() : null,
    }
  },
  deck({ opened, ref }) {
    const { course, parts } = openOf(opened)
    const deck = course.deck(ref)
    return deck === null ? null : sentDeck(parts, deck)
  },
  async more({ opened }) {
    const one = openOf(opened)
    const { value: stretch } = one.stretches.next()
    one.results.push(...(stretch ?? []))
    const decks = (stretch ?? []).map(({ deck }) => sentDeck(one.parts, deck))
    return { decks, rest: stretch ? null : await restOf(one) }
  },
  release({ opened }) {
    open.delete(opened)
    return null
  },
  forget({ folder }) {
    closeOpen(folder)
    sent.delete(folder)
    forgetCourse(folder)
    return null
  },
}

async function answer<N extends QuestionName>({ number, name, ask }: Asked<N>): Promise<Answered> {
  try {
    return { number, answer: await answers[name](ask, number) }
  } catch (error) {
    return error instanceof LecternError ? { number, failure: error.failure } : { number, error }
  }
}

parentPort?.on('message', (asked: Asked) => void answer(asked).then((answered) => parentPort?.postMessage(answered)))

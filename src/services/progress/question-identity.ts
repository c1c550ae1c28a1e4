import { join } from 'node:path'
import * as v from 'valibot'
import type { Lang, Question } from '../../contract/deck.ts'
import type { ReviewBody, ReviewEvent } from '../../contract/review.ts'
import { courseOf, questionOf } from '../../core/review/card-id.ts'
import { plain, rematch, type CardPrints, type Fingerprint } from '../../core/review/rematch.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { openStore, type StoreOptions } from '../disk/json-store.ts'
import type { KeptAside } from '../disk/kept-aside.ts'
import type { AskedQuestions } from './course-prints.ts'

const fingerprintSchema = v.looseObject({ path: v.array(v.string()), text: v.string(), points: v.array(v.string()) })
const entrySchema = v.looseObject({
  ko: v.exactOptional(fingerprintSchema),
  en: v.exactOptional(fingerprintSchema),
  /** The card that it is now, where it got another id. */
  now: v.exactOptional(v.string()),
})
type Entry = v.InferOutput<typeof entrySchema>
const cardsSchema = v.record(v.string(), entrySchema)

/** The questions of a course as they are now. */
export interface CourseQuestions {
  /** The course's key, as in card ids. */
  readonly course: string
  readonly questions: AskedQuestions
}

export interface Records {
  events(): readonly ReviewEvent[]
  append(body: ReviewBody): Promise<ReviewEvent>
}

/** What every question was like that was ever met: so that one whose id changed is found again. */
export interface QuestionIdentity {
  readonly keptAside: KeptAside | null
  /**
   * Takes note of a course as it is, and records an `alias` event for each question that only got another id. What
   * vanished stays in the index. Resolves with how many were found; rejects with a `LecternError` where the events cannot
   * be written (then all is found again the next time).
   */
  meet(course: CourseQuestions, log: Records): Promise<number>
  /** The keys of all courses that were ever met. */
  courses(): readonly string[]
  /** The texts, as `plain` gives them, that the questions of a course had last, by question. */
  textsOf(course: string): ReadonlyMap<string, readonly string[]>
  /** Adds the cards of another index that this one does not know; what is no index is left alone. */
  add(text: string): Promise<void>
}

const fingerprintOf = ({ text, keyPoints }: Question, path: readonly string[]): Fingerprint => ({
  path: path.map(plain),
  text: plain(text),
  points: keyPoints.map((point) => plain(point.text)),
})

function printsOf({ course, questions }: CourseQuestions): readonly CardPrints[] {
  const prints = new Map<string, Partial<Record<Lang, Fingerprint>>>()
  for (const lang of ['ko', 'en'] as const)
    for (const { question, path } of questions[lang] ?? []) {
      const card = `${course}/${question.id}`
      prints.set(card, { ...prints.get(card), [lang]: fingerprintOf(question, path) })
    }
  return [...prints].map(([card, own]) => ({ card, prints: own }))
}

/** Opens the index `identity.json`. Never rejects: a damaged one is kept aside and begins anew. */
export async function openQuestionIdentity(
  folder: string,
  setting: Pick<StoreOptions<never>, 'now' | 'open' | 'readOnly'>,
): Promise<QuestionIdentity> {
  const file = join(folder, 'identity.json')
  const store = await openStore({ ...setting, file, schemas: { cards: cardsSchema }, initial: { cards: {} } })
  const inTurn = makeInTurn()

  const change = async (cards: Readonly<Record<string, Entry>>): Promise<void> => {
    if (JSON.stringify(cards) === JSON.stringify(store.read().cards)) return
    // An index that cannot be written is made again from the course at the next start.
    await store.change({ cards }).catch(() => undefined)
  }

  async function meet(course: CourseQuestions, log: Records): Promise<number> {
    const { cards } = store.read()
    const present = printsOf(course)
    // A course that cannot be read at present has not lost its questions.
    if (present.length === 0) return 0
    const known = Object.entries(cards)
      .filter(([card, entry]) => card.startsWith(`${course.course}/`) && entry.now === undefined)
      .map(([card, { ko, en }]): CardPrints => ({ card, prints: { ...(ko && { ko }), ...(en && { en }) } }))
    const aliases = rematch(known, present)
    const recorded = new Set(log.events().map((event) => (event.type === 'alias' ? `${event.from}\n${event.to}` : '')))
    for (const { from, to } of aliases)
      if (!recorded.has(`${from}\n${to}`)) await log.append({ type: 'alias', from, to })
    const next: Record<string, Entry> = { ...cards }
    for (const { from, to } of aliases) next[from] = { ...next[from], now: to }
    for (const { card, prints } of present) {
      const entry: Entry = { ...next[card], ...structuredClone(prints as Pick<Entry, 'ko' | 'en'>) }
      // A card that is back is itself again.
      delete entry.now
      next[card] = entry
    }
    await change(next)
    return aliases.length
  }

  return {
    keptAside: store.keptAside,
    courses: () => [...new Set(Object.keys(store.read().cards).map(courseOf))],
    textsOf: (course) =>
      new Map(
        Object.entries(store.read().cards)
          .filter(([card]) => courseOf(card) === course)
          .map(([card, { ko, en }]) => [questionOf(card), [ko, en].flatMap((print) => print?.text ?? [])]),
      ),
    meet: (course, log) => inTurn(() => meet(course, log)),
    add: (text) =>
      inTurn(async () => {
        try {
          const other = v.parse(v.looseObject({ cards: cardsSchema }), JSON.parse(text))
          await change({ ...other.cards, ...store.read().cards })
        } catch {
          // Only the events of an archive are needed; without its index, nothing is matched by it.
        }
      }),
  }
}

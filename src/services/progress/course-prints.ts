import { createHash } from 'node:crypto'
import type { Lang, Question, Slide } from '../../contract/deck.ts'
import { writtenSlides } from '../../core/deck/written-slides.ts'
import { plain } from '../../core/review/rematch.ts'

/** The questions of a course as they are now, each with the headings above it. */
export type AskedQuestions = Readonly<
  Partial<Record<Lang, readonly { readonly question: Question; readonly path: readonly string[] }[]>>
>

/**
 * What a course is recognised by where it has no `id`: hashes in order, so that of a large course those that come first
 * stand for all (a bottom-k sketch: Cohen and Kaplan, 2007).
 */
export interface CoursePrints {
  /** Of the texts of its questions. */
  readonly asked: readonly string[]
  /** Of its decks and their slides. */
  readonly shown: readonly string[]
}

/** So many hashes of a course are kept; what few courses with more have in common is estimated from these. */
const mostPrints = 400

const printOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)

const sketch = (prints: Iterable<string>): readonly string[] => [...new Set(prints)].sort().slice(0, mostPrints)

/** The prints of questions by their texts, as `plain` gives them. */
export const askedPrints = (texts: readonly string[]): readonly string[] =>
  sketch(texts.filter((text) => text !== '').map((text) => printOf('question', text)))

export interface ShownDeck {
  readonly ref: { readonly name: string }
  readonly title: string
  readonly slides: readonly Pick<Slide, 'id' | 'isMade'>[]
}

/** What a course is recognised by. Of a deck only its titles and the ids of its slides, which are known before it is read. */
export function coursePrints(questions: AskedQuestions, decks: readonly ShownDeck[]): CoursePrints {
  const texts = [...(questions.ko ?? []), ...(questions.en ?? [])].map(({ question }) => plain(question.text))
  const shown = decks.flatMap(({ ref, title, slides }) => [
    printOf('deck', plain(title)),
    ...writtenSlides(slides).map(({ id }) => printOf('slide', ref.name, id)),
  ])
  return { asked: askedPrints(texts), shown: sketch(shown) }
}

export const hasPrints = ({ asked, shown }: CoursePrints): boolean => asked.length + shown.length > 0

interface Common {
  readonly both: number
  readonly least: number
  readonly all: number
}

/** What two sketches have in common, of what both can know of. */
function common(a: readonly string[], b: readonly string[]): Common {
  const ends = [a, b].flatMap((list) => (list.length === mostPrints ? (list.at(-1) ?? []) : []))
  const within = (list: readonly string[]) => list.filter((print) => ends.every((end) => print <= end))
  const [one, other] = [within(a), new Set(within(b))]
  const both = one.filter((print) => other.has(print)).length
  return { both, least: Math.min(one.length, other.size), all: one.length + other.size - both }
}

/** Two courses are told by their questions; where one has none, by their decks. */
const told = (a: CoursePrints, b: CoursePrints): Common =>
  a.asked.length > 0 && b.asked.length > 0 ? common(a.asked, b.asked) : common(a.shown, b.shown)

/** The share, 0 to 1, of the smaller of two courses that the other has too. */
export function shareInBoth(a: CoursePrints, b: CoursePrints): number {
  const { both, least } = told(a, b)
  return least === 0 ? 0 : both / least
}

/** Whether one of two courses may be the other one, moved: at least half of the smaller is in the other. */
export const mayBeMoved = (a: CoursePrints, b: CoursePrints): boolean => shareInBoth(a, b) >= 0.5

/** Whether one of two courses may be a copy of the other: at least a third of all that they have is in both. */
export function mayBeCopy(a: CoursePrints, b: CoursePrints): boolean {
  const { both, all } = told(a, b)
  return all > 0 && both / all >= 1 / 3
}

/** Whether what is in a folder is still, by its prints, the course that was there: a tenth of its questions, or nearly all of its decks. */
export const mayBeStill = (a: CoursePrints, b: CoursePrints): boolean => {
  if (!hasPrints(a) || !hasPrints(b)) return true
  const { both, least } = common(a.shown, b.shown)
  return shareInBoth(a, b) >= 0.1 || (least > 0 && both / least >= 0.8)
}

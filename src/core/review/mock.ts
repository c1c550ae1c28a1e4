import type { MockReport } from '../../contract/review-view.ts'
import type { MockAnswer } from '../../contract/review.ts'
import type { CourseCard, CourseCards } from './course-cards.ts'
import type { Day } from './day.ts'
import { weaknessOf } from './due.ts'
import { cardOf, type Progress } from './progress.ts'
import { shareOf } from './suggest.ts'
import { restTopic, topicOf } from './topic-cards.ts'

export interface MockSetting {
  readonly course: CourseCards
  readonly progress: Progress
  readonly today: Day
  /** The topics to ask about, by the deck that a question belongs to; empty for all. */
  readonly topics: readonly string[]
  readonly count: 5 | 10
  /** The same seed plans the same interview. */
  readonly seed: number
}

/** Follow-ups that may hang on one question of the plan. */
const deepest = 3
/** What the strongest card weighs, so that it may be asked as well. */
const lightest = 0.1

/** Numbers from 0 to 1 out of a seed (mulberry32 by Tommy Ettinger, public domain). */
function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * The questions of a mock interview, in the order of the course: drawn without return, each with a chance that grows
 * with its weakness (Efraimidis and Spirakis 2006). Cards taken out of reviewing are not asked.
 */
export function planMock({ course, progress, today, topics, count, seed }: MockSetting): readonly string[] {
  const random = randomOf(seed)
  const drawn = course.cards
    .filter((card) => topics.length === 0 || topics.includes(topicOf(card)))
    .map(({ card }) => ({ card, state: cardOf(progress, card) }))
    .filter(({ state }) => !state.suspended)
    .map(({ card, state }) => ({ card, lot: random() ** (1 / (lightest + weaknessOf(state, today))) }))
    .sort((a, b) => b.lot - a.lot)
    .slice(0, count)
  const chosen = new Set(drawn.map(({ card }) => card))
  return course.cards.flatMap(({ card }) => (chosen.has(card) ? [card] : []))
}

/**
 * The question that may follow `card` in an interview: the first that it names and that was not asked and is not
 * `planned`. Null at the end of a chain: three deep, or nothing left to follow. `asked`: in order, `card` among them.
 */
export function followUpOf(
  cards: readonly CourseCard[],
  card: string,
  asked: readonly Pick<MockAnswer, 'card' | 'after'>[],
  planned: readonly string[] = [],
): string | null {
  const after = new Map(asked.map((one) => [one.card, one.after]))
  let depth = 0
  for (let at = after.get(card) ?? null; at !== null && depth < deepest; at = after.get(at) ?? null) depth += 1
  if (depth >= deepest) return null
  const inCourse = new Map(cards.map((one) => [one.card, one]))
  const isFree = (id: string): boolean => inCourse.has(id) && !after.has(id) && !planned.includes(id) && id !== card
  return inCourse.get(card)?.followups.find(isFree) ?? null
}

/** How many follow-ups may hang on a question, one on the other. */
export function chainFrom(
  cards: ReadonlyMap<string, CourseCard>,
  card: string,
  before: readonly string[] = [],
): number {
  if (before.length === deepest) return 0
  const way = [...before, card]
  const next = (cards.get(card)?.followups ?? []).filter((id) => cards.has(id) && !way.includes(id))
  return Math.max(0, ...next.map((id) => 1 + chainFrom(cards, id, way)))
}

/** How many follow-ups an interview of `count` questions may have at most. `chains`: of each question that it may draw. */
export function mostFollowUps(chains: readonly number[], count: number, cards: number): number {
  const longest = chains.toSorted((a, b) => b - a).slice(0, count)
  const sum = longest.reduce((all, one) => all + one, 0)
  // Nothing is asked twice.
  return Math.min(sum, cards - longest.length)
}

const indexesOf = (points: MockAnswer['points'], wanted: MockAnswer['points'][number]): readonly number[] =>
  points.flatMap((mark, index) => (mark === wanted ? [index] : []))

/** The mean of those that are known; null without any. */
export function meanScore(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null)
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length
}

/** What an interview showed. Topics come in the order of the course; they add up to the questions that the course still has. */
export function mockReport(cards: readonly CourseCard[], answers: readonly MockAnswer[]): MockReport {
  const topicFor = new Map(cards.map((card) => [card.card, topicOf(card)]))
  const questions = answers.map(({ card, after, points, ms, hints }) => ({
    card,
    after,
    score: shareOf(points),
    ms,
    hints,
    missed: indexesOf(points, 'miss'),
    halves: indexesOf(points, 'half'),
  }))
  const topics = [...new Set([...cards.flatMap((card) => card.topics), restTopic])].flatMap((topic) => {
    const own = questions.filter(({ card }) => topicFor.get(card) === topic)
    return own.length > 0 ? [{ topic, score: meanScore(own.map(({ score }) => score)), questions: own.length }] : []
  })
  return {
    ms: answers.reduce((sum, { ms }) => sum + ms, 0),
    score: meanScore(questions.map(({ score }) => score)),
    questions,
    topics,
  }
}

import { langs, type EmblemName, type Lang, type Question } from '../../contract/deck.ts'
import type { MockQuestion, ReviewStatistics } from '../../contract/review-view.ts'
import { questionsIn } from '../../core/deck/questions-in.ts'
import { courseCards, questionOf, targetMsOf, type CourseCards } from '../../core/review/index.ts'
import type { LoadedCourse } from '../courses/course.ts'

/** A course as reviewing sees it, in one language: a question that only another one has is asked in that. */
export interface ReviewCourse {
  readonly loaded: LoadedCourse
  readonly lang: Lang
  readonly cards: CourseCards
  /** The question of a card; null where the course has it no more. */
  question(card: string): Question | null
  /** The titles of its decks, by name. */
  readonly titles: Readonly<Record<string, string>>
  /** The names of their pictures, by name. */
  readonly emblems: Readonly<Record<string, EmblemName>>
}

/** All languages, the wanted one first. */
export const firstOf = (lang: Lang): readonly Lang[] => [lang, ...langs.filter((other) => other !== lang)]

/** @param key the course's key in the log */
export function reviewCourse(loaded: LoadedCourse, lang: Lang, key: string): ReviewCourse {
  const byId = new Map(questionsIn(loaded.questions, lang).map((question) => [question.id, question]))
  const decks = firstOf(lang).flatMap((one) => loaded.decks.filter(({ ref }) => ref.lang === one))
  const named = new Map<string, (typeof decks)[number]>()
  for (const deck of decks) if (!named.has(deck.ref.name)) named.set(deck.ref.name, deck)
  // In the order of the course, which its decks are in.
  const order = new Set(loaded.decks.map(({ ref }) => ref.name))
  const asking = [...order].flatMap((name) => {
    const deck = named.get(name)
    return deck ? [{ name, slides: deck.slides }] : []
  })
  return {
    loaded,
    lang,
    cards: courseCards(key, [...byId.values()], asking),
    question: (card) => byId.get(questionOf(card)) ?? null,
    titles: Object.fromEntries([...named].map(([name, deck]) => [name, deck.title])),
    emblems: Object.fromEntries([...named].map(([name, deck]) => [name, deck.emblem])),
  }
}

/** Whether a card is one of the course's. */
export const hasCard = ({ cards }: ReviewCourse, card: string): boolean => cards.cards.some((one) => one.card === card)

/** The words for cards and topics that are known by their ids. */
export function wordsOf(course: ReviewCourse): Pick<ReviewStatistics, 'titles' | 'questions'> {
  const questions = course.cards.cards.flatMap(({ card }) => {
    const question = course.question(card)
    return question
      ? [[card, { text: question.text, points: question.keyPoints.map(({ text }) => text) }] as const]
      : []
  })
  return { titles: course.titles, questions: Object.fromEntries(questions) }
}

export function mockQuestion(course: ReviewCourse, card: string, after: string | null): MockQuestion | null {
  const question = course.question(card)
  return question && { card, after, question, targetMs: targetMsOf(question.keyPoints.length) }
}

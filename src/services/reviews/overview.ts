import type { ReviewOverview, ReviewStatistics } from '../../contract/review-view.ts'
import {
  cardOf,
  chainFrom,
  dayCounts,
  dueDay,
  isDue,
  isWeak,
  masteryOf,
  median,
  paramsOf,
  restTopic,
  statisticsOf,
  streakOn,
  topicOf,
} from '../../core/review/index.ts'
import { wordsOf, type ReviewCourse } from './review-course.ts'
import type { ReviewHistory } from './review-history.ts'
import { undoOf } from './review-session.ts'

/** The next day on which something of the course is due, and how much. */
function nextDue(history: ReviewHistory, { cards }: ReviewCourse): ReviewOverview['nextDue'] {
  const progress = history.progress()
  const today = history.today()
  const params = paramsOf(progress, cards.course)
  const days = cards.cards.flatMap(({ card }) => {
    const state = cardOf(progress, card)
    const day = state.suspended ? null : dueDay(state, today, params)
    return day !== null && day > today ? [day] : []
  })
  const [first] = days.sort()
  return first === undefined ? null : { day: first, cards: days.filter((day) => day === first).length }
}

/** Where a course stands today. */
export function overviewOf(history: ReviewHistory, course: ReviewCourse): ReviewOverview {
  const progress = history.progress()
  const today = history.today()
  const { cards } = course
  const params = paramsOf(progress, cards.course)
  const byId = new Map(cards.cards.map((card) => [card.card, card]))
  const topics = [...Object.keys(course.titles), restTopic].flatMap((name) => {
    const belonging = cards.cards.filter((card) => topicOf(card) === name)
    if (belonging.length === 0) return []
    const own = belonging.map(({ card }) => cardOf(progress, card))
    const { known, learning } = masteryOf(name, own, today)
    return [
      {
        name,
        title: course.titles[name] ?? null,
        emblem: course.emblems[name] ?? 'sheet',
        cards: own.length,
        known,
        learning,
        due: own.filter((state) => isDue(state, today, params)).length,
        new: own.filter((state) => state.memory === null && !state.suspended).length,
        chains: belonging.map(({ card }) => chainFrom(byId, card)),
      },
    ]
  })
  const times = cards.cards.flatMap(({ card }) => cardOf(progress, card).times.filter((ms) => ms > 0))
  return {
    course: course.loaded.id,
    title: course.loaded.title,
    lang: course.lang,
    at: history.moment().at,
    day: today,
    cards: cards.cards.length,
    counts: dayCounts(progress, cards, today),
    streak: streakOn(progress, cards, today),
    nextDue: nextDue(history, course),
    topics,
    params,
    general: paramsOf(progress, null),
    usualMs: times.length > 0 ? median(times) : null,
    weak: cards.cards.filter(({ card }) => isWeak(cardOf(progress, card), today, params)).length,
    undo: undoOf(history, course),
    notices: history.files.notices().map(({ message }) => message),
  }
}

/** The statistics of a course with the words that go with them. */
export function statisticsWithWords(history: ReviewHistory, course: ReviewCourse): ReviewStatistics {
  return { statistics: statisticsOf(history.progress(), course.cards, history.today()), ...wordsOf(course) }
}

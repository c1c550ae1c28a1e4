import type { ReviewOverview, ReviewStatistics } from '../../../src/contract/review-view.ts'
import { addDays } from '../../../src/core/review/index.ts'

export const today = '2026-11-24'

/** Statistics of half a year: a busy person with three decks. */
export function statisticsOf(change: Partial<ReviewStatistics['statistics']> = {}): ReviewStatistics {
  const days = Array.from({ length: 182 }, (_, index) => {
    const reviews = (index * 7) % 5 === 0 ? 0 : (index * 13) % 17
    return { day: addDays(today, index - 181), reviews, ms: reviews * 41_000, mock: 0 }
  })
  return {
    statistics: {
      today: { due: 12, new: 3, done: 7, limits: { due: 60, new: 10 }, gentle: false },
      streak: 9,
      days: [...days.slice(0, -1), { day: today, reviews: 7, ms: 300_000, mock: 0 }],
      mastery: [
        { topic: null, cards: 40, held: 15, known: 11, learning: 9, new: 20 },
        { topic: '01-vm', cards: 12, held: 8, known: 6, learning: 4, new: 2 },
        { topic: '02-isolation', cards: 14, held: 7, known: 5, learning: 5, new: 4 },
        { topic: '03-security', cards: 14, held: 0, known: 0, learning: 0, new: 14 },
      ],
      forecast: Array.from({ length: 14 }, (_, index) => ({ day: addDays(today, index), cards: (index * 5) % 9 })),
      mock: null,
      missedPoints: [
        { card: 'docker/q1', index: 1, misses: 3, halves: 1, of: 4 },
        { card: 'docker/q2', index: 0, misses: 1, halves: 0, of: 4 },
        { card: 'docker/gone', index: 0, misses: 1, halves: 0, of: 1 },
      ],
      cards: [
        { card: 'docker/q1', answers: 4, medianMs: 45_000 },
        { card: 'docker/q2', answers: 2, medianMs: 130_000 },
      ],
      ...change,
    },
    titles: { '01-vm': '도커와 VM', '02-isolation': '격리의 원리', '03-security': '컨테이너 보안' },
    questions: {
      'docker/q1': {
        text: '컨테이너를 삭제하면 데이터는 어떻게 되나요?',
        points: ['쓰기 층의 데이터는 함께 사라진다', '볼륨에 둔 데이터는 남는다'],
      },
      'docker/q2': { text: '컨테이너와 VM은 무엇이 다른가요?', points: ['커널을 함께 쓴다', '빨리 뜬다'] },
    },
  }
}

/** What someone sees who has answered nothing yet. */
export const ofNewPerson = (): ReviewStatistics =>
  statisticsOf({
    streak: 0,
    today: { due: 0, new: 10, done: 0, limits: { due: 60, new: 10 }, gentle: false },
    days: statisticsOf().statistics.days.map(({ day }) => ({ day, reviews: 0, ms: 0, mock: 0 })),
    mastery: [
      { topic: null, cards: 26, held: 0, known: 0, learning: 0, new: 26 },
      { topic: '01-vm', cards: 26, held: 0, known: 0, learning: 0, new: 26 },
    ],
    missedPoints: [],
    cards: [],
  })

export function overviewOf(change: Partial<ReviewOverview> = {}): ReviewOverview {
  return {
    course: 'docker',
    title: { ko: '도커', en: 'Docker' },
    lang: 'ko',
    at: Date.parse(`${today}T09:00:00Z`),
    day: today,
    cards: 40,
    usualMs: null,
    weak: 3,
    counts: { due: 12, new: 3, done: 7, limits: { due: 60, new: 10 }, gentle: false },
    streak: 9,
    nextDue: null,
    topics: [],
    params: { newPerDay: 20, duePerDay: 60, retention: 0.9, interview: null },
    general: { newPerDay: 10, duePerDay: 60, retention: 0.9, interview: null },
    undo: null,
    notices: [],
    ...change,
  }
}

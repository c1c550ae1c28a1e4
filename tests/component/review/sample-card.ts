import type { ReviewCard } from '../../../src/contract/review.ts'

/** A card under review with these key points, the first of which must be said. */
export const reviewCard = (
  points: readonly string[],
  id = 'docker/q-a',
  change: Partial<ReviewCard> = {},
): ReviewCard => ({
  card: id,
  question: {
    id,
    line: 1,
    text: `${id}?`,
    titleHtml: `${id}?`,
    level: null,
    oneLineHtml: '',
    answerHtml: '',
    keyPoints: points.map((text, index) => ({ html: text, text, core: index === 0 })),
    mistakes: [],
    sources: [],
    followups: [],
    picture: { scene: 'vm-vs-container', step: 'VC-5' },
  },
  topic: null,
  isNew: false,
  reviews: 5,
  lastMissed: [],
  after: null,
  intervals: { again: 1, hard: 2, good: 5, easy: 9 },
  targetMs: 20_000,
  retrievability: 0.9,
  ...change,
})

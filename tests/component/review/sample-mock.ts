import type { MockQuestion, MockResult, ReviewTopic } from '../../../src/contract/review-view.ts'
import type { MockAnswer } from '../../../src/contract/review.ts'
import { courseCards, mockReport } from '../../../src/core/review/index.ts'

/** A question with key points `첫 포인트 NAME`, … */
export function mockQuestion(name: string, points = 2, after: string | null = null): MockQuestion {
  const ordinals = ['첫', '둘째', '셋째', '넷째']
  return {
    card: `docker/${name}`,
    after: after === null ? null : `docker/${after}`,
    targetMs: 30_000 + 15_000 * points,
    question: {
      id: name,
      line: 1,
      text: `${name} 질문인가요?`,
      titleHtml: `${name} <code>질문</code>인가요?`,
      level: null,
      oneLineHtml: '',
      answerHtml: `<p>${name}의 답변이에요.</p>`,
      keyPoints: Array.from({ length: points }, (_, at) => {
        const text = `${ordinals[at]} 포인트 ${name} 설명`
        return { html: text, text, core: at === 0 }
      }),
      mistakes: [],
      sources: [],
      followups: [],
      picture: null,
    },
  }
}

const topic = { emblem: 'sheet', known: 0, learning: 0 } as const
export const topics: readonly ReviewTopic[] = [
  { ...topic, name: '01-vm', title: '도커와 VM', cards: 6, due: 1, new: 2, chains: [3, 2, 1, 0, 0, 0] },
  {
    ...topic,
    name: '02-image',
    title: '이미지와 컨테이너',
    cards: 9,
    due: 0,
    new: 9,
    chains: [3, 1, 0, 0, 0, 0, 0, 0, 0],
  },
  { ...topic, name: '03-empty', title: '질문 없는 덱', cards: 0, due: 0, new: 0, chains: [] },
]

const known = [mockQuestion('하나'), mockQuestion('둘', 3), mockQuestion('셋', 0), mockQuestion('꼬리', 1)]
const cards = courseCards(
  'docker',
  known.map(({ question }) => question),
  [
    { name: '01-vm', slides: [{ id: 'a', asks: ['하나', '꼬리'] }] },
    { name: '02-image', slides: [{ id: 'b', asks: ['둘', '셋'] }] },
  ],
)

/** An interview as the shell answers it. */
export function mockResult(id: string, kind: MockResult['kind'], answers: readonly MockAnswer[], at = 0): MockResult {
  return {
    id,
    at,
    kind,
    answers,
    report: mockReport(cards.cards, answers),
    titles: Object.fromEntries(topics.map(({ name, title }) => [name, title ?? name])),
    questions: Object.fromEntries(
      known.map(({ card, question }) => [card, { text: question.text, points: question.keyPoints.map((p) => p.text) }]),
    ),
    adopted: false,
  }
}

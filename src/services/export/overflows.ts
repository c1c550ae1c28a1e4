import type { Deck, Problem, Text } from '../../contract/deck.ts'
import type { Overflow, SlidePart } from '../../contract/print.ts'
import { problemsInOrder, problem } from '../../core/deck/problem-report.ts'

/** What is said of each part of a slide that is cut. */
export const slideParts: Readonly<Record<SlidePart, Text>> = {
  top: { ko: '맨 위 줄이', en: 'the line at the top overflows' },
  title: { ko: '제목이', en: 'the title overflows' },
  body: { ko: '본문이', en: 'the body overflows' },
  question: { ko: '먼저 묻는 말이', en: 'what is asked first overflows' },
  caption: { ko: '캡션이', en: 'the caption overflows' },
  foot: { ko: '맨 아래 줄이', en: 'the line at the bottom overflows' },
  slide: { ko: '내용이 슬라이드', en: 'something leaves the slide' },
}

/** Tells each part of a slide that overflows once, with all its steps, at the line where the slide begins. */
export function overflowProblems(deck: Deck, overflows: readonly Overflow[]): Problem[] {
  const grouped = Map.groupBy(overflows, ({ slide, part }) => `${slide} ${part}`)
  const problems = [...grouped.values()].flatMap((same) => {
    const [first] = same
    const slide = deck.slides.find(({ id }) => id === first?.slide)
    if (first === undefined || slide === undefined) return []
    const steps = [...new Set(same.map(({ step }) => step))].join(', ')
    const by = Math.max(...same.map((one) => one.by))
    return [
      problem(deck.file, { line: slide.line, column: 1 }, 'overflow', slide.id, slideParts[first.part], steps, by),
    ]
  })
  return problemsInOrder(problems)
}

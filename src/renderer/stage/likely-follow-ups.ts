import type { Question, Slide } from '../../contract/deck.ts'

/** A question that is likely to come next, and the slide that answers it. */
export interface FollowUp {
  readonly question: Question
  readonly slide: Slide | null
}

/** As many as there are digit keys. */
const most = 9

/** The questions that a slide answers, in the order in which it names them. */
export function askedBy(slide: Slide, questions: readonly Question[]): Question[] {
  const asked = slide.question ? [slide.question] : []
  for (const id of slide.asks) {
    const question = questions.find((each) => each.id === id)
    if (question && !asked.some((each) => each.id === id)) asked.push(question)
  }
  return asked
}

/** The likely follow-ups of a slide's questions, without those that it answers itself. */
export function likelyFollowUps(slide: Slide, questions: readonly Question[], slides: readonly Slide[]): FollowUp[] {
  const asked = askedBy(slide, questions)
  const ids = new Set(asked.flatMap(({ followups }) => followups))
  for (const { id } of asked) ids.delete(id)
  return [...ids]
    .flatMap((id) => questions.find((question) => question.id === id) ?? [])
    .slice(0, most)
    .map((question) => ({
      question,
      slide: slides.find((each) => each.question?.id === question.id || each.asks.includes(question.id)) ?? null,
    }))
}

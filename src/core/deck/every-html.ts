import type { Question, Slide } from '../../contract/deck.ts'

/** A question with each of its texts made anew from what it was. */
export const questionWith = (question: Question, html: (written: string) => string): Question => ({
  ...question,
  titleHtml: html(question.titleHtml),
  oneLineHtml: html(question.oneLineHtml),
  answerHtml: html(question.answerHtml),
  keyPoints: question.keyPoints.map((point) => ({ ...point, html: html(point.html) })),
  mistakes: question.mistakes.map(html),
  sources: question.sources.map(html),
})

/** A slide with each of its texts made anew from what it was, those of its question too. */
export const slideWith = (slide: Slide, html: (written: string) => string): Slide => ({
  ...slide,
  titleHtml: html(slide.titleHtml),
  html: html(slide.html),
  notes: slide.notes.map((note) => ({ ...note, html: html(note.html) })),
  question: slide.question && questionWith(slide.question, html),
})

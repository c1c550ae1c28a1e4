/** The name of a card: `COURSE/QUESTION`. */
export function cardIdOf(course: string, question: string): string {
  return `${course}/${question}`
}

/** The course's key in a card's id. */
export function courseOf(card: string): string {
  return card.slice(0, card.indexOf('/'))
}

/** The question's id in a card's id. */
export function questionOf(card: string): string {
  return card.slice(card.indexOf('/') + 1)
}

import type { Slide } from '../../contract/deck.ts'

/** A part of a deck as its sections list it. */
export interface Section {
  readonly id: string
  /** What it is called in a few words. */
  readonly label: string
}

/** More words than that do not stand under a rule. */
const longestLabel = 24

/** The one short paragraph that a section's body is, as text; null where it is anything else. */
function labelIn(html: string): string | null {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
  const [only, ...others] = content.children
  if (only?.localName !== 'p' || others.length > 0) return null
  const text = only.textContent.trim()
  return text.length <= longestLabel ? text : null
}

/** The sections among slides in order, each called by the few words below its heading, or else by the heading. */
export const sectionsOf = (slides: readonly Slide[]): Section[] =>
  slides
    .filter(({ layout }) => layout === 'section')
    .map(({ id, title, html }) => ({ id, label: labelIn(html) ?? title }))

/** Whether the list of sections says what the body of this one says. */
export const isListed = (slide: Slide): boolean => labelIn(slide.html) !== null

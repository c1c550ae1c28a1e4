import type { DeckRef, GlossaryTerm } from '../../contract/deck.ts'
import { markTerms } from '../../core/deck/mark-terms.ts'
import { shell } from '../shell.ts'

/** Where the shell serves the pictures of a course's folder. */
export const imageBaseOf = ({ course }: DeckRef): string => `${shell.ownBase}course/${encodeURIComponent(course)}/`

/**
 * The body of a slide made ready for a window: images are looked for in the course's folder, as their paths are meant;
 * a frame with its name stands for one that is not there, and a corner of a table where nothing is written is no heading.
 * @param glossary terms to mark at their first place
 */
export function slideHtml(html: string, imageBase: string, glossary: readonly GlossaryTerm[] = []): string {
  return markTerms(inPlace(html, imageBase), glossary)
}

function inPlace(html: string, imageBase: string): string {
  if (!/<img|<th/.test(html)) return html
  const template = document.createElement('template')
  template.innerHTML = html
  for (const image of template.content.querySelectorAll('img')) {
    const path = image.getAttribute('src')
    if (path) image.setAttribute('src', imageBase + path)
    else image.replaceWith(frameOf(image))
  }
  for (const heading of template.content.querySelectorAll('th:empty')) heading.replaceWith(document.createElement('td'))
  return template.innerHTML
}

/** What stands in the place of an image that cannot be shown: what it shows, and what it is called. */
function frameOf(image: HTMLImageElement): HTMLElement {
  const said = [image.alt, image.dataset['missing'] ?? ''].filter((text) => text !== '')
  const frame = document.createElement('span')
  frame.dataset['frame'] = ''
  frame.role = 'img'
  frame.ariaLabel = said.join(', ')
  for (const text of said) frame.append(Object.assign(document.createElement('span'), { textContent: text }))
  const from = image.dataset['from']
  if (from !== undefined) frame.dataset['from'] = from
  return frame
}

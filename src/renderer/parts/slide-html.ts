import type { DeckRef } from '../../contract/deck.ts'

/** Where both shells serve the pictures of a course's folder. */
export const imageBaseOf = ({ course }: DeckRef): string => `/course/${encodeURIComponent(course)}/`

/**
 * The body of a slide made ready for a window: images are looked for in the course's folder, as their paths are meant,
 * and a corner of a table where nothing is written is no heading.
 */
export function slideHtml(html: string, imageBase: string): string {
  if (!/<img|<th/.test(html)) return html
  const template = document.createElement('template')
  template.innerHTML = html
  for (const image of template.content.querySelectorAll('img')) {
    const path = image.getAttribute('src')
    if (path) image.setAttribute('src', imageBase + path)
  }
  for (const heading of template.content.querySelectorAll('th:empty')) heading.replaceWith(document.createElement('td'))
  return template.innerHTML
}

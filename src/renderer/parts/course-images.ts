import type { DeckRef } from '../../contract/deck.ts'

/** Where both shells serve the pictures of a course's folder. */
export const imageBaseOf = ({ course }: DeckRef): string => `/course/${encodeURIComponent(course)}/`

/** The HTML with every image looked for in the course's folder, as its path is meant. */
export function withImages(html: string, base: string): string {
  if (!html.includes('<img')) return html
  const template = document.createElement('template')
  template.innerHTML = html
  for (const image of template.content.querySelectorAll('img')) {
    const path = image.getAttribute('src')
    if (path) image.setAttribute('src', base + path)
  }
  return template.innerHTML
}

/** The headings of a page, whatever its layout. */
const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]'

/** Hides everything of the page from readers except one element and what holds it. */
function hideAround(page: Element, kept: Element): void {
  for (let node: Element = kept; node !== page && node.parentElement !== null; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling !== node) sibling.setAttribute('aria-hidden', 'true')
    }
  }
}

const asHeading = (element: Element, level: number): void => {
  element.setAttribute('role', 'heading')
  element.setAttribute('aria-level', String(level))
}

/**
 * Makes the page sound once: of a slide with several pages the first carries the heading (and so the bookmark), the
 * last carries everything else, those between say nothing but what only they show. Works on the drawn page, right before it is printed.
 */
export function announceOnce(
  page: HTMLElement,
  place: { first: boolean; last: boolean; level: number; deckTitle: boolean },
): void {
  const heading = page.querySelector('[data-slide-title]') ?? page.querySelector(headings)
  const kicker = page.querySelector('[data-kicker]')
  if (heading === null) return
  // One bookmark a slide: the headings inside its body are read as text.
  for (const inner of page.querySelectorAll(headings)) if (inner !== heading) inner.setAttribute('role', 'paragraph')
  // What replaces each other is read where it stands.
  const saysAll = place.last || page.querySelector('[data-turn]') !== null
  if (!place.first && !saysAll) {
    page.setAttribute('aria-hidden', 'true')
    return
  }
  if (place.first) {
    asHeading(heading, place.level)
    if (!saysAll) hideAround(page, heading)
    if (place.deckTitle && kicker !== null) {
      for (let node: Element | null = kicker; node !== null && node !== page; node = node.parentElement) {
        node.removeAttribute('aria-hidden')
      }
      asHeading(kicker, 1)
      return
    }
  } else heading.setAttribute('aria-hidden', 'true')
  kicker?.setAttribute('aria-hidden', 'true')
}

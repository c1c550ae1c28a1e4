import type { Lang, Slide } from '../../contract/deck.ts'
import { inlinePlain } from '../../core/diagram/inline.ts'
import type { Scene } from '../../core/scenes/index.ts'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)

/** A title of plain words, as text and as markup. */
export function plainTitle(words: string): { text: string; html: string } {
  const text = inlinePlain(words)
  return { text, html: escaped(text) }
}

/** What heads a slide: its title; while its picture asks and answers (`asks`) the picture's name, for its title answers. */
export const shownTitle = (
  slide: Slide,
  scene: Scene | undefined,
  lang: Lang,
  asks: boolean,
): { text: string; html: string } =>
  asks && scene ? plainTitle(scene.title[lang]) : { text: slide.title, html: slide.titleHtml }

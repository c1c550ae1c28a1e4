import type { Deck, Lang, Slide } from '../../contract/deck.ts'
import type { Scene } from '../../core/scenes/index.ts'
import { plainTitle } from './shown-title.ts'

/** A scene as a deck of one slide, so that the gallery draws it with the very parts that decks are drawn with. */
export function sceneDeck(scene: Scene, lang: Lang): Deck {
  return {
    ref: { course: 'gallery', name: scene.id, lang },
    file: '',
    emblem: 'sheet',
    title: scene.title[lang],
    minutes: null,
    slides: [],
    problems: [],
  }
}

/** The slide of that deck, headed by the step that it shows (from 1). */
export function sceneSlide(scene: Scene, step: number, lang: Lang): Slide {
  const title = plainTitle((scene.steps[step - 1] ?? scene).title[lang])
  return {
    id: scene.id,
    line: 1,
    layout: 'diagram',
    title: title.text,
    titleHtml: title.html,
    html: '',
    steps: scene.steps.length,
    scene: { id: scene.id, steps: scene.steps.map(({ id }) => id) },
    notes: [],
    seconds: null,
    covers: [],
    asks: [],
    facts: [],
    question: null,
    problems: [],
  }
}

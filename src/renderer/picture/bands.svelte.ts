import type { Lang, Slide } from '../../contract/deck.ts'
import { bandHeight, bandOf, type Band } from '../../core/diagram/asked.ts'
import type { Prediction } from '../../core/diagram/scene.ts'
import { sceneOf } from '../../core/scenes/index.ts'
import { canvasMeasure } from './measure.ts'
import { areFontsReady, fontsReady } from './ready.ts'

const pictureHeight = 440

/** The bands below a slide's picture where it asks; none before the faces are there to measure their words with. */
export function bandsOf(shown: () => { readonly slide: Slide; readonly lang: Lang }) {
  let measure = $state.raw(areFontsReady() ? canvasMeasure : null)
  $effect(() => {
    if (!measure) void fontsReady().then(() => (measure = canvasMeasure))
  })
  const all = $derived.by(() => {
    const { slide, lang } = shown()
    const { scene } = slide
    if (!scene || scene.predicts === false || !measure) return []
    const measured = measure
    return (sceneOf(scene.id)?.steps ?? []).flatMap(({ id, predict }) =>
      predict && scene.steps.includes(id) ? [{ predict, band: bandOf(predict, lang, measured) }] : [],
    )
  })
  const highest = $derived(Math.max(bandHeight, ...all.map(({ band }) => band.height)))
  return {
    of: (asked: Prediction): Band | undefined => all.find(({ predict }) => predict === asked)?.band,
    /** Of the slide's picture in px, the same at all its steps. */
    get pictureHeight(): number {
      return pictureHeight - (highest - bandHeight)
    },
  }
}

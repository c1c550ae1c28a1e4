import type { Lang, Slide } from '../../contract/deck.ts'
import { inlinePlain } from '../../core/diagram/inline.ts'
import { sceneOf } from '../../core/scenes/index.ts'

/** What a step brings, in words: the picture's caption, or what now appears in the body. */
export function spokenStep(slide: Slide, step: number, lang: Lang): string {
  const said: string[] = []
  const sceneStep = slide.scene?.steps[Math.min(step, slide.scene.steps.length) - 1]
  const caption = sceneStep && sceneOf(slide.scene?.id ?? '')?.steps.find(({ id }) => id === sceneStep)?.caption[lang]
  if (caption) said.push(inlinePlain(caption))
  if (step > 1) {
    const body = new DOMParser().parseFromString(slide.html, 'text/html')
    for (const part of body.querySelectorAll(`[data-from="${step}"]`)) said.push(part.textContent.trim())
    const points = slide.question?.keyPoints ?? []
    const point = points[step - (slide.steps - points.length + 1)]
    if (slide.layout === 'question' && point) said.push(point.text)
  }
  return said.join(' ')
}

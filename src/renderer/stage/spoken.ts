import type { Lang, Slide } from '../../contract/deck.ts'
import { inlinePlain } from '../../core/diagram/inline.ts'
import { sceneStepAt } from '../picture/scene-step.ts'

/** What a step brings, in words: the picture's caption, or what now appears in the body. */
export function spokenStep(slide: Slide, step: number, lang: Lang): string {
  const said: string[] = []
  const shown = slide.scene && sceneStepAt(slide.scene, step)
  if (shown) said.push(inlinePlain(shown.step.caption[lang]))
  if (step > 1) {
    const body = new DOMParser().parseFromString(slide.html, 'text/html')
    for (const part of body.querySelectorAll(`[data-from="${step}"]`)) said.push(part.textContent.trim())
  }
  return said.join(' ')
}

/** What a picture asks before it goes on, with its choices. */
export function spokenQuestion(slide: Slide, step: number, lang: Lang): string {
  const asked = slide.scene && sceneStepAt(slide.scene, step)?.step.predict
  if (!asked) return ''
  const choices = asked.choices.map((choice, i) => `${String.fromCharCode(65 + i)}: ${inlinePlain(choice[lang])}`)
  return [inlinePlain(asked.question[lang]), ...choices].join(' ')
}

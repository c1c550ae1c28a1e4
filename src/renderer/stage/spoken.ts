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

const letter = (choice: number): string => String.fromCharCode(65 + choice)

/** What a picture asks before it goes on, with its choices. */
export function spokenQuestion(slide: Slide, step: number, lang: Lang): string {
  const asked = slide.scene && sceneStepAt(slide.scene, step)?.step.predict
  if (!asked) return ''
  const choices = asked.choices.map((choice, i) => `${letter(i)}: ${inlinePlain(choice[lang])}`)
  return [inlinePlain(asked.question[lang]), ...choices].join(' ')
}

/** Which choice of what a picture asked is right, and why. */
export function spokenAnswer(slide: Slide, step: number, lang: Lang): string {
  const asked = slide.scene && sceneStepAt(slide.scene, step)?.step.predict
  if (!asked) return ''
  const right = inlinePlain(asked.choices[asked.answer]?.[lang] ?? '')
  return `${letter(asked.answer)}: ${right}. ${inlinePlain(asked.because[lang])}`
}

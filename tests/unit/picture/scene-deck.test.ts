import { describe, expect, test } from 'vitest'
import { inlinePlain } from '../../../src/core/diagram/inline.ts'
import { sceneOf } from '../../../src/core/scenes/index.ts'
import { sceneDeck, sceneSlide } from '../../../src/renderer/picture/scene-deck.ts'
import { shownTitle } from '../../../src/renderer/picture/shown-title.ts'
import { sceneStepAt, stepBefore } from '../../../src/renderer/picture/scene-step.ts'

const scene = sceneOf('vm-vs-container')
if (!scene) throw new Error('no such scene')
const ids = scene.steps.map(({ id }) => id)

describe('a scene in the gallery', () => {
  test('is a deck of its name in the language that is read', () => {
    expect(sceneDeck(scene, 'ko')).toMatchObject({
      ref: { course: 'gallery', name: 'vm-vs-container', lang: 'ko' },
      title: scene.title.ko,
    })
    expect(sceneDeck(scene, 'en').title).toBe(scene.title.en)
  })

  test('is a slide of all its steps, headed by the step that is shown', () => {
    const slide = sceneSlide(scene, 2, 'en')
    expect(slide).toMatchObject({
      id: scene.id,
      layout: 'diagram',
      steps: ids.length,
      scene: { id: scene.id, steps: ids },
    })
    expect(slide.title).toBe(inlinePlain(scene.steps[1]?.title.en ?? ''))
    expect(sceneSlide(scene, 2, 'ko').title).toBe(inlinePlain(scene.steps[1]?.title.ko ?? ''))
  })

  test('is headed by its own name while a step asks and answers, for the title of the step tells', () => {
    const slide = sceneSlide(scene, 5, 'en')
    expect(shownTitle(slide, scene, 'en', true)).toEqual({ text: 'VM and container', html: 'VM and container' })
    expect(shownTitle(slide, scene, 'en', false)).toEqual({ text: slide.title, html: slide.titleHtml })
    expect(shownTitle(slide, undefined, 'en', true).text).toBe(slide.title)
  })

  test('has a heading that is text and never markup', () => {
    const title = { ko: '', en: 'A < B & "C" > D' }
    const odd = { ...scene, steps: scene.steps.map((step) => ({ ...step, title })) }
    expect(sceneSlide(odd, 1, 'en').titleHtml).toBe('A &#60; B &#38; &#34;C&#34; &#62; D')
    expect(sceneSlide(odd, 1, 'en').title).toBe(title.en)
  })
})

describe('the picture of a slide', () => {
  const shownAt = (steps: readonly string[], step: number, id = scene.id) =>
    sceneStepAt({ id, steps: [...steps] }, step)

  test('shows the step that the slide plays then; beyond its last it stays', () => {
    expect(shownAt(['VC-4', 'VC-6'], 1)?.step.id).toBe('VC-4')
    expect(shownAt(['VC-4', 'VC-6'], 2)?.step.id).toBe('VC-6')
    expect(shownAt(['VC-4', 'VC-6'], 3)?.step.id).toBe('VC-6')
    expect(shownAt(['VC-4'], 1)?.scene).toBe(scene)
  })

  test('is nothing where scene or step is not drawn', () => {
    expect(shownAt(['VC-4'], 1, 'no-such-scene')).toBeUndefined()
    expect(shownAt(['XX-1'], 1)).toBeUndefined()
    expect(shownAt([], 1)).toBeUndefined()
  })

  test('comes from the step before it in the scene, the first from nothing', () => {
    expect(stepBefore(shownAt([ids[2] ?? ''], 1))?.id).toBe(ids[1])
    expect(stepBefore(shownAt([ids[0] ?? ''], 1))).toBeUndefined()
    expect(stepBefore(undefined)).toBeUndefined()
  })
})

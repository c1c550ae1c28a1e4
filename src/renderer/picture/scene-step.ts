import type { SlideScene } from '../../contract/deck.ts'
import { sceneOf, type Scene, type SceneStep } from '../../core/scenes/index.ts'

/** The picture of a slide and what it shows at a step (from 1), or undefined where it has not been drawn yet. */
export function sceneStepAt(played: SlideScene, step: number): { scene: Scene; step: SceneStep } | undefined {
  const scene = sceneOf(played.id)
  const id = played.steps[Math.min(step, played.steps.length) - 1]
  const shown = scene?.steps.find((each) => each.id === id)
  return scene && shown && { scene, step: shown }
}

/** The step that a scene shows before this one, or undefined where it is the first. */
export const stepBefore = (shown: { scene: Scene; step: SceneStep } | undefined): SceneStep | undefined =>
  shown?.scene.steps[shown.scene.steps.indexOf(shown.step) - 1]

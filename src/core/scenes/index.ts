import type { Scene } from '../diagram/scene.ts'
import { engineFlow } from './engine-flow/index.ts'
import { hubPushPull } from './hub-push-pull/index.ts'
import { imageLayers } from './image-layers/index.ts'
import { isolation } from './isolation/index.ts'
import { vmVsContainer } from './vm-vs-container/index.ts'

export { catalogue, type SceneCatalogue } from './catalogue.ts'

/** The scenes that are drawn. */
export const scenes: readonly Scene[] = [vmVsContainer, isolation, engineFlow, imageLayers, hubPushPull]

export const sceneOf = (id: string): Scene | undefined => scenes.find((scene) => scene.id === id)
export { knobDefaults, type Knob, type Scene, type SceneStep } from '../diagram/scene.ts'

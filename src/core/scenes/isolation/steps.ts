import type { SceneStep } from '../../diagram/scene.ts'
import type { State } from './state.ts'
import { seeing } from './steps-see.ts'
import { using } from './steps-use.ts'

export const steps: readonly (SceneStep & { readonly change: Partial<State> })[] = [...seeing, ...using]

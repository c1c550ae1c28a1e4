import { defineScene, type Scene } from '../../diagram/scene.ts'
import { gridFor } from './grid.ts'
import { knobs } from './knobs.ts'
import { structure } from './pair.ts'
import { start, type State } from './state.ts'
import { steps } from './steps.ts'

export const vmVsContainer: Scene = defineScene<State>({
  id: 'vm-vs-container',
  title: { ko: 'VM과 컨테이너', en: 'VM and container' },
  start,
  steps,
  knobs,
  layout: (_state, settings, pen) => {
    const apps = settings['apps'] ?? 3
    structure(pen, gridFor(pen.view.width, apps), apps)
  },
})

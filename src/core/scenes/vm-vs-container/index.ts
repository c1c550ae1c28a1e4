import type { Knobs } from '../../diagram/scene.ts'
import { defineScene, type Scene } from '../../diagram/scene.ts'
import type { Pen } from '../../diagram/pen.ts'
import { desktop } from './desktop.ts'
import { gridFor } from './grid.ts'
import { knobs } from './knobs.ts'
import { lanes } from './lanes.ts'
import { machine } from './machine.ts'
import { memoryTanks } from './memory.ts'
import { call, flaw, structure } from './pair.ts'
import { memory } from './recorded.ts'
import { start, type State } from './state.ts'
import { steps } from './steps.ts'
import { together } from './together.ts'

function layout(state: State, settings: Knobs, pen: Pen): void {
  const apps = settings['apps'] ?? 3
  const on = (knob: string): boolean => settings[knob] === 1
  const grid = gridFor(pen.view.width, apps)
  switch (state.picture) {
    case 'machine':
      return machine(pen, grid, state.guests, apps)
    case 'pair':
      if (state.about === 'structure') return structure(pen, grid, apps)
      return state.about === 'call' ? call(pen, grid, apps) : flaw(pen, grid, apps, on('crash'))
    case 'lanes':
      return lanes(pen)
    case 'memory':
      return memoryTanks(pen, settings['guest'] ?? memory.vm, on('limit'))
    case 'desktop':
      return desktop(pen, grid, apps, on('desktop'))
    case 'together':
      return together(pen, settings['need'] ?? 0)
  }
}

/** The same apps in virtual machines and in containers: what lies below them, and what follows from it. */
export const vmVsContainer: Scene = defineScene<State>({
  id: 'vm-vs-container',
  title: { ko: 'VM과 컨테이너', en: 'VM and container' },
  start,
  steps,
  knobs,
  layout,
})

import { defineScene, type Scene } from '../../diagram/scene.ts'
import type { Pen } from '../../diagram/pen.ts'
import { desktop } from './desktop.ts'
import { gridFor } from './grid.ts'
import { knobs } from './knobs.ts'
import { startupLanes } from './startup-lanes.ts'
import { machine } from './machine.ts'
import { memoryTanks } from './memory-tanks.ts'
import { flaw, structure } from './pair.ts'
import { digests, shownEvents } from './recorded.ts'
import { start, type State } from './state.ts'
import { steps } from './steps.ts'
import { systemCall } from './system-call.ts'
import { together } from './together.ts'

function pair(pen: Pen, about: State['about'], apps: number, write: number, crash: boolean): void {
  const grid = gridFor(pen.view.width, apps)
  if (about === 'structure') structure(pen, grid, apps)
  else if (about === 'call') systemCall(pen, grid, apps, write)
  else flaw(pen, grid, apps, crash)
}

function layout(state: State, knob: (id: string) => number, pen: Pen): void {
  const apps = knob('apps')
  const on = (id: string): boolean => knob(id) === 1
  const pictures: Record<State['picture'], () => void> = {
    machine: () => machine(pen, gridFor(pen.view.width, apps), state.guests, apps),
    pair: () => pair(pen, state.about, apps, knob('write'), on('crash')),
    lanes: () => startupLanes(pen),
    memory: () => memoryTanks(pen, knob('guest'), on('limit')),
    desktop: () => desktop(pen, gridFor(pen.view.width, apps), apps, on('desktop')),
    together: () => together(pen, knob('need')),
  }
  pictures[state.picture]()
}

/** The same apps in virtual machines and in containers: what lies below them, and what follows from it. */
export const vmVsContainer: Scene = defineScene<State>({
  id: 'vm-vs-container',
  title: { ko: 'VM과 컨테이너', en: 'VM and container' },
  start,
  steps: steps.map((step) => ({ ...step, events: shownEvents[step.id] ?? [] })),
  knobs,
  digests,
  layout,
})

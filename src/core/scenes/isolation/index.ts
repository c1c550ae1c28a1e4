import type { Pen } from '../../diagram/pen.ts'
import { defineScene, type Scene } from '../../diagram/scene.ts'
import { chips } from './chips.ts'
import type { Load } from './dial-list.ts'
import { dials } from './dials.ts'
import { digests } from './digests.ts'
import { fences } from './fences.ts'
import { gridFor } from './grid.ts'
import { knobs } from './knobs.ts'
import { ownNetwork } from './network.ts'
import { mappingWords, ownUsers, type Mapping } from './owners.ts'
import { EMPTY, hostView, processes, type Signal } from './processes.ts'
import { mayDo } from './rights.ts'
import { newRoot } from './root.ts'
import { ownClocks, ownNames } from './sides.ts'
import { start, type Picture, type State } from './state.ts'
import { steps } from './steps.ts'

const signals: readonly Signal[] = ['none', 'term', 'kill']
const mappings: readonly Mapping[] = ['off', 'remap', 'rootless']
const eaters: readonly Load['greedy'][] = ['nobody', 'other', 'first']

/** Pictures in which the namespaces are one of three parts rather than what the step is about. */
const BEHIND: readonly Picture[] = ['dials', 'rights', 'fences']

function layout(state: State, value: (knob: string) => number, pen: Pen): void {
  const grid = gridFor(pen.view.width)
  const mapping = state.picture === 'owners' ? (mappings[value('userns')] ?? 'off') : 'off'
  const signal = state.picture === 'processes' ? (signals[value('signal')] ?? 'none') : 'none'
  const user = mappingWords(mapping)
  const said = { ...(user === undefined ? {} : { user }), ...(signal === 'kill' ? { pid: EMPTY } : {}) }
  chips(pen, grid, state, { back: BEHIND.includes(state.picture), said })
  const load: Load = {
    limits: value('limits') === 1,
    greedy: eaters[value('greedy')] ?? 'nobody',
    quarter: value('cpus') === 0,
  }
  const pictures: Record<Picture, () => void> = {
    host: () => hostView(pen, grid),
    processes: () => processes(pen, grid, signal),
    root: () => newRoot(pen, grid),
    network: () => ownNetwork(pen, grid),
    names: () => ownNames(pen, grid),
    clocks: () => ownClocks(pen, grid),
    owners: () => ownUsers(pen, grid, mapping),
    dials: () => dials(pen, grid, load),
    rights: () => mayDo(pen, grid),
    fences: () => fences(pen, grid),
  }
  pictures[state.picture]()
}

/** One process, and step by step what it no longer sees, how much it may use and what it may do. */
export const isolation: Scene = defineScene<State>({
  id: 'isolation',
  title: { ko: '격리의 원리', en: 'How isolation works' },
  start,
  steps,
  knobs,
  digests,
  layout,
})

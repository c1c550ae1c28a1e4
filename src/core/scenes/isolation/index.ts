import type { Handle } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import { defineScene, type Scene } from '../../diagram/scene.ts'
import { chips } from './chips.ts'
import { eaters, type Load } from './dial-list.ts'
import { dials } from './dials.ts'
import { digests } from './digests.ts'
import { eightViews } from './eight.ts'
import { fences } from './fences.ts'
import { gridFor } from './grid.ts'
import { knobs } from './knobs.ts'
import { ownNetwork } from './network.ts'
import { mappingWords, ownUsers, type Mapping } from './owners.ts'
import { EMPTY, hostView, processes, signals } from './processes.ts'
import { namespaceIds, type NamespaceId } from './recorded.ts'
import { mayDo } from './rights.ts'
import { newRoot } from './root.ts'
import { ownNames } from './sides.ts'
import { start, type Picture, type State } from './state.ts'
import { steps } from './steps.ts'
import { bitOf, switchedOn, switches } from './switches.ts'

const mappings: readonly Mapping[] = ['off', 'remap', 'rootless']

/** Pictures in which the namespaces are one of three parts rather than what the step is about. */
const BEHIND: readonly Picture[] = ['dials', 'rights', 'fences']

function layout(state: State, value: (knob: string) => number, pen: Pen): void {
  const grid = gridFor(pen.view.width)
  const mapping = state.picture === 'owners' ? (mappings[value('userns')] ?? 'off') : 'off'
  const signal = state.picture === 'processes' ? (signals[value('signal')] ?? 'none') : 'none'
  const user = mappingWords(mapping)
  const said = { ...(user === undefined ? {} : { user }), ...(signal === 'kill' ? { pid: EMPTY } : {}) }
  const all = value(switches.id)
  const own = state.picture === 'eight' ? switchedOn(all) : state.own
  chips(pen, grid, {
    own,
    fresh: state.fresh,
    back: BEHIND.includes(state.picture),
    said,
    press: presses(state, value),
  })
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
    eight: () => eightViews(pen, grid, own),
    owners: () => ownUsers(pen, grid, mapping),
    dials: () => dials(pen, grid, load),
    rights: () => mayDo(pen, grid),
    fences: () => fences(pen, grid),
  }
  pictures[state.picture]()
}

/** What a press on a chip turns: in the picture of all eight its own switch, and that of users who they are. */
function presses({ picture }: State, value: (knob: string) => number): Partial<Record<NamespaceId, Handle>> {
  if (picture === 'owners') return { user: { knob: 'userns', value: (value('userns') + 1) % mappings.length } }
  if (picture !== 'eight') return {}
  const all = value(switches.id)
  return Object.fromEntries(namespaceIds.map((id) => [id, { knob: switches.id, value: all ^ bitOf(id) }]))
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

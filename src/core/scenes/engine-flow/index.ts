import type { Pen } from '../../diagram/pen.ts'
import { defineScene, type Scene } from '../../diagram/scene.ts'
import { wallsBuilt } from './create.ts'
import { executed } from './exec.ts'
import { shimStarted } from './shim.ts'
import { calls, FLY } from './calls.ts'
import { containerStates } from './container-states.ts'
import { created } from './created.ts'
import { fetch } from './fetch.ts'
import { fetchingArm } from './fetching-arm.ts'
import { refused } from './refused.ts'
import { births, bottom, gridFor, top, type Grid } from './grid.ts'
import { fourRequests } from './four-requests.ts'
import { handed, mounted, overlay, specified } from './handover.ts'
import { knobs } from './knobs.ts'
import { lanes, nowLine, nowTime, type Part } from './lanes.ts'
import { survivors } from './survivors.ts'
import { parse } from './parse.ts'
import { digests, missing, run, type Moment } from './recorded.ts'
import { remoteCall } from './remote.ts'
import { wholeRun } from './whole-run.ts'
import { start, type Stage, type State } from './state.ts'
import { steps } from './steps.ts'

/** The moment that a step has come to, where on the axis it is, and down to where its line goes. */
interface Now {
  readonly moment: Moment
  readonly x: number
  readonly to: number
  readonly ms?: number
}

function nowOf(stage: Stage, { x }: Grid): Now | null {
  const floor = top('kernel') - 4
  switch (stage) {
    case 'ask':
      return { moment: run.create, x: x.create, to: bottom('dockerd') }
    case 'created':
      return { moment: run.create, x: x.create + 6, to: bottom('dockerd'), ms: run.create.end }
    case 'start':
      return { moment: run.start, x: x.start, to: bottom('dockerd') }
    case 'spec':
      return { moment: run.mount, x: x.mount, to: bottom('dockerd') }
    case 'hand':
      return { moment: run.tasksCreate, x: x.tasksCreate, to: bottom('containerd') }
    case 'shim':
      return { moment: run.shim, x: x.shim, to: bottom('dockerd') }
    case 'walls':
      return { moment: run.runcCreated, x: x.runcEnd, to: floor }
    case 'exec':
      return { moment: run.exec, x: x.exec, to: floor }
    default:
      return null
  }
}

const lit: Readonly<Record<Stage, readonly Part[]>> = {
  parse: ['cli'],
  ask: ['cli', 'rest', 'dockerd'],
  missing: ['cli', 'rest', 'dockerd'],
  pull: ['dockerd', 'rest'],
  created: ['dockerd'],
  start: ['cli', 'rest', 'dockerd'],
  spec: ['dockerd', 'kernel'],
  hand: ['dockerd', 'grpc', 'containerd'],
  shim: ['containerd'],
  walls: ['kernel'],
  exec: [],
  steady: [],
  names: [],
  whole: [],
}

/** What dockerd and those below it have done, drawn behind the lanes that it passes. */
function behind(pen: Pen, grid: Grid, stage: Stage, now: Now | null, here: boolean): void {
  if (now) nowLine(pen, grid, now.x, now.to, stage === 'start' || stage === 'walls')
  if (stage === 'pull' && !here) fetchingArm(pen, grid)
  if (births.includes(stage)) overlay(pen, grid.x.mount, 'past')
}

const asked: Partial<Record<Stage, Parameters<typeof calls>[2]>> = {
  ask: 'create',
  created: 'created',
  start: 'start',
  spec: 'waiting',
  hand: 'waiting',
  shim: 'waiting',
  walls: 'waiting',
  exec: 'done',
}

/** Requests that travel while their step arrives: as dots, since a pill would hide the names of other calls. */
function flights(pen: Pen, grid: Grid, stage: Stage): void {
  const fly = (key: string, x: number, from: 'cli' | 'dockerd', to: 'dockerd' | 'containerd', of: Moment): void => {
    pen.packet(
      key,
      [
        [x, bottom(from)],
        [x, top(to) + 6],
      ],
      '',
    )
    pen.link(key, of.ref)
  }
  const { x } = grid
  if (stage === 'ask') fly(FLY.create, x.create, 'cli', 'dockerd', run.create)
  if (stage === 'start') fly(FLY.start, x.start, 'cli', 'dockerd', run.start)
  if (stage === 'hand') fly(FLY.task, x.tasksCreate, 'dockerd', 'containerd', run.tasksCreate)
  if (stage === 'exec') fly(FLY.run, x.tasksStart, 'dockerd', 'containerd', run.tasksStart)
}

function layout({ stage, life }: State, knob: (id: string) => number, pen: Pen): void {
  if (life) {
    containerStates(pen, life)
    return
  }
  const grid = gridFor(pen.view.width, stage)
  const desktop = knob('desktop') === 1
  const here = knob('image') === 1
  if (stage === 'names' || stage === 'whole') {
    wholeRun(pen, grid, stage === 'whole' ? knob('moment') : 0, stage === 'whole')
    return
  }
  if (stage === 'steady') {
    survivors(pen, grid, { stop: knob('stop'), restore: knob('restore') })
    return
  }
  const now = nowOf(stage, grid)
  const elsewhere = (stage === 'missing' || stage === 'pull') && !here
  lanes(pen, grid, { lit: lit[stage], desktop, typed: elsewhere ? missing.typed : run.typed }, () => {
    behind(pen, grid, stage, now, here)
  })
  const made = asked[stage]
  if (made) calls(pen, grid, made)
  const pictures: Readonly<Record<Exclude<Stage, 'steady' | 'names' | 'whole'>, () => void>> = {
    parse: () => parse(pen, grid),
    ask: () => remoteCall(pen, grid, desktop),
    missing: () => refused(pen, grid, here),
    pull: () => fetch(pen, grid, here),
    created: () => created(pen, grid),
    start: () => fourRequests(pen, grid),
    spec: () => specified(pen, grid),
    hand: () => handed(pen, grid),
    shim: () => shimStarted(pen, grid),
    walls: () => wallsBuilt(pen, grid),
    exec: () => executed(pen, grid),
  }
  pictures[stage]()
  if (births.includes(stage)) mounted(pen, grid)
  if (now) nowTime(pen, grid, now.x, now.moment, now.ms)
  flights(pen, grid, stage)
}

/** One `docker run`, from the command to the process and beyond: who asks whom, by which protocol, and who stays. */
export const engineFlow: Scene = defineScene<State>({
  id: 'engine-flow',
  title: { ko: '도커 엔진과 명령어', en: 'Docker Engine at work' },
  start,
  steps,
  knobs,
  digests,
  layout,
})

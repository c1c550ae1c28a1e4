import { defineScene, type Scene } from '../../diagram/scene.ts'
import type { Pen } from '../../diagram/pen.ts'
import { gridFor } from './grid.ts'
import { knobs } from './knobs.ts'
import { limit } from './limit.ts'
import { signIn } from './login.ts'
import { nameParts } from './name.ts'
import { platform } from './platform.ts'
import { promote } from './promote.ts'
import { pullBlobs } from './pull.ts'
import { pushImage } from './push.ts'
import { pushManifest } from './push-manifest.ts'
import { traces } from './recorded.ts'
import { scan } from './scan.ts'
import { start, type State } from './state.ts'
import { pullSteps } from './steps-pull.ts'
import { pushSteps } from './steps-push.ts'
import { movedTag } from './moved-tag.ts'
import { secondName } from './tags.ts'
import { challenge } from './token.ts'

function layout(state: State, knob: (id: string) => number, pen: Pen): void {
  const grid = gridFor(pen.view.width)
  const pictures: Record<State['picture'], () => void> = {
    name: () => nameParts(pen, knob('name')),
    login: () => signIn(pen),
    token: () => challenge(pen, grid),
    platform: () => platform(pen, grid, knob('platform')),
    pull: () => pullBlobs(pen, grid, knob('here'), knob('moment')),
    limit: () => limit(pen, knob('pulls')),
    tag: () => secondName(pen, grid),
    push: () => (state.last ? pushManifest : pushImage)(pen, grid, knob('there')),
    moved: () => movedTag(pen, grid, knob('retag') === 1),
    promote: () => promote(pen, knob('signed') === 1),
    scan: () => scan(pen, knob('scanned') === 1),
  }
  pictures[state.picture]()
}

/** An image on its way from a registry and to one: which requests are made, and what really travels. */
export const hubPushPull: Scene = defineScene<State>({
  id: 'hub-push-pull',
  title: { ko: '도커 허브: 받고 올리기', en: 'Docker Hub: pull and push' },
  start,
  steps: [...pullSteps, ...pushSteps],
  knobs,
  layout,
  digests: Object.values(traces),
})

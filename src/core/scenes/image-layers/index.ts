import type { Pen } from '../../diagram/pen.ts'
import { defineScene, type Scene } from '../../diagram/scene.ts'
import { changes } from './changes.ts'
import { started, written } from './container.ts'
import { dockerfileAlone, fromDockerfile } from './dockerfile.ts'
import { hidden } from './hidden.ts'
import { knobs } from './knobs.ts'
import { manifest } from './manifest.ts'
import { platforms } from './platforms.ts'
import { imageDigests } from './recorded.ts'
import { volumeDigest } from './recorded-volume.ts'
import { lifetimes, several } from './several.ts'
import { sharedLayers } from './shared-layers.ts'
import { start, WRITES, type State } from './state.ts'
import { containerSteps } from './steps-container.ts'
import { imageSteps } from './steps-image.ts'
import { volumes } from './volume.ts'

function layout({ picture }: State, at: (knob: string) => number, pen: Pen): void {
  const pictures: Record<State['picture'], () => void> = {
    asked: () => dockerfileAlone(pen),
    dockerfile: () => fromDockerfile(pen, at('line')),
    changes: () => changes(pen, at('opened')),
    manifest: () => manifest(pen),
    platforms: () => platforms(pen),
    shared: () => sharedLayers(pen),
    started: () => started(pen, at('lifted')),
    written: () => written(pen, { write: WRITES[at('write')] ?? 'none', deleted: at('delete') === 1 }),
    several: () => several(pen, at('containers')),
    lifetimes: () => lifetimes(pen),
    volumes: () => volumes(pen, at('volume')),
    hidden: () => hidden(pen, at('cover') === 1),
  }
  pictures[picture]()
}

/** How an image is made of layers, and what a container writes on top of them. */
export const imageLayers: Scene = defineScene<State>({
  id: 'image-layers',
  title: { ko: '이미지와 레이어', en: 'Images and layers' },
  start,
  steps: [...imageSteps, ...containerSteps],
  knobs,
  digests: [...imageDigests, volumeDigest],
  layout,
})

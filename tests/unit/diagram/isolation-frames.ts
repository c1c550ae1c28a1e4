import type { Card, Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { isolation as scene } from '../../../src/core/scenes/isolation/index.ts'
import { cornersAt } from './inspect.ts'
import { view } from './rough.ts'

export const chipIds = ['pid', 'mnt', 'net', 'uts', 'ipc', 'cgroup', 'time', 'user'] as const

export const at = (step: string, knobs: Knobs = {}, width = 1168): Frame =>
  frameAt(scene, step, knobs, view('ko', width))

/** Every step at every corner of its knobs. */
export const every = (): { id: string; knobs: Knobs; frame: Frame }[] =>
  scene.steps.flatMap(({ id }) => cornersAt(scene, id).map((knobs) => ({ id, knobs, frame: at(id, knobs) })))

export function card(frame: Frame, key: string): Card {
  const found = frame.marks.find((m) => m.key === key)
  if (found?.kind !== 'card') throw new Error(`no card ${key}`)
  return found
}

/** The chips of the namespaces that the container has of its own. */
export const lit = (frame: Frame): string[] => chipIds.filter((id) => card(frame, `chip-${id}`).dash === 0)

export const has = (frame: Frame, prefix: string): boolean => frame.marks.some(({ key }) => key.startsWith(prefix))

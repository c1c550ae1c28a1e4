/** Frames of the scene of the registry, and what tests ask of them. */
import type { Card, Frame, Mark, Meter } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { hubPushPull as scene } from '../../../src/core/scenes/hub-push-pull/index.ts'
import { eventAt, type TraceEvent } from '../../../src/core/traces/digest.ts'
import { textsOf } from './inspect.ts'
import { view } from './rough.ts'

export const digests = scene.digests ?? []
export const at = (step: string, knobs: Knobs = {}, width = 1168): Frame =>
  frameAt(scene, step, knobs, view('ko', width))
export const said = (step: string, knobs: Knobs = {}): string => textsOf(at(step, knobs)).join('\n')
export const stepOf = (id: string): (typeof scene.steps)[number] => {
  const found = scene.steps.find((step) => step.id === id)
  if (!found) throw new Error(`no step ${id}`)
  return found
}
export const recorded = (name: string, n: number): TraceEvent => eventAt(digests, `engine-28.5/${name}#${n}`).event
/** A recorded number somewhere in an event. */
export const bytes = (event: TraceEvent, side: 'request' | 'response'): string =>
  `${Number(event[side]?.['bytes']).toLocaleString('en-US')} B`
export const short = (event: TraceEvent): string => /sha256:([0-9a-f]{12})/.exec(JSON.stringify(event))?.[1] ?? 'none'
export const cards = (frame: Frame, key: RegExp): Mark[] =>
  frame.marks.filter((m) => m.kind === 'card' && key.test(m.key))
export const card = (frame: Frame, key: string): Card => {
  const found = frame.marks.find((m) => m.key === key)
  if (found?.kind !== 'card') throw new Error(`no card ${key}`)
  return found
}
export const bar = (frame: Frame, key: string): Meter => {
  const found = frame.marks.find((m) => m.key === key)
  if (found?.kind !== 'meter') throw new Error(`no bar ${key}`)
  return found
}
export const dashed = (frame: Frame, key: string): boolean => {
  const found = frame.marks.find((m) => m.key === key)
  if (!found || !('dash' in found)) throw new Error(`no mark ${key}`)
  return found.dash > 0
}

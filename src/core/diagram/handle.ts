import type { Handle, Point } from './mark.ts'
import { notchOf, type Scene } from './scene.ts'

/**
 * The value that a handle gives its knob with the hand at a place of the stage: between two places it lies between their
 * values, beyond the ends it is theirs, always on a notch. Null where the scene has no such knob.
 */
export function valueUnderHand(scene: Scene, handle: Handle, [x, y]: Point): number | null {
  const knob = scene.knobs.find(({ id }) => id === handle.knob)
  if (!knob) return null
  if (!('axis' in handle)) return notchOf(knob, handle.value)
  const at = handle.axis === 'x' ? x : y
  const after = handle.places.findIndex(([px]) => px > at)
  const next = handle.places.at(after)
  const last = after === 0 ? next : handle.places.at(after < 0 ? -1 : after - 1)
  if (!last || !next) return null
  const share = after <= 0 ? 0 : (at - last[0]) / (next[0] - last[0])
  return notchOf(knob, last[1] + share * (next[1] - last[1]))
}
